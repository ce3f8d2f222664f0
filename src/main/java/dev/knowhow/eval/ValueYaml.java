package dev.knowhow.eval;

import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.value.Value;
import java.util.LinkedHashMap;

/// Values as authors write them in an example.
final class ValueYaml {
  private ValueYaml() {}

  /// The piece of a value.
  static Yaml of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Yaml.words(text);
      case Value.YesNo(boolean yes) -> Yaml.words(yes ? "yes" : "no");
      case Value.NotStated _ -> Yaml.words("not stated");
      case Value.Items items -> Yaml.items(items.items().stream().map(ValueYaml::of).toList());
      case Value.Fields fields -> {
        LinkedHashMap<String, Yaml> entries = new LinkedHashMap<>();
        fields.fields().forEach((name, each) -> entries.put(name, of(each)));
        yield Yaml.entries(entries);
      }
    };
  }
}
