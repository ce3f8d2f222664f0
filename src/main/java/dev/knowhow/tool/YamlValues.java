package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns YAML into plain data and finds the lines of what did not fit.
final class YamlValues {
  private YamlValues() {}

  /// The same as plain data; every single value is text.
  static Value value(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Words(String text, int _) -> Value.text(text);
      case Yaml.Items(List<Yaml> items, int _) ->
          Value.items(items.stream().map(YamlValues::value).toList());
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        Map<String, Value> fields = new LinkedHashMap<>();
        entries.forEach(entry -> fields.put(entry.key(), value(entry.value())));
        yield Value.fields(fields);
      }
    };
  }

  /// Holds a piece against a type; adds a fault with its line for everything that does not fit.
  ///
  /// @return the canonical value, or what stands for nothing of that type
  static Value read(Type type, Value raw, Section section, Manner manner) {
    return switch (type.read(raw, manner)) {
      case Fitting.Fits(Value value) -> value;
      case Fitting.Misfits(List<Fitting.Misfit> misfits) -> {
        for (Fitting.Misfit misfit : misfits) {
          String inside = misfit.where().isEmpty() ? "" : "/" + misfit.where().replace('.', '/');
          section
              .faults()
              .add(
                  section.file(),
                  line(section.yaml(), misfit.where()),
                  section.where() + inside,
                  misfit.what(),
                  "");
        }
        yield TypeBuilder.empty(type);
      }
    };
  }

  /// The line of a place inside a piece, or of the nearest piece around it.
  private static int line(Yaml yaml, String where) {
    Yaml at = yaml;
    for (String name : where.split("\\.", -1)) {
      Optional<Yaml> next = inside(at, name);
      if (next.isEmpty()) {
        return at.line();
      }
      at = next.get();
    }
    return at.line();
  }

  private static Optional<Yaml> inside(Yaml yaml, String name) {
    return switch (yaml) {
      case Yaml.Words _ -> Optional.empty();
      case Yaml.Entries entries -> entries.get(name);
      case Yaml.Items(List<Yaml> items, int _) ->
          name.matches("[1-9][0-9]{0,5}") && Integer.parseInt(name) <= items.size()
              ? Optional.of(items.get(Integer.parseInt(name) - 1))
              : Optional.empty();
    };
  }
}
