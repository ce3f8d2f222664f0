package dev.knowhow.run;

import dev.knowhow.flow.TraceEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What is known of a run only while this server works on it: how far it came and what of an answer
/// has arrived. Losing it loses nothing. Thread-safe.
final class Live {
  private final String runId;
  private final Consumer<RunEvent> news;
  private final AtomicLong sequence = new AtomicLong();
  private final Map<Integer, String> partial = new ConcurrentHashMap<>();
  private volatile List<TraceEntry> trace = List.of();
  private volatile Runnable onNews = () -> {};
  private volatile boolean stopped;
  private volatile boolean poked;

  Live(String runId, Consumer<RunEvent> news) {
    this.runId = runId;
    this.news = news;
  }

  List<TraceEntry> trace() {
    return trace;
  }

  /// What has arrived of the answer to a call.
  String partial(int call) {
    return partial.getOrDefault(call, "");
  }

  /// Says what is to be done when the run may have changed behind its driver's back.
  void onNews(Runnable what) {
    onNews = what;
  }

  /// The run may have changed behind its driver's back.
  void poke() {
    poked = true;
    onNews.run();
  }

  /// Whether it was poked at all: perhaps too late for its driver.
  boolean wasPoked() {
    return poked;
  }

  void progressed(List<TraceEntry> soFar) {
    trace = List.copyOf(soFar);
    progressed();
  }

  void progressed() {
    news.accept(new RunEvent.Progressed(runId, sequence.incrementAndGet()));
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
      news.accept(new RunEvent.Wrote(runId, call, added));
    } else {
      progressed();
    }
  }

  /// A person wants nothing new to be begun.
  void stop() {
    stopped = true;
    progressed();
    poke();
  }

  boolean isStopped() {
    return stopped;
  }

  void rested(RunState state) {
    news.accept(new RunEvent.Rested(runId, state));
  }
}
