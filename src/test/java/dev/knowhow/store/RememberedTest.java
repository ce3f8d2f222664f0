package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.testing.SetClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RememberedTest {
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final AtomicInteger kept = new AtomicInteger(1);
  private final AtomicInteger reads = new AtomicInteger();
  private final Remembered<Integer> remembered = new Remembered<>(this::read, clock);

  private int read() {
    reads.incrementAndGet();
    return kept.get();
  }

  @Test
  void readsOnceForAllThatAskWithinASecond() {
    assertThat(remembered.get()).isEqualTo(1);
    clock.pass(Duration.ofMillis(999));
    assertThat(remembered.get()).isEqualTo(1);
    assertThat(reads).hasValue(1);
  }

  @Test
  void readsWhatAnotherServerWroteAfterASecond() {
    remembered.get();
    kept.set(2);
    clock.pass(Duration.ofSeconds(1));
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void readsAgainAfterAWriteOfItsOwn() {
    remembered.get();
    assertThat(remembered.<Integer>changedBy(() -> kept.incrementAndGet())).isEqualTo(2);
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void readsAgainAfterAWriteThatFailed() {
    remembered.get();
    assertThatThrownBy(() ->
            remembered.changedBy(() -> {
              kept.set(2);
              throw new IllegalStateException("perhaps it is on the disk");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void doesNotKeepWhatWasReadWhileItWasWritten() {
    Remembered<Integer> overtaken =
        new Remembered<>(
            () -> {
              int seen = kept.get();
              if (seen == 1) {
                writeMeanwhile();
              }
              return seen;
            },
            clock);
    writing = overtaken;
    assertThat(overtaken.get()).isEqualTo(1);
    assertThat(overtaken.get()).isEqualTo(2);
  }

  private Remembered<Integer> writing = remembered;

  private void writeMeanwhile() {
    assertThat(writing.<Integer>changedBy(() -> kept.incrementAndGet())).isEqualTo(2);
  }

  @Test
  void aClockThatWasSetBackMakesNothingYounger() {
    remembered.get();
    kept.set(2);
    clock.set("2026-11-24T07:00:00Z");
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void remembersNothingOfAReadThatFailed() {
    kept.set(0);
    Remembered<Integer> shaky = new Remembered<>(() -> 10 / kept.get(), clock);
    assertThatThrownBy(shaky::get).isInstanceOf(ArithmeticException.class);
    kept.set(5);
    assertThat(shaky.get()).isEqualTo(2);
  }
}
