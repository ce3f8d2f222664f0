package dev.knowhow.tool;

import dev.knowhow.prompt.KnownNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is inside a name, as far as it can be known without reading formulas.
sealed interface Shape {

  /// A single value.
  record Single() implements Shape {}

  /// A list of single values.
  record Several() implements Shape {}

  /// Named values.
  record Group(Map<String, Shape> fields) implements Shape {
    /// Copies the map in its order.
    public Group {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// A list of rows.
  record Table(Map<String, Shape> fields) implements Shape {
    /// Copies the map in its order.
    public Table {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// What a formula gives, which only the formula knows.
  record Computed() implements Shape {}

  /// The passages that a look up gives.
  static Shape passages() {
    return new Table(singles("text", "title", "heading", "source"));
  }

  /// What is inside a value of a type.
  static Shape of(Type type) {
    return switch (type) {
      case Type.Text _,
          Type.Paragraph _,
          Type.Number _,
          Type.Money _,
          Type.Date _,
          Type.Measure _,
          Type.YesNo _,
          Type.OneOf _ ->
          new Single();
      case Type.Items _ -> new Several();
      case Type.Rows rows -> new Table(of(rows.row().fields()));
      case Type.Fields fields -> new Group(of(fields.fields()));
      case Type.Document _ -> new Group(singles("name", "text", "pages"));
      case Type.Documents _ -> new Table(singles("name", "text", "pages"));
    };
  }

  /// The names inside, as a prompt may use them.
  default KnownNames knownNames() {
    return switch (this) {
      case Single _, Several _, Computed _ -> KnownNames.NONE;
      case Group(Map<String, Shape> fields) -> known(fields);
      case Table(Map<String, Shape> fields) -> known(fields);
    };
  }

  /// The names of some shapes, as a prompt may use them.
  static KnownNames known(Map<String, Shape> shapes) {
    Map<String, KnownNames> known = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> known.put(name, shape.knownNames()));
    return new KnownNames(known);
  }

  private static Map<String, Shape> of(Map<String, Type> types) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    types.forEach((name, type) -> shapes.put(name, of(type)));
    return shapes;
  }

  private static Map<String, Shape> singles(String... names) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (String name : names) {
      shapes.put(name, new Single());
    }
    return shapes;
  }
}
