package dev.knowhow.flow;

import dev.knowhow.tool.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Types as the script writes them, for the prelude to read values by.
final class TypeJs {
  private TypeJs() {}

  /// The type on one line: `"money"`, `[{ tooth: "text" }]` for rows.
  static String of(Type type) {
    return switch (type) {
      case Type.Text _ -> "\"text\"";
      case Type.Paragraph _ -> "\"paragraph\"";
      case Type.Number _ -> "\"number\"";
      case Type.Money _ -> "\"money\"";
      case Type.Date _ -> "\"date\"";
      case Type.Measure _ -> "\"length\"";
      case Type.YesNo _ -> "\"yes or no\"";
      case Type.OneOf _ -> "\"choice\"";
      case Type.Items _ -> "\"list\"";
      case Type.Rows(Type.Fields row, _, _) -> "[" + of(row) + "]";
      case Type.Fields(Map<String, Type> fields) -> Js.object(properties(fields));
      case Type.Document _ -> "\"document\"";
      case Type.Documents _ -> "\"documents\"";
    };
  }

  /// The fields, each as `name: type`.
  static List<String> properties(Map<String, Type> fields) {
    List<String> properties = new ArrayList<>();
    fields.forEach((name, type) -> properties.add(name + ": " + of(type)));
    return properties;
  }
}
