package dev.knowhow.tool;

import dev.knowhow.prompt.KnownNames;
import dev.knowhow.tool.yaml.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names that are known at a place of the flow, with what is inside each. Not thread-safe.
final class Scope {
  private final Map<String, Shape> names;

  Scope() {
    this(Map.of());
  }

  private Scope(Map<String, Shape> names) {
    this.names = new LinkedHashMap<>(names);
  }

  /// A scope of its own that begins with the same names.
  Scope copy() {
    return new Scope(names);
  }

  /// Makes a name known.
  void put(String name, Shape shape) {
    names.put(name, shape);
  }

  /// Makes the names of another scope known too.
  void putAll(Scope other) {
    names.putAll(other.names);
  }

  /// The names as a prompt may use them.
  KnownNames knownNames() {
    return Shape.known(names);
  }

  /// What a dotted path leads to, or what is wrong with it.
  Found find(String path) {
    Shape shape = new Shape.Group(names);
    boolean several = false;
    String sofar = "";
    for (String name : path.split("\\.", -1)) {
      Map<String, Shape> inside;
      switch (shape) {
        case Shape.Computed _ -> {
          return new Found.At(new Shape.Computed());
        }
        case Shape.Single _, Shape.Several _ -> {
          return new Found.Wrong("\"" + sofar + "\" has nothing inside it", "");
        }
        case Shape.Group(Map<String, Shape> fields) -> inside = fields;
        case Shape.Table(Map<String, Shape> fields) -> {
          inside = fields;
          several = true;
        }
      }
      Shape next = inside.get(name);
      if (next == null) {
        return unknown(sofar, name, inside.keySet());
      }
      shape = next;
      sofar = sofar.isEmpty() ? name : sofar + "." + name;
    }
    return new Found.At(several && shape instanceof Shape.Single ? new Shape.Several() : shape);
  }

  private static Found unknown(String sofar, String name, Collection<String> known) {
    String what =
        sofar.isEmpty()
            ? "nothing is called \"" + name + "\" at this point"
            : "\"" + sofar + "\" has no \"" + name + "\"; it has " + String.join(", ", known);
    return new Found.Wrong(what, Nearest.hint(name, known));
  }

  /// Where a path leads.
  sealed interface Found {
    /// To something.
    record At(Shape shape) implements Found {}

    /// Nowhere.
    record Wrong(String what, String hint) implements Found {}
  }
}
