package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.util.Arrays;
import java.util.List;

/// The keys of an example's file.
public final class ExampleForm {
  private static final KeySet MISTAKE =
      KeySet.of(
          "a planted mistake",
          Key.must(
              "in",
              new Form.Matching(
                  "[a-z][a-z0-9_]*(\\.[a-z0-9][a-z0-9_]*)*",
                  "a place in the answers such as found.lines.1.denied"),
              "The place in the sample answers; rows count from 1."),
          Key.may("replace", new Form.Prose("words of the answer"), "The words to be replaced."),
          Key.must(
              "instead",
              new Form.Anything("the wrong value"),
              "The wrong words or the wrong value."),
          Key.must(
              "caught by",
              new Form.Prose("a check in its exact words, or never say"),
              "The check that must catch it."));

  private static final Form DECISION =
      new Form.TextOr(
          new Form.Word(List.of("approve", "too late")),
          new Form.Keyed(
              KeySet.of(
                  "a sample decision",
                  Key.must(
                      "decision",
                      new Form.Word(
                          Arrays.stream(SampleDecision.Kind.values())
                              .map(SampleDecision.Kind::words)
                              .toList()),
                      "How it is decided."),
                  Key.may(
                      "instead",
                      new Form.Anything("the whole answer"),
                      "The whole answer as the person writes it; for an edit."),
                  Key.may(
                      "person fills",
                      new Form.Named(
                          Forms.NAME, new Form.Anything("a value"), 20, "values by name"),
                      "What the person fills in."))));

  private static final Form EXAMPLE =
      new Form.Keyed(
          KeySet.of(
              "an example",
              Key.must("name", new Form.Prose("some words"), "What the example is called."),
              Key.must(
                  "kind",
                  new Form.Word(
                      Arrays.stream(ExampleKind.values()).map(ExampleKind::words).toList()),
                  "What it tries the tool with."),
              Key.must(
                  "inputs",
                  new Form.Named(Forms.NAME, new Form.Anything("a value"), 100, "values by input"),
                  "What is filled in."),
              Key.must(
                  "answers",
                  new Form.Named(
                      new Form.Matching(
                          "[a-z][a-z0-9_]{0,39}|written by|recorded from",
                          "the name of an ask, written by, recorded from or on"),
                      new Form.Anything("an answer"),
                      200,
                      "sample answers by ask"),
                  "What the asks answer without a model, and who wrote that."),
              Key.may(
                  "decisions",
                  new Form.Named(Forms.NAME, DECISION, 50, "decisions by what is decided"),
                  "What persons decide in the example, by the name of what is decided."),
              Key.may(
                  "outcome",
                  new Form.Word(Arrays.stream(Outcome.values()).map(Outcome::words).toList()),
                  "How the run must end; result where nothing is said."),
              Key.may("holds", Forms.SENTENCES, "What must hold at the end."),
              Key.may(
                  "planted mistakes",
                  new Form.ListOf(new Form.Keyed(MISTAKE), 0, 100, "a list of planted mistakes"),
                  "Deliberate errors, each with the check that must catch it.")));

  private ExampleForm() {}

  /// The form of the whole file.
  public static Form form() {
    return EXAMPLE;
  }
}
