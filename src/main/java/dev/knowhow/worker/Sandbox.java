package dev.knowhow.worker;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/// One engine, and a context of its own for every flow.
///
/// The limits here stop honest mistakes at once. They are not what contains an attack: some
/// built-ins can't be interrupted and the heap can't be bounded, so the process itself is killed
/// from outside.
final class Sandbox implements AutoCloseable {
  private static final Map<String, String> LIMITS =
      Map.of(
          "sandbox.MaxCPUTime", "2s",
          "sandbox.MaxStackFrames", "500",
          "sandbox.MaxASTDepth", "1000",
          "sandbox.MaxThreads", "1",
          "sandbox.MaxOutputStreamSize", "1MB",
          "sandbox.MaxErrorStreamSize", "1MB");

  /// How many contexts are begun ahead.
  private static final int AHEAD = 2;

  private final Engine engine;
  private final Map<Integer, Source> preludes = new HashMap<>();
  private final Map<String, Source> scripts = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Begun> ahead = new ArrayDeque<>();
  private int usual = Prelude.NEWEST;

  /// Starts the engine, which takes some hundred milliseconds.
  Sandbox() {
    engine =
        Engine.newBuilder("js")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .in(InputStream.nullInputStream())
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .option("engine.WarnInterpreterOnly", "false")
            .build();
  }

  /// The version of the engine.
  String version() {
    return engine.getVersion();
  }

  /// A fresh context in which nothing but the language is there.
  Context context() {
    return Context.newBuilder("js")
        .engine(engine)
        .sandbox(SandboxPolicy.CONSTRAINED)
        .in(InputStream.nullInputStream())
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream())
        .options(LIMITS)
        .option("js.strict", "true")
        .option("js.load", "false")
        .option("js.allow-eval", "false")
        .option("js.graal-builtin", "false")
        .option("js.unhandled-rejections", "throw")
        .build();
  }

  /// The line on which a script imports something, or 0; known scripts were looked at before.
  int importIn(String script) {
    return scripts.containsKey(script) ? 0 : Imports.lineIn(script);
  }

  /// A fresh context in which a prelude was evaluated; no flow has been in it.
  ///
  /// @param driver what the prelude gave
  record Begun(int prelude, Context context, Value driver) {}

  /// Opens a flow: the prelude is evaluated before the script, which then waits for its driver.
  OpenFlow open(int prelude, String script) {
    usual = prelude;
    Begun begun = ahead.pollFirst();
    if (begun != null && begun.prelude() != prelude) {
      begun.context().close(true);
      begun = null;
    }
    Begun in = begun == null ? begin(prelude) : begun;
    try {
      in.context().eval(scripts.computeIfAbsent(script, Sandbox::named));
    } catch (RuntimeException | Error failed) {
      in.context().close(true);
      throw failed;
    }
    if (scripts.size() > 200) {
      scripts.remove(scripts.keySet().iterator().next());
    }
    return new OpenFlow(in.context(), in.driver(), prelude);
  }

  /// Begins a context ahead, for which there is time while nothing is asked.
  ///
  /// @return whether there were fewer than there may be
  boolean beginAhead() {
    if (ahead.size() == AHEAD) {
      return false;
    }
    ahead.addLast(begin(usual));
    return true;
  }

  private Begun begin(int prelude) {
    Context context = context();
    try {
      return new Begun(
          prelude, context, context.eval(preludes.computeIfAbsent(prelude, Prelude::source)));
    } catch (RuntimeException | Error failed) {
      context.close(true);
      throw failed;
    }
  }

  private static Source named(String script) {
    return Source.newBuilder("js", script, "flow.js").cached(true).buildLiteral();
  }

  @Override
  public void close() {
    engine.close(true);
  }
}
