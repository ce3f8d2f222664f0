package dev.knowhow.tool;

import static dev.knowhow.tool.Forms.NAME;
import static dev.knowhow.tool.Forms.PATH;
import static dev.knowhow.tool.Forms.PATH_PATTERN;
import static dev.knowhow.tool.Forms.SENTENCES;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.value.Tier;
import java.util.Arrays;
import java.util.List;

/// The keys of the steps of `tool.yaml`.
final class StepForms {
  private static final Form FORMULA = new Form.Prose("a formula");

  private static final Form ROLE = new Form.Prose("a role of the house, such as doctor");

  private static final Key DOES =
      Key.may(
          "does",
          new Form.Prose("what the step does, in a few words"),
          "What the step does, for the outline and the timeline.");

  /// A list of steps.
  static final Form STEPS =
      new Form.ListOf(
          new Form.Elsewhere("step", StepForms::step), 1, ToolForm.MAX_STEPS, "a list of steps");

  static final Form PROMPT =
      new Form.Matching(
          "prompts/[A-Za-z0-9][A-Za-z0-9 ._/-]*\\.md", "a file such as prompts/letter.md");
  static final Form TIER = new Form.Word(Arrays.stream(Tier.values()).map(Tier::words).toList());
  static final Form LENGTH =
      new Form.Matching(
          "[1-9][0-9]{0,4} (words|tokens)", "a length such as \"450 words\" or \"2000 tokens\"");

  private static final KeySet ASK =
      KeySet.of(
          "an ask",
          Key.must("ask", NAME, "Asks a model; the name of the answer."),
          Key.must("does", new Form.Prose("what the step does, in a few words"), DOES.about()),
          Key.may(
              "prompt",
              PROMPT,
              "The prompt's file; prompts/ with the name of the answer where nothing is said."),
          Key.may("tier", TIER, "How good a model is asked; standard where nothing is said."),
          Key.may(
              "at most", LENGTH, "How long the answer may be; 2000 tokens where nothing is said."),
          Key.may(
              "returns",
              new Form.Named(NAME, Forms.RETURNED, 60, "fields of the answer with their types"),
              "The fields of the answer; a text where nothing is said."),
          Key.may("check", SENTENCES, "What must hold of the answer."),
          Key.may(
              "otherwise",
              new Form.ListOf(
                  new Form.Word(Arrays.stream(Otherwise.values()).map(Otherwise::words).toList()),
                  1,
                  6,
                  "a list such as [ask again, stop]"),
              "What happens when a check does not hold; [ask again, stop] where nothing is said."),
          Key.may("by", ROLE, "The role that decides where otherwise says a person."));

  private static final KeySet LOOK_UP =
      KeySet.of(
          "a look up",
          Key.must(
              "look up",
              new Form.Keyed(
                  KeySet.of(
                      "what is looked up",
                      Key.must(
                          "in",
                          new Form.ListOf(NAME, 1, 20, "a list of knowledge such as [rules]"),
                          "Which knowledge."),
                      Key.must("for", PATH, "The text to find passages for."),
                      Key.may(
                          "at most",
                          new Form.Matching(
                              "[1-9][0-9]? passages?", "a number such as \"3 passages\""),
                          "How many passages; 3 where nothing is said."),
                      Key.may(
                          "gives",
                          NAME,
                          "The name of the passages; passages where nothing is said."))),
              "Finds passages of knowledge."),
          DOES);

  private static final KeySet CALCULATE =
      KeySet.of(
          "a calculation",
          Key.must(
              "calculate",
              new Form.Named(NAME, FORMULA, 50, "formulas by their names"),
              "Computes values with formulas."),
          DOES);

  private static final KeySet FOR_EACH =
      KeySet.of(
          "a for each",
          Key.must(
              "for each",
              new Form.Matching(
                  NAME.pattern() + " in " + PATH_PATTERN, "words such as \"line in found.lines\""),
              "Does the same for each row of a list."),
          Key.must("gives", NAME, "The name of the rows that come out."),
          Key.may(
              "at most at once",
              new Form.Matching("[1-9]|1[0-9]|20", "a whole number from 1 to 20"),
              "How many rows are worked on at the same time; 4 where nothing is said."),
          Key.must("steps", new Form.Elsewhere("steps", () -> STEPS), "The steps for each row."),
          DOES);

  private static final KeySet FINISH =
      KeySet.of(
          "a finish",
          Key.must(
              "outcome",
              new Form.Word(Arrays.stream(Outcome.values()).map(Outcome::words).toList()),
              "How the run ends."),
          Key.may("because", new Form.Prose("the reason"), "The reason, for the person."),
          Key.may(
              "show",
              new Form.ListOf(NAME, 0, 50, "a list of results such as [gaps]"),
              "The results that are shown all the same."));

