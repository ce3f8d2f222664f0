package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A document as a tool gets it: its text, not its file.
///
/// @param name what it is called, for the person
/// @param text the whole text
/// @param pages how many pages it had; 1 for pasted text
public record DocumentText(String name, String text, int pages) {
  /// What pasted text is called.
  public static final String PASTED = "pasted text";

  /// How many characters a document may have.
  public static final int MAX_CHARACTERS = 3_000_000;

  /// A text that somebody pasted or typed instead of giving a file.
  public static DocumentText pasted(String text) {
    return new DocumentText(PASTED, text, 1);
  }

  /// The document as plain data: `name`, `text` and `pages`.
  public Value.Fields toValue() {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(name));
    fields.put("text", Value.text(text));
    fields.put("pages", Value.text(Integer.toString(pages)));
    return Value.fields(fields);
  }

  /// The document in a value that [#toValue] made, or a text as [#pasted].
  public static Optional<DocumentText> of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(pasted(text));
      case Value.Fields fields
          when fields.get("text") instanceof Value.Text(String text)
              && fields.get("name") instanceof Value.Text(String name) -> {
        String pages = fields.get("pages").textOrEmpty();
        yield Optional.of(
            new DocumentText(
                name, text, pages.matches("[0-9]{1,6}") ? Integer.parseInt(pages) : 1));
      }
      case Value.Fields _, Value.Items _, Value.YesNo _, Value.NotStated _ -> Optional.empty();
    };
  }
}
