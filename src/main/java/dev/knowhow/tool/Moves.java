package dev.knowhow.tool;

import dev.knowhow.prompt.OutputShape;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model answers in each turn of work towards a goal: one flat set of fields without
/// alternatives, as the strict modes of providers want it. `move` says what it does next, and only
/// the fields of that move are filled in.
public final class Moves {
  /// The move that gives the answer.
  public static final String ANSWER = "answer";

  private static final String MOVE = "move";
  private static final String WHY = "why";
  private static final int TEXT = 5_000;
  private static final int LONG_TEXT = 200_000;

  private Moves() {}

  /// The fields of a move.
  static Type.Fields fields(Optional<Type.Fields> returns, List<MayUse> mayUse) {
    Map<String, Type> fields = new LinkedHashMap<>();
    List<String> moves = new ArrayList<>();
    mayUse.forEach(each -> moves.add(each.name()));
    moves.add(ANSWER);
    fields.put(MOVE, new Type.OneOf(moves, false));
    fields.put(WHY, new Type.Text(TEXT, true));
    for (MayUse each : mayUse) {
      each.given()
          .fields()
          .forEach((name, type) -> fields.put(each.name() + "_" + name, open(type)));
    }
    if (returns.isEmpty()) {
      fields.put(ANSWER, new Type.Paragraph(LONG_TEXT, true));
    } else {
      returns.get().fields().forEach((name, type) -> fields.put(answerField(name), open(type)));
    }
    return new Type.Fields(fields);
  }

  /// The field of a move that holds a field of the answer.
  static String answerField(String name) {
    return ANSWER + "_" + name;
  }

  /// Whether the fields are those of a move.
  public static boolean isMove(Type.Fields fields) {
    List<String> names = List.copyOf(fields.fields().keySet());
    return names.size() > 2
        && names.getFirst().equals(MOVE)
        && names.get(1).equals(WHY)
        && fields.fields().get(MOVE) instanceof Type.OneOf(List<String> moves, _)
        && moves.getLast().equals(ANSWER);
  }

  /// A move that gives an answer; a value that is a move already stays as it is.
  ///
  /// @param answer the answer's fields, or its text
  public static Value giving(Type.Fields move, Value answer) {
    if (answer instanceof Value.Fields fields && fields.get(MOVE).isStated()) {
      return answer;
    }
    Map<String, Value> all = new LinkedHashMap<>();
    move.fields().forEach((name, type) -> all.put(name, TypeBuilder.empty(type)));
    all.put(MOVE, Value.text(ANSWER));
    if (answer instanceof Value.Fields(Map<String, Value> fields)) {
      fields.forEach((name, value) -> all.put(answerField(name), value));
    } else {
      all.put(ANSWER, answer);
    }
    return Value.fields(all);
  }

  /// Says to a model what its moves are.
  static OutputShape shape(WorkTowards goal) {
    OutputShape shape = AnswerShape.of(fields(goal.returns(), goal.mayUse()));
    StringBuilder text = new StringBuilder();
    text.append("You work towards an answer in turns. In each turn you make one move:\n");
    for (MayUse each : goal.mayUse()) {
      List<String> given =
          each.given().fields().keySet().stream().map(name -> each.name() + "_" + name).toList();
      text.append("- ").append(each.name()).append(": ").append(what(each));
      text.append(" Fill in ").append(String.join(", ", given)).append(".\n");
    }
    text.append("- ").append(ANSWER).append(": gives the answer and ends the work.");
    text.append(" Fill in ").append(answerFields(goal)).append(".\n\n");
    text.append(
        "Every field that does not belong to your move is \"not stated\", or an empty list.");
    text.append(" Use only what you were given; what you were told so far stands at the end.\n\n");
    return new OutputShape(shape.jsonSchema(), text + shape.instructions());
  }

  private static String answerFields(WorkTowards goal) {
    return goal.returns()
        .map(fields ->
            String.join(", ", fields.fields().keySet().stream().map(Moves::answerField).toList()))
        .orElse(ANSWER);
  }

  private static String what(MayUse use) {
    String about = use.about().endsWith(".") ? use.about() : use.about() + ".";
    return switch (use) {
      case MayUse.Knowledge _ -> "looks passages up. " + about;
      case MayUse.Calculation _ -> "computes exactly. " + about;
      case MayUse.OtherTool _ -> "asks another tool. " + about;
    };
  }

  /// The same type, which may be left open.
  private static Type open(Type type) {
    return switch (type) {
      case Type.Text text -> new Type.Text(text.atMost(), true);
      case Type.Paragraph text -> new Type.Paragraph(text.atMost(), true);
      case Type.Number number -> new Type.Number(number.range(), true);
      case Type.Money money -> new Type.Money(money.range(), true);
      case Type.Date date -> new Type.Date(date.range(), true);
      case Type.Measure measure -> new Type.Measure(measure.range(), true);
      case Type.YesNo _ -> new Type.YesNo(true);
      case Type.OneOf oneOf -> new Type.OneOf(oneOf.options(), true);
      case Type.Items _, Type.Rows _, Type.Fields _, Type.Document _, Type.Documents _ -> type;
    };
  }
}
