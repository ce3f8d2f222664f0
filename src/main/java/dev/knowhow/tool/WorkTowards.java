package dev.knowhow.tool;

import dev.knowhow.prompt.OutputShape;
import java.util.List;
import java.util.Optional;

/// Lets a model work towards an answer in turns: in each it uses one of the things it was given, or
/// answers. An answer whose checks do not hold goes on with the reasons, until the budget ends.
///
/// @param turn what is asked in each turn; its answer is a move
/// @param returns the fields of the answer; empty where the answer is a text
/// @param checks what must hold of the answer
public record WorkTowards(
    Step.Ask turn,
    Optional<Type.Fields> returns,
    List<Written> checks,
    List<MayUse> mayUse,
    GoalBudget budget,
    WhenSpent whenSpent)
    implements Step {
  /// Copies the lists.
  public WorkTowards {
    checks = List.copyOf(checks);
    mayUse = List.copyOf(mayUse);
  }

  @Override
  public String id() {
    return turn.id();
  }

  @Override
  public String does() {
    return turn.does();
  }

  @Override
  public int line() {
    return turn.line();
  }

  /// What the answer must be: the fields, or a text.
  public Type answerType() {
    return AnswersReader.typeOf(returns);
  }

  /// The shape that each turn's move must have, with what the moves are.
  public OutputShape shape() {
    return Moves.shape(this);
  }
}
