package dev.knowhow.web;

import dev.knowhow.tool.Input;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the columns of a tool's tables hold, as far as their names tell: a name that an input or an
/// answer declares with one type, and no other declares with another.
final class Columns {
  private final Map<String, Type> types = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();

  private Columns() {}

  /// Of no tool: nothing is known.
  static Columns none() {
    return new Columns();
  }

  /// The columns that a tool declares.
  static Columns of(Tool tool) {
    Columns columns = new Columns();
    for (Input input : tool.inputs()) {
      columns.add(input.name(), input.type());
    }
    for (Step.Ask ask : tool.asks()) {
      ask.returns().ifPresent(fields -> fields.fields().forEach(columns::add));
    }
    return columns;
  }

  private void add(String name, Type type) {
    if (type instanceof Type.Rows rows) {
      rows.row().fields().forEach(this::add);
      return;
    }
    Type known = types.putIfAbsent(name, type);
    if (known != null && known.getClass() != type.getClass()) {
      unclear.add(name);
    }
  }

  /// Whether a column holds amounts of money. A match calls the columns of its two lists
  /// `list_column`.
  boolean isMoney(String column) {
    if (types.containsKey(column)) {
      return !unclear.contains(column) && types.get(column) instanceof Type.Money;
    }
    int bar = column.indexOf('_');
    return bar >= 0 && isMoney(column.substring(bar + 1));
  }
}
