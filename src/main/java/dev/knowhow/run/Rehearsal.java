package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.Turn;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Executes a tool with sample answers, without a database, a model or a cent: for checking
/// templates, for the command line and for estimates. Thread-safe.
public final class Rehearsal {
  private static final int MOST_SLICES = 2_000;

  private final Flows flows;
  private final Preparation preparation;
  private final Instant day;
  private final AtomicLong rehearsals = new AtomicLong();

  /// A rehearsal whose runs all begin at the same moment.
  public Rehearsal(Flows flows, Preparation preparation, Instant day) {
    this.flows = flows;
    this.preparation = preparation;
    this.day = day;
  }

  /// What a rehearsal came to.
  ///
  /// @param end done or failed; waiting only if the flow never ends
  /// @param asked what was asked and answered, in order
  public record Rehearsed(Slice end, List<Asked> asked) {
    /// Copies the list.
    public Rehearsed {
      asked = List.copyOf(asked);
    }
  }

  /// One ask with its sample answer.
  ///
  /// @param tier the tier that was asked for
  /// @param values what the prompt showed under which name
  /// @param prompt what would have been sent
  /// @param answer the sample answer as a model would have written it
  public record Asked(
      String step,
      String lane,
      int attempt,
      String tier,
      Map<String, Value> values,
      CompiledPrompt prompt,
      String answer) {}

  /// Who answers the asks of a rehearsal.
  @FunctionalInterface
  public interface Answering {

    /// The answer as a model writes it.
    ///
    /// @param lane the row that the step works on, or empty
    /// @param attempt counted from 1
    String answer(Step.Ask ask, String lane, int attempt, Tier tier, CompiledPrompt prompt);
  }

  /// Executes a definition with inputs and the sample answers of an example.
  ///
  /// @throws dev.knowhow.problem.Problem when the definition does not compile, or when the answers
  ///   lack one that the flow asks for
  public Rehearsed rehearse(Definition definition, Value.Fields inputs, SampleAnswers answers) {
    SampleDesk desk = new SampleDesk(answers);
    return rehearse(definition, inputs, desk, (ask, lane, _, _, _) -> desk.answer(ask.id(), lane));
  }

  /// Executes an example with its sample answers, and then looks at what must hold: each sentence
  /// is an entry of the step `holds` at the end of the trace. It stands behind persons who wait.
  ///
  /// @throws dev.knowhow.problem.Problem as [#rehearse]
  public Slice examine(Definition definition, Example example) {
    SampleDesk desk = new SampleDesk(example.answers());
    return rehearse(
            preparation.of(definition, example.holds()),
            Turn.batch("rehearsal of " + definition.files().sha256()),
            example.inputs(),
            desk,
            (ask, lane, _, _, _) -> desk.answer(ask.id(), lane))
        .end();
  }

  /// Executes a definition with inputs and somebody's answers; what persons decide is the
  /// example's.
  ///
  /// @throws dev.knowhow.problem.Problem when the definition does not compile, and what `answering`
  ///   throws
  public Rehearsed rehearse(
      Definition definition, Value.Fields inputs, SampleAnswers example, Answering answering) {
    return rehearse(definition, inputs, new SampleDesk(example), answering);
  }

  private Rehearsed rehearse(
      Definition definition, Value.Fields inputs, SampleDesk desk, Answering answering) {
    Turn turn = Turn.person("rehearsal of " + definition.files().sha256());
    return rehearse(preparation.of(definition), turn, inputs, desk, answering);
  }

  private Rehearsed rehearse(
      Prepared prepared, Turn turn, Value.Fields inputs, SampleDesk desk, Answering answering) {
    String warmKey =
        "rehearsal " + System.identityHashCode(this) + " " + rehearsals.incrementAndGet();
    List<JournalAnswer> journal = new ArrayList<>();
    Map<Integer, Asked> asked = new TreeMap<>();
    for (int slices = 0; ; slices++) {
      Slice slice =
          flows.slice(
              new SliceRequest(
                  prepared.program(),
                  inputs,
                  prepared.knowledgeTexts(),
                  day,
                  0,
                  journal,
                  warmKey,
                  turn));
      if (!(slice instanceof Slice.Waiting waiting) || slices >= MOST_SLICES) {
        return new Rehearsed(slice, List.copyOf(asked.values()));
      }
      for (FlowCall call : waiting.calls()) {
        journal.add(answer(prepared, desk, answering, call, asked));
      }
    }
  }

  private JournalAnswer answer(
      Prepared prepared,
      SampleDesk desk,
      Answering answering,
      FlowCall call,
      Map<Integer, Asked> asked) {
    Value answer =
        switch (call.name()) {
          case FlowCalls.ASK -> {
            Prepared.AskCall ask = FlowCalls.ask(call);
            CompiledPrompt prompt = prepared.prompt(ask);
            int attempt = FlowCalls.attempt(call);
            String text =
                answering.answer(
                    prepared.ask(call.step()), call.lane(), attempt, tier(ask), prompt);
            asked.put(
                call.number(),
                new Asked(
                    call.step(), call.lane(), attempt, ask.tier(), ask.names(), prompt, text));
            yield AnswerReading.read(prepared.ask(call.step()), text);
          }
          case FlowCalls.LOOK_UP -> prepared.lookUp(call);
          case FlowCalls.REVIEW -> desk.decide(call);
          case FlowCalls.USE_TOOL -> desk.use(call);
          case FlowCalls.NOW -> Value.text(day.toString());
          default -> throw new IllegalStateException("unknown call " + call.name());
        };
    return new JournalAnswer(call.number(), call.name(), call.argumentsHash(), answer);
  }

  private static Tier tier(Prepared.AskCall ask) {
    return Tier.valueOf(ask.tier().toUpperCase(Locale.ROOT));
  }
}
