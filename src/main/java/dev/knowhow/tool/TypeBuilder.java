package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Section;
import dev.knowhow.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes types of checked pieces of YAML.
final class TypeBuilder {
  static final int TEXT = 500;
  static final int PARAGRAPH = 50_000;
  static final int ROWS = 50;
  static final int DOCUMENTS = 10;

  private static final int RETURNED_TEXT = 5_000;
  private static final int MOST_TEXT = 5_000;
  private static final int MOST_PARAGRAPH = 500_000;
  private static final int MOST_ROWS = 500;
  private static final String OR_NOT_STATED = " or not stated";

  private TypeBuilder() {}

  /// The fields that an ask returns.
  static Type.Fields returned(Section fields) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (Section.NamedSection field : fields.entries()) {
      types.put(field.name(), inAnswer(field.section()));
    }
    return new Type.Fields(types);
  }

  /// The type of an input; says what does not go together.
  static Type input(Section input, boolean required) {
    if (input.has("rows") == input.has("type")) {
      String what = input.has("rows") ? "found type and rows" : "found neither type nor rows";
      input.fault(what + ", wanted one of them", "");
    }
    if (input.has("rows")) {
      refuse(input, "rows", "options", "least", "most", "default");
      return new Type.Rows(
          cells(input.at("rows"), true), required ? 1 : 0, atMost(input, ROWS, MOST_ROWS));
    }
    String type = input.text("type");
    refuseWhatDoesNotGoWith(type, input);
    return switch (type) {
      case "paragraph" -> new Type.Paragraph(atMost(input, PARAGRAPH, MOST_PARAGRAPH), !required);
      case "number" -> new Type.Number(range(input, Scalars::number), !required);
      case "money" -> new Type.Money(range(input, Scalars::money), !required);
      case "date" -> new Type.Date(range(input, text -> Scalars.date(text, true)), !required);
      case "length" -> new Type.Measure(range(input, Lengths::parse), !required);
      case "yes or no" -> new Type.YesNo(!required);
      case "choice" -> new Type.OneOf(options(input, "options"), !required);
      case "list" ->
          new Type.Items(RETURNED_TEXT, required ? 1 : 0, atMost(input, ROWS, MOST_ROWS));
      case "document" -> new Type.Document(!required);
      case "documents" -> new Type.Documents(required ? 1 : 0, atMost(input, DOCUMENTS, DOCUMENTS));
      default -> new Type.Text(atMost(input, TEXT, MOST_TEXT), !required);
    };
  }

  private static Type inAnswer(Section field) {
    if (field.has("rows")) {
      return new Type.Rows(cells(field.at("rows"), false), 0, atMost(field, ROWS, MOST_ROWS));
    }
    return cell(field, false);
  }

  private static Type.Fields cells(Section row, boolean onAForm) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (Section.NamedSection cell : row.entries()) {
      types.put(cell.name(), cell(cell.section(), onAForm));
    }
    return new Type.Fields(types);
  }

  /// On a form a cell may always stay empty: a row is required, not each of its cells.
  private static Type cell(Section cell, boolean onAForm) {
    if (cell.has("list")) {
      return new Type.Items(RETURNED_TEXT, 0, atMost(cell, ROWS, MOST_ROWS));
    }
    if (cell.has("one of")) {
      return new Type.OneOf(options(cell, "one of"), onAForm || cell.yes("or not stated"));
    }
    String words = cell.text();
    boolean open = onAForm || words.endsWith(OR_NOT_STATED);
    String type =
        words.endsWith(OR_NOT_STATED)
            ? words.substring(0, words.length() - OR_NOT_STATED.length())
            : words;
    return switch (type) {
      case "paragraph" -> new Type.Paragraph(PARAGRAPH, open);
      case "number" -> new Type.Number(Range.open(), open);
      case "money" -> new Type.Money(Range.open(), open);
      case "date" -> new Type.Date(Range.open(), open);
      case "length" -> new Type.Measure(Range.open(), open);
      case "yes or no" -> new Type.YesNo(open);
      default -> new Type.Text(RETURNED_TEXT, open);
    };
  }

  private static void refuseWhatDoesNotGoWith(String type, Section input) {
    if (type.equals("choice") && !input.has("options")) {
      input.fault("a choice needs options", "Add \"options: [one, another]\"");
    }
    if (!type.equals("choice")) {
      refuse(input, type, "options");
    }
    if (!List.of("number", "money", "date", "length").contains(type)) {
      refuse(input, type, "least", "most");
    }
    switch (type) {
      case "list", "documents" -> {
        refuse(input, type, "default");
        refuseCharacters(input);
      }
      case "document" -> refuse(input, type, "default", "at most");
      case "text", "paragraph" -> {
        String atMost = input.text("at most");
        if (!atMost.isEmpty() && !atMost.endsWith(" characters")) {
          input
              .at("at most")
              .fault(
                  "found \"" + atMost + "\", wanted a number of characters",
                  "Write \"" + atMost + " characters\"");
        }
      }
      default -> refuse(input, type, "at most");
    }
  }

  private static void refuse(Section input, String type, String... keys) {
    for (String key : keys) {
      if (input.has(key)) {
        input.at(key).fault("\"" + key + "\" does not go with " + type, "Remove it");
      }
    }
  }

  private static void refuseCharacters(Section input) {
    if (input.text("at most").endsWith(" characters")) {
      input.at("at most").fault("found a number of characters, wanted a count such as 3", "");
    }
  }

  private static int atMost(Section section, int otherwise, int limit) {
    int count = section.count("at most", otherwise);
    if (count > limit) {
      section.at("at most").fault("found " + count + ", wanted at most " + limit, "");
      return limit;
    }
    return count;
  }

  private static List<String> options(Section section, String key) {
    Set<String> seen = new HashSet<>();
    for (Section option : section.at(key).items()) {
      String folded = Characters.folded(option.text());
      if (!seen.add(folded)) {
        option.fault("the option \"" + option.text() + "\" is there twice", "Remove one");
      } else if (folded.equals("not stated")) {
        option.fault(
            "found the option \"not stated\", which every type can have already",
            "Remove it and write \"or not stated: yes\", or leave the input not required");
      }
    }
    return section.at(key).items().stream().map(Section::text).toList();
  }

  private static <T extends Comparable<? super T>> Range<T> range(
      Section input, Function<String, Optional<T>> parse) {
    Range<T> range = new Range<>(end(input, "least", parse), end(input, "most", parse));
    if (range.least().isPresent()
        && range.most().isPresent()
        && range.least().get().compareTo(range.most().get()) > 0) {
      input.at("least").fault("least is more than most", "");
    }
    return range;
  }

  private static <T> Optional<T> end(
      Section input, String key, Function<String, Optional<T>> parse) {
    if (!input.has(key)) {
      return Optional.empty();
    }
    Optional<T> end = parse.apply(input.text(key));
    if (end.isEmpty()) {
      input
          .at(key)
          .fault(
              "found \"" + input.text(key) + "\", wanted a value of type " + input.text("type"),
              "");
    }
    return end;
  }

  /// What a form starts with; not stated where nothing is said.
  static Value initial(Section input, Type type) {
    if (!input.has("default")) {
      return empty(type);
    }
    return switch (type.read(Value.text(input.text("default")), Manner.FORM)) {
      case Fitting.Fits(Value value) -> value;
      case Fitting.Misfits(List<Fitting.Misfit> misfits) -> {
        input.at("default").fault(misfits.getFirst().what(), "");
        yield empty(type);
      }
    };
  }

  /// What an input has that nobody filled in.
  static Value empty(Type type) {
    return switch (type) {
      case Type.Items _, Type.Rows _, Type.Documents _ -> Value.items();
      case Type.Text _,
          Type.Paragraph _,
          Type.Number _,
          Type.Money _,
          Type.Date _,
          Type.Measure _,
          Type.YesNo _,
          Type.OneOf _,
          Type.Fields _,
          Type.Document _ ->
          Value.notStated();
    };
  }
}
