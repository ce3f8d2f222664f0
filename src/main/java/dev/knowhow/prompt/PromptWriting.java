package dev.knowhow.prompt;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values as a model reads them: no escapes, short text in its line, long text fenced, what is not
/// there said in words. A name that nothing has is refused.
///
/// @param file the file that is rendered, for messages
record PromptWriting(String file) implements Writing {

  @Override
  public void write(StringBuilder out, Node.Variable tag, @Nullable PromptValue value) {
    write(out, known(tag.name(), tag.line(), value));
  }

  @Override
  public PromptValue deciding(Node.Section section, @Nullable PromptValue value) {
    return known(section.name(), section.line(), value);
  }

  @Override
  public @Nullable String partial(String name) {
    throw new IllegalStateException("a prompt with a partial was let through: " + name);
  }

  private PromptValue known(Name name, int line, @Nullable PromptValue value) {
    if (value == null) {
      Fault fault =
          Fault.at(
              file,
              line,
              "",
              "found {{" + name.written() + "}}, but there is no value of that name",
              "Use a name of the tool.");
      throw Problem.ofFaults("The prompt uses a name that has no value.", List.of(fault));
    }
    return value;
  }

  private static void write(StringBuilder out, PromptValue value) {
    switch (value) {
      case PromptValue.Inline(String text) -> out.append(Fence.inline(text));
      case PromptValue.Block(String name, String text) -> Fence.block(out, name, text);
      case PromptValue.YesNo(boolean yes) -> out.append(yes ? "yes" : "no");
      case PromptValue.NotStated() -> out.append("not stated");
      case PromptValue.Items(List<PromptValue> items) -> items(out, items);
      case PromptValue.Fields(Map<String, PromptValue> fields) -> fields(out, fields);
    }
  }

  /// Short items in one line, others each on lines of their own.
  private static void items(StringBuilder out, List<PromptValue> items) {
    if (items.isEmpty()) {
      out.append("none");
    }
    boolean rows = items.stream().anyMatch(PromptWriting::isRow);
    boolean lines = rows || items.stream().anyMatch(PromptWriting::hasLines);
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : lines ? "\n" : ", ").append(rows ? "- " : "");
      write(out, items.get(i));
    }
  }

  /// A document or a passage is its text; other fields are written with their names.
  private static void fields(StringBuilder out, Map<String, PromptValue> fields) {
    PromptValue text = fields.get("text");
    if (text != null) {
      write(out, text);
      return;
    }
    boolean first = true;
    for (Map.Entry<String, PromptValue> field : fields.entrySet()) {
      out.append(first ? "" : "; ").append(field.getKey().replace('_', ' ')).append(": ");
      write(out, field.getValue());
      first = false;
    }
  }

  private static boolean isRow(PromptValue value) {
    return value instanceof PromptValue.Fields(Map<String, PromptValue> fields)
        && !fields.containsKey("text");
  }

  private static boolean hasLines(PromptValue value) {
    return switch (value) {
      case PromptValue.Block _ -> true;
      case PromptValue.Fields(Map<String, PromptValue> fields) ->
          fields.values().stream().anyMatch(PromptWriting::hasLines);
      case PromptValue.Items(List<PromptValue> items) ->
          items.stream().anyMatch(PromptWriting::hasLines);
      case PromptValue.Inline _, PromptValue.YesNo _, PromptValue.NotStated _ -> false;
    };
  }
}
