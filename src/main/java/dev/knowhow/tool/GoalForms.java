package dev.knowhow.tool;

import static dev.knowhow.tool.Forms.NAME;
import static dev.knowhow.tool.Forms.SENTENCES;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.util.Arrays;
import java.util.List;

/// The keys of a step that works towards a goal.
final class GoalForms {
  private static final Form GIVEN =
      new Form.Named(NAME, Forms.FILLED, 10, "what the model gives, with types");
  private static final Key ABOUT =
      Key.must(
          "about", new Form.Prose("what it is good for"), "What it is good for, for the model.");

  private static final Form MAY_USE =
      new Form.Kinds(
          List.of(
              KeySet.of(
                  "knowledge that may be used",
                  Key.must("look up", NAME, "The knowledge in which the model may look things up."),
                  ABOUT,
                  Key.may(
                      "at most",
                      new Form.Matching("[1-9][0-9]? passages?", "a number such as \"3 passages\""),
                      "How many passages at once; 3 where nothing is said.")),
              KeySet.of(
                  "a calculation that may be used",
                  Key.must("calculate", NAME, "What the model calls the calculation."),
                  ABOUT,
                  Key.must("given", GIVEN, "What the model gives, as names with types."),
                  Key.must(
                      "formula",
                      new Form.Prose("a formula"),
                      "The formula, over what is given and what the flow knows.")),
              KeySet.of(
                  "a tool that may be used",
                  Key.must(
                      "use a tool",
                      new Form.Matching(
                          "[^\\n]{1,120}",
                          "a tool's name, or a template such as dental/eligibility"),
                      "The tool's name, or the template it was made from."),
                  Key.must("called", NAME, "What the model calls it."),
                  ABOUT,
                  Key.must("given", GIVEN, "Which of its inputs the model gives, with types."),
                  Key.must(
                      "returns",
                      new Form.Named(
                          NAME, Forms.RETURNED, 40, "results of the tool with their types"),
                      "Which of its results the model is told."))),
          "something to use");

  private static final KeySet BUDGET =
      KeySet.of(
          "a budget",
          Key.must(
              "calls",
              new Form.Matching("[1-9]|[1-4][0-9]|50", "a whole number from 1 to 50"),
              "How many calls of the model."),
          Key.may(
              "tokens",
              new Form.Matching("[1-9][0-9]{2,6}", "a whole number such as 20000"),
              "How many tokens, in and out together."),
          Key.may(
              "cost",
              new Form.Matching("\\$[0-9]{1,4}(\\.[0-9]{1,4})?", "an amount such as $0.50"),
              "How much money."),
          Key.may(
              "time",
              new Form.Matching("[1-9][0-9]{0,2} (min|h)", "a time such as 10 min"),
              "How long by the clock."));

  /// The keys.
  static final KeySet WORK_TOWARDS =
      KeySet.of(
          "work towards a goal",
          Key.must("work towards", NAME, "Lets a model work in turns; the name of the answer."),
          Key.must(
              "does",
              new Form.Prose("what the step does, in a few words"),
              "What the step does, for the outline and the timeline."),
          Key.may(
              "prompt",
              StepForms.PROMPT,
              "The prompt's file; prompts/ with the name of the answer where nothing is said."),
          Key.may(
              "tier", StepForms.TIER, "How good a model works; standard where nothing is said."),
          Key.may(
              "at most",
              StepForms.LENGTH,
              "How long each turn's answer may be; 2000 tokens where nothing is said."),
          Key.may(
              "returns",
              new Form.Named(NAME, Forms.RETURNED, 40, "fields of the answer with their types"),
              "The fields of the answer; a text where nothing is said."),
          Key.may("check", SENTENCES, "What must hold of the answer; else the work goes on."),
          Key.must(
              "may use",
              new Form.ListOf(MAY_USE, 1, 20, "a list of what the model may use"),
              "What the model may use, and nothing else."),
          Key.must("budget", new Form.Keyed(BUDGET), "What the work may use up."),
          Key.may(
              "when spent",
              new Form.Word(Arrays.stream(WhenSpent.values()).map(WhenSpent::words).toList()),
              "What happens when the budget ends first; stop where nothing is said."));

  private GoalForms() {}
}