  private static final KeySet BRANCH =
      KeySet.of(
          "a branch",
          Key.must(
              "when",
              new Form.Prose("a formula, or otherwise"),
              "A formula that must hold, or otherwise for the last branch."),
          Key.may("finish", new Form.Keyed(FINISH), "Ends the run."),
          Key.may(
              "steps",
              new Form.Elsewhere("steps", () -> STEPS),
              "Instead of finish: the steps of this branch."));

  private static final KeySet CHOOSE =
      KeySet.of(
          "a choice",
          Key.must(
              "choose",
              new Form.ListOf(new Form.Keyed(BRANCH), 1, 20, "a list of branches"),
              "Takes the first branch whose formula holds."),
          DOES);

  private static final Form CASES =
      new Form.ListOf(
          new Form.Named(
              new Form.Matching("[^\\n]{1,60}", "a text of at most 60 characters"),
              new Form.Prose("a formula, or otherwise"),
              1,
              "a text with a formula"),
          1,
          30,
          "a list of texts with their formulas");

  private static final KeySet MATCH =
      KeySet.of(
          "a match",
          Key.must(
              "match",
              new Form.Matching(
                  PATH_PATTERN + " with " + PATH_PATTERN,
                  "words such as \"asked.required with cert.shown\""),
              "Pairs the rows of two lists; rows without a partner are kept."),
          Key.must(
              "on",
              new Form.ListOf(NAME, 1, 10, "a list of fields such as [coverage]"),
              "The fields that must be equal."),
          Key.must("gives", NAME, "The name of the rows that come out."),
          Key.may(
              "columns",
              new Form.Named(NAME, new Form.TextOr(FORMULA, CASES), 40, "columns by their names"),
              "What is computed for each pair."),
          DOES);

  private static final KeySet CHECK =
      KeySet.of(
          "a check",
          Key.must("check", SENTENCES, "What must hold at this point."),
          Key.may(
              "otherwise",
              new Form.ListOf(
                  new Form.Word(List.of("a person", "stop")), 1, 1, "[stop] or [a person]"),
              "What happens when it does not hold: stop, or a person says whether it stands."),
          Key.may("by", ROLE, "The role that decides where otherwise says a person."),
          DOES);

  private static final KeySet REVIEW =
      KeySet.of(
          "a review",
          Key.must("review", NAME, "Lets a person decide; the name of what is decided."),
          Key.may(
              "by",
              ROLE,
              "The role of the house that decides; whoever started the run and the builders where"
                  + " nothing is said."),
          Key.may(
              "show",
              new Form.ListOf(PATH, 0, 20, "a list of names such as [found.lines]"),
              "What is needed to decide."),
          Key.may(
              "person fills",
              new Form.Named(NAME, Forms.FILLED, 20, "names with their types"),
              "What only a person may decide: names that are known afterwards."),
          Key.may(
              "within",
              new Form.Matching(
                  "[1-9][0-9]{0,2} (minutes?|hours?|days?|weeks?)", "a time such as \"3 days\""),
              "How long a decision may take; for ever where nothing is said."),
          Key.may(
              "when late",
              new Form.Kinds(
                  List.of(
                      KeySet.of(
                          "a late review that ends the run",
                          Key.must("finish", new Form.Keyed(FINISH), "Ends the run.")),
                      KeySet.of(
                          "a late review that goes on",
                          Key.must(
                              "steps",
                              new Form.Elsewhere("steps", () -> STEPS),
                              "What is done instead; then the run goes on."))),
                  "what happens then"),
              "What happens when it took longer; the run fails where nothing is said."),
          DOES);

  private static final KeySet USE_A_TOOL =
      KeySet.of(
          "the use of a tool",
          Key.must(
              "use a tool",
              new Form.Matching(
                  "[^\\n]{1,120}", "a tool's name, or a template such as dental/eligibility"),
              "Uses another tool of the workspace: its name, or the template it was made from."),
          Key.may(
              "with",
              new Form.Named(NAME, FORMULA, 50, "formulas by the tool's inputs"),
              "What its inputs are given."),
          Key.must(
              "returns",
              new Form.Named(NAME, Forms.RETURNED, 60, "results of the tool with their types"),
              "Which of its results are taken."),
          Key.must("gives", NAME, "The name of what it gives."),
          DOES);

  private static final Form STEP =
      new Form.Kinds(
          List.of(
              ASK,
              GoalForms.WORK_TOWARDS,
              LOOK_UP,
              CALCULATE,
              FOR_EACH,
              CHOOSE,
              MATCH,
              CHECK,
              REVIEW,
              USE_A_TOOL),
          "a step");

  private StepForms() {}

  private static Form step() {
    return STEP;
  }
}
