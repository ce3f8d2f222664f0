package dev.knowhow.web;

import dev.knowhow.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/// An input as text, to read back what was filled in.
final class Filled {
  private Filled() {}

  /// The text of an input's value; a document with its name above it.
  static String in(Value value, Words words) {
    return switch (value) {
      case Value.Items(List<Value> items) ->
          items.stream().map(item -> in(item, words)).collect(Collectors.joining("\n\n"));
      case Value.Fields fields
          when fields.get("text").isStated() && fields.get("name").isStated() ->
          fields.get("name").textOrEmpty() + "\n\n" + fields.get("text").textOrEmpty();
      case Value.Fields _, Value.Text _, Value.YesNo _, Value.NotStated _ ->
          Shown.plain(value, words);
    };
  }
}
