package dev.knowhow.run;

import dev.knowhow.model.Answer;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Fitting;
import dev.knowhow.tool.Manner;
import dev.knowhow.tool.Moves;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.List;

/// Holds what a model wrote against what its step returns. What fits goes on as a canonical value;
/// what does not goes on as reasons that can be told to a model.
final class AnswerReading {
  private AnswerReading() {}

  /// The journaled answer for what a model said.
  static Value read(Step.Ask ask, Answer.Answered answered) {
    return answered
        .flaw()
        .map(flaw -> FlowCalls.bad(List.of(flaw)))
        .orElseGet(() -> read(ask, ask.returns().isPresent() ? answered.bare() : answered.text()));
  }

  /// The journaled answer for a text.
  static Value read(Step.Ask ask, String text) {
    if (ask.returns().isEmpty()) {
      String said = text.strip();
      return said.isEmpty()
          ? FlowCalls.bad(List.of("The answer is empty."))
          : FlowCalls.good(Value.text(said));
    }
    Type.Fields wanted = ask.returns().get();
    boolean isMove = Moves.isMove(wanted);
    Value raw;
    try {
      raw =
          isMove && !text.stripLeading().startsWith("{") ? Value.text(text) : ValueJson.parse(text);
    } catch (Problem unreadable) {
      return FlowCalls.bad(List.of("The answer is not in the wanted form. " + unreadable.what()));
    }
    return switch (wanted.read(isMove ? Moves.giving(wanted, raw) : raw, Manner.MODEL)) {
      case Fitting.Fits(Value value) -> FlowCalls.good(value);
      case Fitting.Misfits(List<Fitting.Misfit> misfits) ->
          FlowCalls.bad(misfits.stream().map(Fitting.Misfit::toString).toList());
    };
  }
}
