package dev.knowhow.bench;

import dev.knowhow.flow.Flows;
import dev.knowhow.flow.Slice;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The same small computation in other ways: in the server's own process with a new engine for each
/// flow, with a shared engine, and in Rhino. None of them contains a hostile script; ours does, in
/// a process of its own, with all that a flow finds there.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class PeerBenchmark {
  private static final String PLAIN =
      """
      (function () {
        var lines = [{item: 'crown', price: 125000}, {item: 'filling', price: 21050}];
        var total = 0;
        for (var i = 0; i < lines.length; i++) { total += lines[i].price; }
        return JSON.stringify({total: total});
      })()
      """;
  private static final String OURS =
      """
      async function main(run) {
        const lines = [{ item: 'crown', price: MONEY('1250.00') }, { item: 'filling', price: MONEY('210.50') }];
        return run.finish({ total: SUM_OF_MONEY(OF(lines, 'price')) });
      }
      """;
  private final BenchFlow ours = BenchFlow.of(OURS, "{}", _ -> "null");
  private final Flows flows = SliceLoad.flows();
  private final Engine engine = engine();
  private final Source source = Source.create("js", PLAIN);
  private final Script compiled = compiled();

  private static Engine engine() {
    return Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
  }

  private static Script compiled() {
    try (Context context = Context.enter()) {
      return context.compileString(PLAIN, "flow.js", 1, null);
    }
  }

  /// Ours: a process of its own, a fresh context, the whole prelude, exact money.
  @Benchmark
  public Slice inAWorker() {
    return ours.end(flows, List.of());
  }

  /// In this process, a new engine and context for each flow.
  @Benchmark
  public String newEngineForEachFlow() {
    try (Engine own = engine();
        org.graalvm.polyglot.Context context =
            org.graalvm.polyglot.Context.newBuilder("js").engine(own).build()) {
      return context.eval(source).asString();
    }
  }

  /// In this process, a fresh context of one engine.
  @Benchmark
  public String freshContextInProcess() {
    try (org.graalvm.polyglot.Context context =
        org.graalvm.polyglot.Context.newBuilder("js").engine(engine).build()) {
      return context.eval(source).asString();
    }
  }

  /// Rhino in this process, compiled to bytecode once, a fresh scope for each flow.
  @Benchmark
  public String rhino() {
    try (Context context = Context.enter()) {
      ScriptableObject scope = context.initStandardObjects();
      return Context.toString(compiled.exec(context, scope));
    }
  }

  /// Ends the worker and the engine.
  @TearDown
  public void stop() {
    flows.close();
    engine.close();
  }
}
