package dev.knowhow.flow;

import dev.knowhow.value.ValueJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sandbox as the server uses it, with a shorter deadline.
final class RealArena implements Arena {
  private static final int MOST_SLICES = 40;

  private final Flows flows;
  private final FlowLimits limits;

  RealArena(FlowLimits limits) {
    this(limits, WarmFlows.USUAL);
  }

  /// One that keeps at most so many waiting flows warm.
  RealArena(FlowLimits limits, int warmAtMost) {
    this.limits = limits;
    flows = new Flows(WorkerPlace.ofSystem(), limits, warmAtMost);
  }

  Flows flows() {
    return flows;
  }

  @Override
  public End end(String tool, String script) {
    List<JournalAnswer> journal = new ArrayList<>();
    String key = tool + " " + System.identityHashCode(journal);
    for (int slices = 0; slices < MOST_SLICES; slices++) {
      Slice slice =
          flows.slice(
              FlowTesting.request(
                  FlowTesting.program(script), "{}", Map.of(), journal, key, Turn.person(tool)));
      switch (slice) {
        case Slice.Done(FlowResult result, _) -> {
          return new End.Told(ValueJson.print(result.results()));
        }
        case Slice.Failed(FlowFault fault, _) -> {
          return new End.Failed(fault);
        }
        case Slice.Waiting(List<FlowCall> calls, _) ->
            calls.forEach(call -> journal.add(FlowTesting.answer(call, answer(call))));
      }
    }
    return new End.Broken("it asks for ever");
  }

  private static String answer(FlowCall call) {
    return switch (call.name()) {
      case "lookUp" -> "[]";
      case "now" -> "\"2026-11-24T15:04:06Z\"";
      default -> "{\"value\":\"answer\"}";
    };
  }

  /// Two tries, the starts of two workers and the turns of others before, on a machine that does
  /// other things as well. That each try ends in time is measured in [KilledInTimeTest].
  @Override
  public Duration atMost() {
    return limits.slice().plusSeconds(1).multipliedBy(2).plusSeconds(60);
  }

  @Override
  public void close() {
    flows.close();
  }
}
