package dev.knowhow.eval;

import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolVersion;
import java.util.Optional;

/// A cell of a trial as its driver holds it.
///
/// @param row its row
/// @param live whether it costs money
/// @param version the version that is executed
/// @param runId the run that tries it; empty for sample answers, and before it was begun
/// @param listening to the news of that run
record TrialCell(
    CellStore.Cell row,
    boolean live,
    ToolVersion version,
    Example example,
    Optional<String> runId,
    Optional<AutoCloseable> listening) {

  /// The same with its run.
  TrialCell triedBy(String run) {
    return new TrialCell(row, live, version, example, Optional.of(run), Optional.empty());
  }

  /// The same, hearing the news of its run.
  TrialCell hearing(AutoCloseable news) {
    return new TrialCell(row, live, version, example, runId, Optional.of(news));
  }

  String run() {
    return runId.orElseThrow();
  }

  /// Hears no more news.
  void close() {
    listening.ifPresent(news -> {
      try {
        news.close();
      } catch (Exception bug) {
        throw new IllegalStateException(bug);
      }
    });
  }
}
