package dev.knowhow.web;

import dev.knowhow.run.ReviewView;
import dev.knowhow.tool.FormReading;
import dev.knowhow.tool.FormValues;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.TypedForm;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The form of a review: the proposed value to edit, and what only a person may fill in.
///
/// What a person left as it was counts as it was proposed, whatever a form would make of it.
///
/// @param review the review
/// @param edits the inputs of the proposed value; none where it can't be edited
/// @param fills the inputs that a person fills in
record ReviewForm(ReviewView review, List<Input> edits, List<Input> fills) {
  /// What stands before the name of each field of the proposed value.
  private static final String VALUE = "value";

  /// What stands before the name of each field that a person fills in.
  private static final String FILL = "fill.";

  /// Copies the lists.
  ReviewForm {
    edits = List.copyOf(edits);
    fills = List.copyOf(fills);
  }

  /// The form of a review.
  static ReviewForm of(ReviewView review) {
    List<Input> edits = new ArrayList<>();
    review
        .type()
        .ifPresent(type -> {
          if (type instanceof Type.Fields(Map<String, Type> fields)) {
            fields.forEach((name, each) ->
                edits.add(input(VALUE + "." + name, ResultParts.heading(name), each)));
          } else {
            edits.add(input(VALUE, review.label(), type));
          }
        });
    List<Input> fills =
        review.fills().stream()
            .map(fill -> input(FILL + fill.name(), ResultParts.heading(fill.label()), fill.type()))
            .toList();
    return new ReviewForm(review, edits, fills);
  }

  private static Input input(String name, String label, Type type) {
    boolean required =
        switch (type) {
          case Type.Items items -> items.atLeast() > 0;
          case Type.Rows rows -> rows.atLeast() > 0;
          case Type.Documents documents -> documents.atLeast() > 0;
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
              !type.notStatedAllowed();
        };
    return new Input(name, label, type, required, Value.notStated(), "");
  }

  /// All inputs, in the order of the page.
  List<Input> inputs() {
    List<Input> all = new ArrayList<>(edits);
    all.addAll(fills);
    return all;
  }

  /// The form as a person finds it first.
  TypedForm proposed() {
    Map<String, Value> values = new LinkedHashMap<>();
    edits.forEach(input -> values.put(input.name(), proposed(input)));
    return ExampleForm.of(inputs(), Value.fields(values));
  }

  private Value proposed(Input input) {
    if (review.value() instanceof Value.Fields fields && input.name().startsWith(VALUE + ".")) {
      return fields.get(input.name().substring(VALUE.length() + 1));
    }
    return review.value();
  }

  /// What came of reading a form.
  sealed interface Read {
    /// What the person decides on: the value, and the fills as they were typed.
    record Ready(Value value, Map<String, String> fills) implements Read {
      /// Copies the map.
      public Ready {
        fills = Map.copyOf(fills);
      }
    }

    /// What must be corrected, by field.
    record Unfit(Map<String, String> messages) implements Read {
      /// Copies the map.
      public Unfit {
        messages = Map.copyOf(messages);
      }
    }
  }

  /// Reads a form: what was changed must fit its type, what was filled in as well.
  Read read(TypedForm typed) {
    TypedForm before = proposed();
    List<Input> changed = new ArrayList<>();
    for (Input input : edits) {
      if (!same(input, before, typed)) {
        changed.add(input);
      }
    }
    List<Input> toRead = new ArrayList<>(changed);
    toRead.addAll(fills);
    return switch (FormValues.read(toRead, typed)) {
      case FormReading.Unfit unfit -> new Read.Unfit(unfit.messages());
      case FormReading.Filled(Value.Fields values) ->
          new Read.Ready(value(changed, values), fillsAsTyped(typed));
    };
  }

  private Value value(List<Input> changed, Value.Fields values) {
    Value value = review.value();
    for (Input input : changed) {
      Value now = values.get(input.name());
      value =
          value instanceof Value.Fields fields && !input.name().equals(VALUE)
              ? fields.with(input.name().substring(VALUE.length() + 1), now)
              : now;
    }
    return value;
  }

  private Map<String, String> fillsAsTyped(TypedForm typed) {
    Map<String, String> texts = new LinkedHashMap<>();
    fills.forEach(input ->
        texts.put(
            input.name().substring(FILL.length()),
            String.join("\n", typed.texts(input.name())).strip()));
    return texts;
  }

  /// The field of a form that a fault of the review's room is about.
  static String fieldOf(String where) {
    String name = where.substring(where.lastIndexOf('/') + 1);
    return where.startsWith(VALUE) ? where.replace('/', '.') : FILL + name;
  }

  private static boolean same(Input input, TypedForm one, TypedForm other) {
    if (!(input.type() instanceof Type.Rows rows)) {
      return text(one, input).equals(text(other, input));
    }
    return rows.row().fields().keySet().stream()
        .map(column -> input.name() + "." + column)
        .allMatch(name -> cells(one, name).equals(cells(other, name)));
  }

  private static String text(TypedForm form, Input input) {
    return String.join("\n", form.texts(input.name())).strip();
  }

  /// The cells of a column without the empty ones at its end, which a form may add or drop.
  private static List<String> cells(TypedForm form, String name) {
    List<String> cells = new ArrayList<>(form.texts(name).stream().map(String::strip).toList());
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }
}
