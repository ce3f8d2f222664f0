package dev.knowhow.tool;

import static dev.knowhow.tool.ToolBuilder.allWritten;
import static dev.knowhow.tool.ToolBuilder.written;

import dev.knowhow.tool.yaml.Section;
import dev.knowhow.value.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes the records of checked steps and numbers those that have no name. Not thread-safe.
final class StepBuilder {
  private static final int TOKENS = 2_000;
  private static final int PASSAGES = 3;
  private static final int AT_ONCE = 4;

  private int choices;
  private boolean complete = true;
  private int checks;
  private int reviews;

  List<Step> steps(Section list) {
    List<Step> steps = new ArrayList<>();
    for (Section section : list.items()) {
      Optional<Step> step = step(section);
      complete &= step.isPresent();
      step.ifPresent(steps::add);
    }
    return steps;
  }

  /// Whether every step was of a known kind so far.
  boolean isComplete() {
    return complete;
  }

  private Optional<Step> step(Section section) {
    if (section.has("ask")) {
      return Optional.of(ask(section));
    }
    if (section.has("look up")) {
      return Optional.of(lookUp(section));
    }
    if (section.has("calculate")) {
      return Optional.of(calculate(section));
    }
    if (section.has("for each")) {
      return Optional.of(forEach(section));
    }
    if (section.has("choose")) {
      return Optional.of(choose(section));
    }
    if (section.has("match")) {
      return Optional.of(match(section));
    }
    if (section.has("review")) {
      return Optional.of(review(section));
    }
    if (section.has("use a tool")) {
      return Optional.of(useTool(section));
    }
    if (section.has("work towards")) {
      return Optional.of(GoalBuilder.goal(section));
    }
    return section.has("check") ? Optional.of(check(section)) : Optional.empty();
  }

  private static Step ask(Section ask) {
    return turn(ask, ask.text("ask"), ask.maybe("returns").map(TypeBuilder::returned));
  }

  /// An ask of the keys that an ask and a goal have in common, and `otherwise` and `check` where
  /// they are there.
  static Step.Ask turn(Section ask, String name, Optional<Type.Fields> returns) {
    Tier tier =
        Arrays.stream(Tier.values())
            .filter(each -> each.words().equals(ask.text("tier")))
            .findFirst()
            .orElse(Tier.STANDARD);
    int count = ask.count("at most", TOKENS);
    boolean words = ask.text("at most").endsWith("words");
    return new Step.Ask(
        name,
        ask.text("does"),
        ask.text("prompt", "prompts/" + name + ".md"),
        tier,
        words ? new AnswerLimit.Words(count) : new AnswerLimit.Tokens(count),
        returns,
        allWritten(ask.at("check")),
        ask.has("otherwise")
            ? otherwise(ask.at("otherwise"))
            : List.of(Otherwise.ASK_AGAIN, Otherwise.STOP),
        ask.text("by"),
        ask.line());
  }

  private static List<Otherwise> otherwise(Section list) {
    return list.items().stream()
        .flatMap(word ->
            Arrays.stream(Otherwise.values()).filter(each -> each.words().equals(word.text())))
        .toList();
  }

  private static Step lookUp(Section section) {
    Section lookUp = section.at("look up");
    List<String> in = lookUp.at("in").items().stream().map(Section::text).toList();
    String gives = lookUp.text("gives", "passages");
    return new Step.LookUp(
        gives,
        section.text("does", "look up in " + String.join(", ", in)),
        in,
        written(lookUp.at("for")),
        lookUp.count("at most", PASSAGES),
        gives,
        section.line());
  }

  private static Step calculate(Section section) {
    List<Step.Named> values = new ArrayList<>();
    for (Section.NamedSection value : section.at("calculate").entries()) {
      values.add(new Step.Named(value.name(), written(value.section())));
    }
    String names = String.join(", ", values.stream().map(Step.Named::name).toList());
    String id = values.isEmpty() ? "" : values.getFirst().name();
    return new Step.Calculate(
        id, section.text("does", "calculate " + names.replace('_', ' ')), values, section.line());
  }

