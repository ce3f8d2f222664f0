package dev.knowhow.prompt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values that names can mean at a place in a text: the item of the innermost section, then
/// what is around it.
///
/// @param value the innermost value
/// @param outer what is around it, or null at the outermost
record Frame(PromptValue value, @Nullable Frame outer) {

  /// What a name means here, or null where nothing has that name.
  ///
  /// The first part is looked for from the inside outwards, the other parts only inside what it
  /// means. A name that goes through a list means the list of what it means in each item.
  @Nullable PromptValue find(Name name) {
    if (name.isItem()) {
      return value;
    }
    for (Frame frame = this; frame != null; frame = frame.outer) {
      if (frame.value instanceof PromptValue.Fields fields) {
        PromptValue first = fields.fields().get(name.parts().getFirst());
        if (first != null) {
          return inside(first, name.parts().subList(1, name.parts().size()));
        }
      }
    }
    return null;
  }

  private static @Nullable PromptValue inside(PromptValue value, List<String> parts) {
    if (parts.isEmpty()) {
      return value;
    }
    return switch (value) {
      case PromptValue.Fields fields -> {
        PromptValue next = fields.fields().get(parts.getFirst());
        yield next == null ? null : inside(next, parts.subList(1, parts.size()));
      }
      case PromptValue.Items items -> insideEach(items, parts);
      case PromptValue.NotStated notStated -> notStated;
      case PromptValue.Inline _, PromptValue.Block _, PromptValue.YesNo _ -> null;
    };
  }

  private static @Nullable PromptValue insideEach(PromptValue.Items items, List<String> parts) {
    List<PromptValue> all = new ArrayList<>();
    for (PromptValue item : items.items()) {
      PromptValue found = inside(item, parts);
      if (found == null) {
        return null;
      }
      if (found instanceof PromptValue.Items more) {
        all.addAll(more.items());
      } else {
        all.add(found);
      }
    }
    return new PromptValue.Items(all);
  }
}
