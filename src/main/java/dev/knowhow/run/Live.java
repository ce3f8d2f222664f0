package dev.knowhow.run;

import dev.knowhow.flow.TraceEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// What is known of a run only while this server works on it: how far it came, what of an answer
/// has arrived, who listens. Losing it loses nothing. Thread-safe.
final class Live {
  private final String runId;
  private final AtomicLong sequence = new AtomicLong();
  private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Integer, String> partial = new ConcurrentHashMap<>();
  private volatile List<TraceEntry> trace = List.of();
  private volatile boolean stopped;

  Live(String runId) {
    this.runId = runId;
  }

  List<TraceEntry> trace() {
    return trace;
  }

  /// What has arrived of the answer to a call.
  String partial(int call) {
    return partial.getOrDefault(call, "");
  }

  void listen(RunListener listener) {
    listeners.add(listener);
  }

  void unlisten(RunListener listener) {
    listeners.remove(listener);
  }

  void progressed(List<TraceEntry> soFar) {
    trace = List.copyOf(soFar);
    progressed();
  }

  void progressed() {
    tell(new RunEvent.Progressed(runId, sequence.incrementAndGet()));
  }

  /// A new attempt at a call begins: what arrived of the last one is forgotten.
  void begins(int call) {
    partial.remove(call);
  }

  /// Takes the text of an answer so far, from its beginning. An answer that began anew, because its
  /// attempt was repeated, is news of the whole view.
  void wrote(int call, String soFar) {
    String before = partial.put(call, soFar);
    if (before == null || soFar.startsWith(before)) {
      String added = before == null ? soFar : soFar.substring(before.length());
      tell(new RunEvent.Wrote(runId, call, added));
    } else {
      progressed();
    }
  }

  /// A person wants nothing new to be begun.
  void stop() {
    stopped = true;
    progressed();
  }

  boolean isStopped() {
    return stopped;
  }

  void rested(RunState state) {
    tell(new RunEvent.Rested(runId, state));
  }

  private void tell(RunEvent event) {
    for (RunListener listener : listeners) {
      listener.happened(event);
    }
  }
}
