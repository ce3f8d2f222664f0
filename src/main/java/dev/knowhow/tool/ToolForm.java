package dev.knowhow.tool;

import static dev.knowhow.tool.Forms.NAME;
import static dev.knowhow.tool.Forms.PATH;
import static dev.knowhow.tool.Forms.YES_NO;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.util.Arrays;
import java.util.List;

/// The keys of `tool.yaml`: the one definition from which reading, the JSON Schema and the authors'
/// reference come.
public final class ToolForm {
  /// The most steps a list may hold; [ToolReader] limits all lists together too.
  static final int MAX_STEPS = 200;

  /// The most inputs.
  static final int MAX_INPUTS = 100;

  /// The words for types of inputs.
  static final List<String> INPUT_TYPES =
      List.of(
          "text",
          "paragraph",
          "number",
          "money",
          "date",
          "length",
          "yes or no",
          "choice",
          "list",
          "document",
          "documents");

  private static final Form PROSE = new Form.Prose("some words");

  private static final KeySet INPUT =
      KeySet.of(
          "an input",
          Key.must("label", PROSE, "The words beside the field."),
          Key.may("type", new Form.Word(INPUT_TYPES), "What is filled in; or use rows."),
          Key.may("rows", Forms.ROW, "Instead of type: a table, with the type of each column."),
          Key.may(
              "options",
              new Form.ListOf(new Form.Prose("an option"), 2, 50, "a list of options"),
              "The options of a choice."),
          Key.may(
              "at most",
              new Form.Matching(
                  "[1-9][0-9]{0,5}( characters)?",
                  "a whole number such as 3, or \"20000 characters\""),
              "The most characters, rows, list entries or documents."),
          Key.may("required", YES_NO, "Whether it must be filled in; no where nothing is said."),
          Key.may("default", PROSE, "What the form starts with."),
          Key.may("least", PROSE, "The smallest number, amount, date or length."),
          Key.may("most", PROSE, "The largest number, amount, date or length."),
          Key.may("help", PROSE, "A sentence below the field."));

  private static final Form KNOWLEDGE =
      new Form.Kinds(
          List.of(
              KeySet.of(
                  "knowledge from a pack",
                  Key.must(
                      "pack",
                      new Form.Matching(
                          "[a-z][a-z0-9_-]{0,39}/[a-z][a-z0-9_]{0,39}",
                          "a pack such as dental/appeals"),
                      "A pack of the house, as vertical/pack."),
                  Key.may("label", PROSE, "What it is called; else the pack's own label.")),
              KeySet.of(
                  "knowledge from a file",
                  Key.must(
                      "file",
                      new Form.Matching(
                          "knowledge/[A-Za-z0-9][A-Za-z0-9 ._/-]*\\.md",
                          "a Markdown file such as knowledge/style.md"),
                      "A file in the tool's folder knowledge."),
                  Key.must("label", PROSE, "What it is called."))),
          "knowledge");

  private static final Form RESULT =
      new Form.Keyed(
          KeySet.of(
              "a result",
              Key.must("label", PROSE, "The words above it."),
              Key.must(
                  "type",
                  new Form.Word(Arrays.stream(ResultKind.values()).map(ResultKind::words).toList()),
                  "How it is shown."),
              Key.may("from", PATH, "Where the value comes from; else the name of the result.")));

  private static final Form EXPERT_POINT =
      new Form.Kinds(
          List.of(
              expertPoint("check", PROSE, "The check that takes care of it, in its exact words."),
              expertPoint("calculate", NAME, "The calculated name that takes care of it."),
              expertPoint("knowledge", NAME, "The knowledge that takes care of it."),
              expertPoint("person", PROSE, "What a person does about it.")),
          "a point");

  private static final Form TOOL =
      new Form.Keyed(
          KeySet.of(
              "tool.yaml",
              Key.must("format", new Form.Word(List.of("knowhow/1")), "The format's version."),
              Key.must("name", PROSE, "What the tool is called."),
              Key.must("about", PROSE, "One or two sentences for its card and page."),
              Key.must(
                  "house",
                  new Form.Matching("[a-z][a-z0-9_-]{0,39}", "the folder's name of a vertical"),
                  "The vertical whose rules, packs and never-say list the tool inherits."),
              Key.may("button", PROSE, "The words on the run button; Run where nothing is said."),
              Key.may(
                  "saves",
                  new Form.Matching("[1-9][0-9]{0,2} (min|h)", "a time such as 25 min or 2 h"),
                  "How much of a person's time a run saves."),
              Key.may("saves because", PROSE, "How you came to that."),
              Key.must(
                  "inputs",
                  new Form.Named(NAME, new Form.Keyed(INPUT), MAX_INPUTS, "inputs by their names"),
                  "What the runner fills in, in the order of the form."),
              Key.may(
                  "knowledge",
                  new Form.Named(NAME, KNOWLEDGE, 50, "knowledge by its names"),
                  "Texts that the tool may look things up in."),
              Key.must("steps", StepForms.STEPS, "What the tool does, in order."),
              Key.may(
                  "flow",
                  new Form.Word(List.of("flow.js")),
                  "The flow as a script of your own; the steps then say what it may call."),
              Key.must(
                  "results",
                  new Form.Named(NAME, RESULT, 50, "results by their names"),
                  "What the tool gives back, in the order of the page."),
              Key.may(
                  "experts check",
                  new Form.ListOf(EXPERT_POINT, 0, 50, "a list of points"),
                  "What a professional looks at, and what takes care of it.")));

  private ToolForm() {}

  /// The form of the whole file.
  public static Form form() {
    return TOOL;
  }

  private static KeySet expertPoint(String key, Form form, String about) {
    return KeySet.of(
        "a point with " + key,
        Key.must(key, form, about),
        Key.must("point", PROSE, "What a professional looks at."));
  }
}
