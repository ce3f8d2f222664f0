package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Says what does not go together in a tool beyond the form of its keys: names that come twice,
/// branches that can't be reached, points that nothing takes care of. Not thread-safe.
final class ToolRules {
  private static final String FILE = "tool.yaml";

  /// Words of formulas, sentences and sample answers, which can't be names.
  static final Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "is",
          "where",
          "otherwise",
          "stated",
          "missing",
          "yes",
          "no",
          "on",
          "true",
          "false",
          "passage");

  private final Tool tool;
  private final Faults faults;
  private final Map<String, String> names = new HashMap<>();

  private ToolRules(Tool tool, Faults faults) {
    this.tool = tool;
    this.faults = faults;
  }

  /// Checks a tool; `lines` says where inputs and knowledge are.
  static void check(Tool tool, Map<String, Integer> lines, Faults faults) {
    ToolRules rules = new ToolRules(tool, faults);
    tool.inputs()
        .forEach(
            input -> rules.name(input.name(), "an input", lines.getOrDefault(input.name(), 0)));
    tool.knowledge()
        .forEach(
            source -> rules.name(source.name(), "knowledge", lines.getOrDefault(source.name(), 0)));
    List<Step> steps = Steps.all(tool.steps());
    if (steps.size() > ToolForm.MAX_STEPS) {
      rules.fault(
          0, "steps", "found " + steps.size() + " steps, wanted at most " + ToolForm.MAX_STEPS, "");
    }
    steps.forEach(rules::step);
    rules.results();
    tool.expertPoints().forEach(rules::expertPoint);
  }

  private void step(Step step) {
    switch (step) {
      case Step.Ask ask -> {
        name(ask.id(), "an ask", ask.line());
        otherwise(ask);
      }
      case Step.LookUp lookUp -> name(lookUp.gives(), "a look up's passages", lookUp.line());
      case Step.Calculate calculate ->
          calculate
              .values()
              .forEach(value -> name(value.name(), "a calculated value", value.formula().line()));
      case Step.ForEach loop -> {
        name(loop.row(), "a row", loop.line());
        name(loop.gives(), "a list of rows", loop.line());
      }
      case Step.Choose choose -> branches(choose);
      case Step.Match match -> {
        name(match.gives(), "a list of rows", match.line());
        match.columns().forEach(column -> column(match, column));
      }
      case WorkTowards goal -> name(goal.id(), "a goal", goal.line());
      case Step.UseTool use -> name(use.id(), "what a tool gives", use.line());
      case Step.Review review -> {
        name(review.id(), "a review", review.line());
        review
            .fills()
            .fields()
            .keySet()
            .forEach(fill -> name(fill, "what a person fills in", review.line()));
        review.late().ifPresent(late -> reason(late, review.id(), review.line()));
      }
      case Step.Check _ -> {}
    }
  }

  private void name(String name, String what, int line) {
    if (name.isEmpty()) {
      return;
    }
    if (RESERVED.contains(name)) {
      fault(line, name, "\"" + name + "\" is a word of formulas and can't be a name", "");
    }
    String before = names.putIfAbsent(name, what);
    if (before != null) {
      String hint =
          what.equals("a look up's passages")
              ? "Add \"gives: another_name\" to one of them"
              : "Call one of them otherwise";
      fault(line, name, "the name is taken twice: by " + before + " and by " + what, hint);
    }
  }

  private void otherwise(Step.Ask ask) {
    int stop = ask.otherwise().indexOf(Otherwise.STOP);
    if (!ask.otherwise().isEmpty() && stop != ask.otherwise().size() - 1) {
      fault(
          ask.line(),
          ask.id(),
          stop < 0 ? "\"otherwise\" does not end with stop" : "something follows stop",
          "End \"otherwise\" with stop");
    }
  }

  private void branches(Step.Choose choose) {
    for (int i = 0; i < choose.branches().size(); i++) {
      Step.Branch branch = choose.branches().get(i);
      boolean last = i == choose.branches().size() - 1;
      if (branch.when() instanceof Step.Condition.Else && !last) {
        fault(
            branch.line(),
            choose.id(),
            "branches after \"otherwise\" are never taken",
            "Put \"when: otherwise\" last");
      }
      reason(branch.then(), choose.id(), branch.line());
    }
  }

  private void reason(Step.Then then, String where, int line) {
    if (then instanceof Step.Then.Finish finish
        && finish.outcome() == Outcome.CANT_SAY
        && finish.because().isEmpty()) {
      fault(line, where, "\"can't say\" without a reason", "Add \"because: …\" for the person");
    }
  }

  private void column(Step.Match match, Step.Column column) {
    if (!(column.content() instanceof Step.Column.Content.FirstThatHolds(var cases))) {
      return;
    }
    for (int i = 0; i < cases.size() - 1; i++) {
      if (cases.get(i).when() instanceof Step.Condition.Else) {
        fault(
            match.line(),
            column.name(),
            "cases after \"otherwise\" are never taken",
            "Put the case with otherwise last");
      }
    }
  }

  private void results() {
    for (ResultField result : tool.results()) {
      boolean taken = names.containsKey(result.name());
      if (taken && !result.from().text().equals(result.name())) {
        fault(
            result.from().line(),
            "results/" + result.name(),
            "the result has the name of "
                + names.get(result.name())
                + " but comes from \""
                + result.from()
                + "\"",
            "Call the result otherwise");
      }
    }
  }

  private void expertPoint(ExpertPoint point) {
    String where = "experts check/" + point.point();
    switch (point.by()) {
      case ExpertPoint.By.ACheck(String sentence) -> {
        if (!isCheck(tool, sentence)) {
          List<String> known = tool.checks().stream().map(Written::text).toList();
          String hint = Nearest.hint(sentence, known);
          fault(
              point.line(),
              where,
              "no check of the tool says \"" + sentence + "\"",
              hint.isEmpty() ? "Copy a check in its exact words" : hint);
        }
      }
      case ExpertPoint.By.ACalculation(String name) -> {
        Set<String> known = calculated();
        if (!known.contains(name)) {
          fault(
              point.line(),
              where,
              "nothing calculates \"" + name + "\"",
              Nearest.hint(name, known));
        }
      }
      case ExpertPoint.By.AKnowledge(String name) -> {
        List<String> known = tool.knowledge().stream().map(KnowledgeSource::name).toList();
        if (!known.contains(name)) {
          fault(
              point.line(),
              where,
              "there is no knowledge \"" + name + "\"",
              Nearest.hint(name, known));
        }
      }
      case ExpertPoint.By.APerson _ -> {}
    }
  }

  private Set<String> calculated() {
    Set<String> known = new TreeSet<>();
    for (Step step : Steps.all(tool.steps())) {
      if (step instanceof Step.Calculate calculate) {
        calculate.values().forEach(value -> known.add(value.name()));
      } else if (step instanceof Step.Match match) {
        known.add(match.gives());
        match.columns().forEach(column -> known.add(column.name()));
      }
    }
    return known;
  }

  /// Whether a sentence is a check of the tool or of its house, whatever its white space.
  static boolean isCheck(Tool tool, String sentence) {
    Set<String> known = new HashSet<>(Set.of(PlantedMistake.NEVER_SAY));
    tool.checks().forEach(check -> known.add(folded(check.text())));
    return known.contains(folded(sentence));
  }

  /// A sentence with single spaces.
  static String folded(String sentence) {
    return sentence.replaceAll("\\s+", " ").strip();
  }

  private void fault(int line, String where, String what, String hint) {
    faults.add(FILE, line, where, what, hint);
  }
}
