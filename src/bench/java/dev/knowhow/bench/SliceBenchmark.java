package dev.knowhow.bench;

import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Slices in a real worker, over the pipe: each in a context of its own, or going on in a warm one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class SliceBenchmark {
  private final BenchFlow sixty = BenchFlow.sixtyLines();
  private final BenchFlow empty = BenchFlow.empty();
  private final BenchFlow two = BenchFlow.inARow(2);
  private Flows flows = SliceLoad.flows();
  private List<JournalAnswer> sixtyAnswers = List.of();
  private List<JournalAnswer> one = List.of();
  private int run;

  /// Starts the worker.
  @Setup
  public void start() {
    sixtyAnswers = sixty.toTheEnd(flows, "");
  }

  /// A flow that waits warm for its first answer.
  @State(Scope.Thread)
  public static class Waiting {
    private String key = "";

    /// Begins it, and ends the one before.
    @Setup(Level.Invocation)
    public void begin(SliceBenchmark all) {
      key = "run " + all.run++;
      all.one = all.two.answered((Slice.Waiting) all.flows.slice(all.two.after(List.of(), key)));
    }

    /// Lets it end, so that it does not stay.
    @TearDown(Level.Invocation)
    public void end(SliceBenchmark all) {
      Slice.Waiting second = (Slice.Waiting) all.flows.slice(all.two.after(all.one, ""));
      List<JournalAnswer> both = new ArrayList<>(all.one);
      both.addAll(all.two.answered(second));
      all.flows.slice(all.two.after(both, key));
    }
  }

  /// Sixty lines from the start to the end, two answers replayed.
  @Benchmark
  public Slice sixtyLines() {
    return sixty.end(flows, sixtyAnswers);
  }

  /// Nothing but a context, the prelude and an end.
  @Benchmark
  public Slice empty() {
    return empty.end(flows, List.of());
  }

  /// One answer to a flow that waits warm, up to its next call.
  @Benchmark
  public Slice goOn(Waiting waiting) {
    return flows.slice(two.after(one, waiting.key));
  }

  /// Ends the worker.
  @TearDown
  public void stop() {
    flows.close();
  }
}
