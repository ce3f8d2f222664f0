package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.util.ArrayList;
import java.util.List;

/// The forms that several kinds of files share: names, paths, types.
final class Forms {
  private static final String NAME_PATTERN = "[a-z][a-z0-9_]{0,39}";
  static final String PATH_PATTERN = NAME_PATTERN + "(\\." + NAME_PATTERN + ")*";

  static final Form.Matching NAME =
      new Form.Matching(
          NAME_PATTERN,
          "a name of small letters, digits and _ that begins with a letter, at most 40 long");
  static final Form.Matching PATH =
      new Form.Matching(PATH_PATTERN, "a name, or names with dots such as found.lines");
  static final Form YES_NO = new Form.Word(List.of("yes", "no"));
  static final Form COUNT = new Form.Matching("[1-9][0-9]{0,5}", "a whole number such as 20");
  static final Form SENTENCES =
      new Form.ListOf(new Form.Prose("a check sentence or a formula"), 0, 100, "a list of checks");

  /// The words for types that a single value of an answer can have.
  static final List<String> VALUE_TYPES =
      List.of("text", "paragraph", "number", "money", "date", "length", "yes or no");

  private static final Form OPTIONS =
      new Form.ListOf(new Form.Prose("an option"), 2, 50, "a list of options");

  private static final KeySet ONE_OF =
      KeySet.of(
          "one of",
          Key.must("one of", OPTIONS, "The texts of which the value is one."),
          Key.may("or not stated", YES_NO, "Whether the value may be not stated."));
  private static final KeySet LIST =
      KeySet.of(
          "a list",
          Key.must("list", new Form.Word(List.of("text")), "A list of texts."),
          Key.may("at most", COUNT, "How many there may be; 50 where nothing is said."));

  /// A value that is part of a row.
  static final Form CELL =
      new Form.TextOr(new Form.Word(valueTypes()), new Form.Kinds(List.of(ONE_OF, LIST), "a type"));

  /// A value that a person fills in.
  static final Form FILLED =
      new Form.TextOr(new Form.Word(valueTypes()), new Form.Kinds(List.of(ONE_OF), "a type"));

  /// The fields of a row.
  static final Form ROW = new Form.Named(NAME, CELL, 40, "fields of a row with their types");

  private static final KeySet ROWS =
      KeySet.of(
          "rows",
          Key.must("rows", ROW, "A list of rows, with the type of each field."),
          Key.may("at most", COUNT, "How many there may be; 50 where nothing is said."));

  /// A field of an answer.
  static final Form RETURNED =
      new Form.TextOr(
          new Form.Word(valueTypes()), new Form.Kinds(List.of(ONE_OF, LIST, ROWS), "a type"));

  private Forms() {}

  private static List<String> valueTypes() {
    List<String> types = new ArrayList<>(VALUE_TYPES);
    VALUE_TYPES.forEach(type -> types.add(type + " or not stated"));
    return types;
  }
}
