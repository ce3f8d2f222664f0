package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.util.List;

/// The keys of `vertical.yaml`.
public final class VerticalForm {
  private static final Form PROSE = new Form.Prose("some words");

  private static final KeySet PACK =
      KeySet.of(
          "a pack",
          Key.must("label", PROSE, "What it is called."),
          Key.must(
              "file",
              new Form.Matching(
                  "knowledge/[A-Za-z0-9][A-Za-z0-9 ._/-]*\\.md",
                  "a Markdown file such as knowledge/appeals.md"),
              "The file, from the vertical's folder."),
          Key.may("source", PROSE, "Where its facts come from, as a citation."),
          Key.may(
              "as of",
              new Form.Matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date such as 2026-11-24"),
              "The day whose state it describes."),
          Key.may("checked", Forms.YES_NO, "Whether a professional has checked it."));

  private static final Form VERTICAL =
      new Form.Keyed(
          KeySet.of(
              "vertical.yaml",
              Key.must(
                  "format", new Form.Word(List.of("knowhow-vertical/1")), "The format's version."),
              Key.must("name", PROSE, "What the trade is called."),
              Key.must("about", PROSE, "One or two sentences about it."),
              Key.may("people", PROSE, "Who its tools are for."),
              Key.may(
                  "vocabulary",
                  new Form.Named(
                      new Form.Matching("[^\\n]{1,80}", "a word of the trade"),
                      PROSE,
                      300,
                      "words of the trade with their meaning"),
                  "The trade's words with their meaning."),
              Key.may(
                  "roles",
                  new Form.ListOf(new Form.Prose("a role"), 0, 30, "a list of roles"),
                  "Who decides what in the trade."),
              Key.may(
                  "sensitive",
                  new Form.ListOf(new Form.Prose("a kind of text"), 0, 60, "a list of kinds"),
                  "Kinds of text that must not leak."),
              Key.may("rules", PROSE, "House rules in Markdown; first in every prompt."),
              Key.may(
                  "never say",
                  new Form.ListOf(
                      new Form.Prose("words that no result may hold"), 0, 200, "a list of words"),
                  "Words that no result may hold."),
              Key.may(
                  "packs",
                  new Form.Named(Forms.NAME, new Form.Keyed(PACK), 100, "packs by their names"),
                  "Texts that the tools of the trade may use as knowledge.")));

  private VerticalForm() {}

  /// The form of the whole file.
  public static Form form() {
    return VERTICAL;
  }
}
