package dev.knowhow.eval;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.tool.Definition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How the examples of definitions came out with their sample answers, remembered by the hash of
/// the files: the same files come out the same. Thread-safe.
public final class Reports {
  private static final int MOST_REMEMBERED = 200;

  private final TemplateCheck check;
  private final AsyncCache<String, TemplateReport> reports =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .executor(work -> Thread.ofVirtual().name("examples").start(work))
          .buildAsync();

  /// Reports made by `check`.
  public Reports(TemplateCheck check) {
    this.check = check;
  }

  /// The report, however long it takes.
  ///
  /// @throws dev.knowhow.problem.Problem with all faults when the steps do not compile
  public TemplateReport of(Definition definition) {
    try {
      return under(definition).join();
    } catch (CompletionException failed) {
      throw thrown(failed);
    }
  }

  /// The report if it is there within a moment; else it goes on being made.
  ///
  /// @throws dev.knowhow.problem.Problem with all faults when the steps do not compile
  public Optional<TemplateReport> within(Duration patience, Definition definition) {
    try {
      return Optional.of(under(definition).get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw thrown(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private CompletableFuture<TemplateReport> under(Definition definition) {
    return reports.get(definition.files().sha256(), _ -> check.report(definition));
  }

  private static RuntimeException thrown(Exception failed) {
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failed);
  }
}
