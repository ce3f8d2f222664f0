package dev.knowhow.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who listens to which run, whether or not it is being worked on. Thread-safe.
final class News {
  private final Map<String, List<RunListener>> listeners = new ConcurrentHashMap<>();

  /// Hears the news of a run until the result is closed.
  AutoCloseable listen(String runId, RunListener listener) {
    listeners.compute(
        runId,
        (_, there) -> {
          List<RunListener> all = there == null ? new CopyOnWriteArrayList<>() : there;
          all.add(listener);
          return all;
        });
    return () ->
        listeners.computeIfPresent(
            runId,
            (_, there) -> {
              there.remove(listener);
              return there.isEmpty() ? null : there;
            });
  }

  void tell(RunEvent event) {
    List<RunListener> there = listeners.get(event.runId());
    if (there != null) {
      there.forEach(listener -> listener.happened(event));
    }
  }
}
