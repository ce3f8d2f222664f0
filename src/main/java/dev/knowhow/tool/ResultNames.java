package dev.knowhow.tool;

import dev.knowhow.tool.Scope.Found;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;

/// Says which results nothing gives, have another kind, or are shown before they are there. Not
/// thread-safe.
final class ResultNames {
  private static final String FILE = "tool.yaml";

  private final Tool tool;
  private final Faults faults;
  private final List<Early> early = new ArrayList<>();

  ResultNames(Tool tool, Faults faults) {
    this.tool = tool;
    this.faults = faults;
  }

  /// Looks at what a finish shows, with the names that are known there.
  void finish(Step.Then.Finish finish, int line, String where, Scope scope) {
    List<String> known = tool.results().stream().map(ResultField::name).toList();
    for (String name : finish.show()) {
      if (!known.contains(name)) {
        fault(
            line,
            where,
            "there is no result \"" + name + "\" to show; there is " + String.join(", ", known),
            Nearest.hint(name, known));
      }
    }
    boolean everything = finish.outcome() == Outcome.RESULT && finish.show().isEmpty();
    for (ResultField result : tool.results()) {
      boolean shows = everything || finish.show().contains(result.name());
      if (shows && scope.find(result.from().text()) instanceof Found.Wrong) {
        early.add(new Early(result, line, where));
      }
    }
  }

  /// Looks at the results with the names that are known at the end.
  void check(Scope end) {
    tool.results().forEach(result -> result(result, end));
    for (Early each : early) {
      if (end.find(each.result().from().text()) instanceof Found.At) {
        fault(
            each.line(),
            each.where(),
            "the result \"" + each.result().name() + "\" is not there yet at this point",
            "Show others, or finish later");
      }
    }
  }

  private void result(ResultField result, Scope end) {
    String where = "results/" + result.name();
    switch (end.find(result.from().text())) {
      case Found.Wrong(String what, String hint) -> fault(result.from().line(), where, what, hint);
      case Found.At(Shape shape) -> {
        if (!fits(result.kind(), shape)) {
          fault(
              result.from().line(),
              where,
              "\""
                  + result.from()
                  + "\" is "
                  + words(shape)
                  + ", wanted what a result of type "
                  + result.kind().words()
                  + " can show",
              "");
        }
      }
    }
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case Shape.Table _ -> "a list of rows";
      case Shape.Several _ -> "a list";
      case Shape.Group _ -> "fields";
      case Shape.Single _, Shape.Computed _ -> "a single value";
    };
  }

  private static boolean fits(ResultKind kind, Shape shape) {
    return shape instanceof Shape.Computed
        || switch (kind) {
          case LIST -> shape instanceof Shape.Several;
          case ROWS -> shape instanceof Shape.Table;
          case LETTER, TEXT, PARAGRAPH, NUMBER, MONEY, DATE, LENGTH, YES_NO ->
              shape instanceof Shape.Single;
        };
  }

  private void fault(int line, String where, String what, String hint) {
    faults.add(FILE, line, where, what, hint);
  }

  /// A result that a finish shows and that is not known there.
  private record Early(ResultField result, int line, String where) {}
}
