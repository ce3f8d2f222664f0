package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.prompt.SoFar;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a flow says of the turn that an ask is, where it works towards a goal.
final class Turns {
  private Turns() {}

  /// The turn's number, counted from 1; empty for an ask that is no turn.
  static Optional<Integer> number(FlowCall call) {
    return call.arguments().get("turn") instanceof Value.Fields turn
        ? Optional.of(Integer.parseInt(turn.get("number").textOrEmpty()))
        : Optional.empty();
  }

  /// What was done in the turns before.
  static Optional<SoFar> soFar(FlowCall call) {
    if (!(call.arguments().get("turn") instanceof Value.Fields turn)) {
      return Optional.empty();
    }
    List<SoFar.Turn> turns = new ArrayList<>();
    if (turn.get("done") instanceof Value.Items(List<Value> done)) {
      for (Value each : done) {
        if (each instanceof Value.Fields fields) {
          turns.add(
              new SoFar.Turn(fields.get("move").textOrEmpty(), fields.get("came").textOrEmpty()));
        }
      }
    }
    return Optional.of(new SoFar(turns, left(turn.get("left"))));
  }

  private static String left(Value left) {
    if (!(left instanceof Value.Fields fields)) {
      return "";
    }
    String calls = fields.get("calls").textOrEmpty();
    String words =
        calls.equals("1") ? "This is your last turn." : "You have " + calls + " turns left.";
    String tokens = fields.get("tokens").textOrEmpty();
    return tokens.isEmpty() ? words : words + " " + tokens + " tokens are left for them.";
  }
}
