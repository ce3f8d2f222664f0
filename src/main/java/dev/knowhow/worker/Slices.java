package dev.knowhow.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/// Executes slices one after the other and keeps waiting flows warm.
final class Slices implements AutoCloseable {
  private static final int WARM = 256;
  private static final int MAX_SLICES = 100_000;
  private static final int MOST_OVER = 4;
  private static final double HALF = 0.5;
  private static final double FULL = 0.75;

  private final Sandbox sandbox;
  private final Map<String, OpenFlow> waiting = new LinkedHashMap<>(16, 0.75f, true);
  private final List<OpenFlow> over = new ArrayList<>();
  private Optional<OldSpace> old = Optional.empty();
  private int executed;
  private boolean exhausted;

  Slices(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /// Closes what has ended and begins contexts ahead, one of it: for when nothing is asked.
  ///
  /// @return whether there is more of it
  boolean tidy() {
    if (over.isEmpty()) {
      return sandbox.beginAhead();
    }
    over.removeLast().close();
    return true;
  }

  /// Answers one frame of the server.
  Frame answer(Frame frame) {
    String id = frame.part(0);
    executed++;
    if (over.size() >= MOST_OVER) {
      over.forEach(OpenFlow::close);
      over.clear();
    }
    try {
      return switch (frame.kind()) {
        case SLICE -> fromTheStart(frame);
        case GO_ON -> goOn(frame);
        case READY, SLICED, COLD, BROKE ->
            throw new IllegalArgumentException("the server sent " + frame.kind());
      };
    } catch (PolyglotException thrown) {
      return broke(id, thrown);
    } catch (StackOverflowError deep) {
      return Frame.of(Frame.Kind.BROKE, id, Breach.DEPTH.name(), "0", "");
    }
  }

  private Frame fromTheStart(Frame frame) {
    String key = frame.part(1);
    forget(key);
    int imports = sandbox.importIn(frame.part(3));
    if (imports > 0) {
      return Frame.of(
          Frame.Kind.BROKE,
          frame.part(0),
          Breach.SYNTAX.name(),
          Integer.toString(imports),
          "nothing can be imported; where the word stands in a text, write im\\u0070ort.");
    }
    OpenFlow flow = sandbox.open(Integer.parseInt(frame.part(2)), frame.part(3));
    return go(frame.part(0), key, flow, frame.part(4), true);
  }

  private Frame goOn(Frame frame) {
    String key = frame.part(1);
    OpenFlow flow = waiting.remove(key);
    if (flow == null) {
      return Frame.of(Frame.Kind.COLD, frame.part(0));
    }
    if (flow.delivered() != Integer.parseInt(frame.part(2))) {
      flow.close();
      return Frame.of(Frame.Kind.COLD, frame.part(0));
    }
    return go(frame.part(0), key, flow, frame.part(3), false);
  }

  private Frame go(String id, String key, OpenFlow flow, String json, boolean start) {
    boolean keep = false;
    try {
      String outcome = start ? flow.start(json) : flow.goOn(json);
      keep = !key.isEmpty() && outcome.startsWith("{\"waiting\":");
      if (keep) {
        waiting.put(key, flow);
      }
      return Frame.of(Frame.Kind.SLICED, id, outcome, tired() ? "tired" : "");
    } finally {
      if (!keep) {
        over.add(flow);
      }
    }
  }

  private void forget(String key) {
    OpenFlow flow = waiting.remove(key);
    if (flow != null) {
      flow.close();
    }
  }

  private boolean tired() {
    if (waiting.size() > WARM) {
      forgetTheOldest();
    }
    if (used() > HALF && oldSpace().stayedFuller(FULL)) {
      exhausted = waiting.isEmpty();
      for (int i = (waiting.size() + 1) / 2; i > 0; i--) {
        forgetTheOldest();
      }
    }
    return executed >= MAX_SLICES || exhausted;
  }

  private void forgetTheOldest() {
    forget(waiting.keySet().iterator().next());
  }

  private OldSpace oldSpace() {
    if (old.isEmpty()) {
      old = Optional.of(new OldSpace()); // only now: to make it costs time that a start has not
    }
    return old.get();
  }

  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
  }

  private static Frame broke(String id, PolyglotException thrown) {
    Breach breach;
    if (thrown.isSyntaxError()) {
      breach = Breach.SYNTAX;
    } else if (thrown.isResourceExhausted()) {
      breach = limit(String.valueOf(thrown.getMessage()));
    } else if (thrown.isCancelled()) {
      breach = Breach.CPU;
    } else {
      breach = Breach.SCRIPT;
    }
    String message = breach == Breach.SYNTAX || thrown.isGuestException() ? text(thrown) : "";
    return Frame.of(Frame.Kind.BROKE, id, breach.name(), Integer.toString(line(thrown)), message);
  }

  private static Breach limit(String message) {
    if (message.contains("CPU")) {
      return Breach.CPU;
    }
    if (message.contains("stream")) {
      return Breach.OUTPUT;
    }
    return message.contains("memory") ? Breach.MEMORY : Breach.DEPTH;
  }

  private static String text(PolyglotException thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.length() > 500 ? message.substring(0, 500) : message;
  }

  private static int line(PolyglotException thrown) {
    SourceSection at = thrown.getSourceLocation();
    if (at != null && at.isAvailable()) {
      return at.getStartLine();
    }
    for (PolyglotException.StackFrame frame : thrown.getPolyglotStackTrace()) {
      SourceSection place = frame.isGuestFrame() ? frame.getSourceLocation() : null;
      if (place != null && !place.getSource().isInternal()) {
        return place.getStartLine();
      }
    }
    return 0;
  }

  @Override
  public void close() {
    waiting.values().forEach(OpenFlow::close);
    over.forEach(OpenFlow::close);
    waiting.clear();
    over.clear();
  }
}