  private Step forEach(Section section) {
    String words = section.text("for each");
    int in = words.indexOf(" in ");
    String row = in < 0 ? "" : words.substring(0, in);
    String list = in < 0 ? "" : words.substring(in + " in ".length());
    String gives = section.text("gives");
    return new Step.ForEach(
        gives,
        section.text("does", "for each " + row.replace('_', ' ')),
        row,
        new Written(list, section.file(), section.at("for each").line()),
        gives,
        section.count("at most at once", AT_ONCE),
        steps(section.at("steps")),
        section.line());
  }

  private Step choose(Section section) {
    List<Step.Branch> branches = new ArrayList<>();
    String id = "choice_" + ++choices;
    for (Section branch : section.at("choose").items()) {
      branches.add(new Step.Branch(condition(branch.at("when")), then(branch), branch.line()));
    }
    return new Step.Choose(
        id, section.text("does", "decide how to go on"), branches, section.line());
  }

  private Step.Then then(Section branch) {
    return branch.has("finish")
        ? finish(branch.at("finish"))
        : new Step.Then.Steps(steps(branch.at("steps")));
  }

  private static Step.Then finish(Section finish) {
    Outcome outcome =
        finish.text("outcome").equals(Outcome.CANT_SAY.words()) ? Outcome.CANT_SAY : Outcome.RESULT;
    return new Step.Then.Finish(
        outcome,
        finish.text("because"),
        finish.at("show").items().stream().map(Section::text).toList());
  }

  private static Step match(Section section) {
    String words = section.text("match");
    int with = words.indexOf(" with ");
    int line = section.at("match").line();
    String left = with < 0 ? "" : words.substring(0, with);
    String right = with < 0 ? "" : words.substring(with + " with ".length());
    List<Step.Column> columns = new ArrayList<>();
    for (Section.NamedSection column : section.at("columns").entries()) {
      columns.add(new Step.Column(column.name(), content(column.section())));
    }
    String gives = section.text("gives");
    return new Step.Match(
        gives,
        section.text("does", "compare " + words),
        new Written(left, section.file(), line),
        new Written(right, section.file(), line),
        section.at("on").items().stream().map(Section::text).toList(),
        gives,
        columns,
        section.line());
  }

  private static Step.Column.Content content(Section column) {
    if (column.items().isEmpty()) {
      return new Step.Column.Content.Formula(written(column));
    }
    List<Step.Column.Case> cases = new ArrayList<>();
    for (Section item : column.items()) {
      for (Section.NamedSection each : item.entries()) {
        cases.add(new Step.Column.Case(each.name().strip(), condition(each.section())));
      }
    }
    return new Step.Column.Content.FirstThatHolds(cases);
  }

  private static Step.Condition condition(Section words) {
    return words.text().equals("otherwise")
        ? new Step.Condition.Else()
        : new Step.Condition.When(written(words));
  }

  private Step check(Section section) {
    return new Step.Check(
        "check_" + ++checks,
        section.text("does", "check"),
        allWritten(section.at("check")),
        otherwise(section.at("otherwise")).contains(Otherwise.A_PERSON)
            ? Otherwise.A_PERSON
            : Otherwise.STOP,
        section.text("by"),
        section.line());
  }

  private Step review(Section section) {
    String of = section.text("review");
    return new Step.Review(
        "review_" + ++reviews,
        section.text("does", "review " + of.replace('_', ' ')),
        of,
        section.text("by"),
        allWritten(section.at("show")),
        TypeBuilder.returned(section.at("person fills")),
        section.maybe("within").flatMap(StepBuilder::duration),
        section.maybe("when late").map(this::then),
        section.line());
  }

  private static Step useTool(Section section) {
    String tool = section.text("use a tool");
    return new Step.UseTool(
        section.text("gives"),
        section.text("does", "use the tool " + tool),
        tool,
        section.at("with").entries().stream()
            .map(entry -> new Step.Named(entry.name(), written(entry.section())))
            .toList(),
        TypeBuilder.returned(section.at("returns")),
        section.line());
  }

  private static Optional<Duration> duration(Section words) {
    long count = words.count();
    String unit = words.text().replaceAll("[^a-z]", "").replaceAll("s$", "");
    return switch (unit) {
      case "minute" -> Optional.of(Duration.ofMinutes(count));
      case "hour" -> Optional.of(Duration.ofHours(count));
      case "day" -> Optional.of(Duration.ofDays(count));
      case "week" -> Optional.of(Duration.ofDays(7 * count));
      default -> Optional.of(Duration.ZERO); // a fault already
    };
  }
}
