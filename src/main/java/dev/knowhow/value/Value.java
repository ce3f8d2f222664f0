package dev.knowhow.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of plain data.
///
/// There are no numbers here: a number, an amount of money, a date and a length are [Text] in the
/// canonical form of their declared type (`1250.00`, `2026-10-09`, `4'-6"`), because a binary
/// fraction can't hold money and JSON has nothing else. What the text means is the business of
/// whoever knows the type. All variants are immutable.
public sealed interface Value {

  /// Some text, which may be empty.
  record Text(String text) implements Value {}

  /// A yes or a no.
  record YesNo(boolean yes) implements Value {}

  /// Some values in order.
  record Items(List<Value> items) implements Value {
    /// Copies the list.
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Named values; the order of the names is kept and belongs to the value's printed form.
  record Fields(Map<String, Value> fields) implements Value {
    /// Copies the map in its order.
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The value of a name; [NotStated] where there is none.
    public Value get(String name) {
      Value value = fields.get(name);
      return value == null ? notStated() : value;
    }

    /// The same fields with one more, or with another value for a name.
    public Fields with(String name, Value value) {
      Map<String, Value> more = new LinkedHashMap<>(fields);
      more.put(name, value);
      return new Fields(more);
    }
  }

  /// What was looked for and is not there. In JSON it is `null`.
  record NotStated() implements Value {}

  /// What was looked for and is not there.
  static NotStated notStated() {
    return new NotStated();
  }

  /// No fields at all.
  static Fields noFields() {
    return new Fields(Map.of());
  }

  /// Some text.
  static Text text(String text) {
    return new Text(text);
  }

  /// A yes or a no.
  static YesNo yesNo(boolean yes) {
    return new YesNo(yes);
  }

  /// Some values in order.
  static Items items(List<? extends Value> items) {
    return new Items(List.copyOf(items));
  }

  /// Some values in order.
  static Items items(Value... items) {
    return new Items(Arrays.asList(items));
  }

  /// Named values in their order.
  static Fields fields(Map<String, ? extends Value> fields) {
    return new Fields(new LinkedHashMap<>(fields));
  }

  /// Fields with one name.
  static Fields fields(String name, Value value) {
    return new Fields(Map.of(name, value));
  }

  /// Whether something is there.
  default boolean isStated() {
    return !(this instanceof NotStated);
  }

  /// The text of a [Text], and the empty text of anything else.
  default String textOrEmpty() {
    return this instanceof Text(String text) ? text : "";
  }
}
