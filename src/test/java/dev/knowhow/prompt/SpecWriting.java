package dev.knowhow.prompt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values as the Mustache specification wants them: escaped for HTML, and nothing where there is
/// none.
record SpecWriting(Map<String, String> partials, boolean escaping) implements Writing {

  @Override
  public void write(StringBuilder out, Node.Variable tag, @Nullable PromptValue value) {
    String text =
        switch (value) {
          case null -> "";
          case PromptValue.Inline(String inline) -> inline;
          case PromptValue.Block(_, String block) -> block;
          case PromptValue.YesNo(boolean yes) -> Boolean.toString(yes);
          case PromptValue.NotStated() -> "";
          case PromptValue.Items _, PromptValue.Fields _ ->
              throw new AssertionError("the specification writes no " + value);
        };
    out.append(tag.raw() || !escaping ? text : escaped(text));
  }

  @Override
  public PromptValue deciding(Node.Section section, @Nullable PromptValue value) {
    return value == null ? new PromptValue.NotStated() : value;
  }

  @Override
  public @Nullable String partial(String name) {
    return partials.get(name);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
