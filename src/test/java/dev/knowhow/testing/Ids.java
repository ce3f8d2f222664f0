package dev.knowhow.testing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Ids that tests can foresee: `id-1`, `id-2` and so on.
public final class Ids implements Supplier<String> {
  private final AtomicLong last = new AtomicLong();

  @Override
  public String get() {
    return "id-" + last.incrementAndGet();
  }
}
