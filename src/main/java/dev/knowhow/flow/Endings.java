package dev.knowhow.flow;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Outcome;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.ResultKind;
import dev.knowhow.tool.Step;
import java.util.ArrayList;
import java.util.List;

/// Writes the ends of a flow: its results, or that it can't say. Not thread-safe.
final class Endings {
  private final Definition definition;
  private final ScriptText script;
  private final WrittenReader reader;
  private final Faults faults;

  Endings(Definition definition, ScriptText script, WrittenReader reader, Faults faults) {
    this.definition = definition;
    this.script = script;
    this.reader = reader;
    this.faults = faults;
  }

  /// Ends early, as a branch says.
  void finish(Step.Then.Finish finish, Scope scope, Place place) {
    List<ResultField> results = definition.tool().results();
    if (finish.outcome() == Outcome.RESULT) {
      boolean all = finish.show().isEmpty();
      result(
          results.stream().filter(one -> all || finish.show().contains(one.name())).toList(),
          scope,
          place);
      return;
    }
    List<ResultField> shown =
        results.stream().filter(one -> finish.show().contains(one.name())).toList();
    script.spread(
        "return " + place.run() + ".cantSay(" + Js.text(finish.because()) + ", { ",
        properties(shown, scope),
        " });");
  }

  /// Ends with results, after the house's words were looked for in those that were not yet checked.
  void result(List<ResultField> results, Scope scope, Place place) {
    List<String> properties = properties(results, scope);
    List<String> ours = ownWords(results, scope);
    if (!ours.isEmpty() && !definition.house().neverSay().isEmpty()) {
      script.line(
          place.run()
              + ".check(\"results\", { "
              + Js.text(StepScript.NEVER_SAY)
              + ": NEVER_SAY("
              + Js.object(ours)
              + ", NEVER) });");
    }
    script.spread("return " + place.run() + ".finish({ ", properties, " });");
  }

  private List<String> properties(List<ResultField> results, Scope scope) {
    List<String> properties = new ArrayList<>();
    for (ResultField result : results) {
      Piece piece = reader.path(result.from(), "results/" + result.name(), scope);
      requireKind(result, piece);
      properties.add(Js.property(result.name(), piece.js()));
    }
    return properties;
  }

  /// The texts that the tool itself says: no answer that was checked already, nothing that a check
  /// holds to somebody else's words, nothing that was filled in.
  private List<String> ownWords(List<ResultField> results, Scope scope) {
    List<String> ours = new ArrayList<>();
    for (ResultField result : results) {
      String path = result.from().text();
      boolean isInput = definition.tool().input(path).isPresent();
      boolean wasChecked = definition.tool().ask(path).isPresent();
      if (isInput || wasChecked || reader.quoted().contains(path)) {
        continue;
      }
      try {
        Piece piece = Paths.find(path, scope);
        if (piece.sort() instanceof Sort.Text) {
          ours.add(Js.property(result.name(), piece.js()));
        }
      } catch (WrongFormula _) {
        // said already where the name is read
      }
    }
    return ours;
  }

  private void requireKind(ResultField result, Piece piece) {
    boolean fits =
        piece.isWrong()
            || switch (result.kind()) {
              case LETTER, TEXT, PARAGRAPH -> piece.sort() instanceof Sort.Text;
              case NUMBER -> piece.sort() instanceof Sort.Number;
              case MONEY -> piece.sort() instanceof Sort.Money;
              case DATE -> piece.sort() instanceof Sort.Date;
              case LENGTH -> piece.sort() instanceof Sort.Length;
              case YES_NO -> piece.sort() instanceof Sort.YesNo;
              case LIST ->
                  piece.sort() instanceof Sort.Items(Sort each)
                      && !(each instanceof Sort.Fields || each instanceof Sort.Document);
              case ROWS ->
                  piece.sort() instanceof Sort.Items(Sort each) && each instanceof Sort.Fields;
            };
    if (!fits) {
      faults.at(
          result.from(),
          "results/" + result.name(),
          "“"
              + result.from()
              + "” is "
              + piece.sort().words()
              + ", and the result is shown as "
              + shown(result.kind()),
          "Give the result the type that its value has, or another value with “from”.");
    }
  }

  private static String shown(ResultKind kind) {
    return kind == ResultKind.ROWS ? "rows" : "a " + kind.words();
  }
}
