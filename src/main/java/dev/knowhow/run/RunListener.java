package dev.knowhow.run;

/// Hears the news of one run while it listens.
@FunctionalInterface
public interface RunListener {

  /// Takes one piece of news. It is called on the run's own threads and must not block.
  void happened(RunEvent event);
}
