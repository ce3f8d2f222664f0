package dev.knowhow.prompt;

import org.jspecify.annotations.Nullable;

/// How values become text; it decides nothing about which values are shown.
interface Writing {

  /// Writes a value that a tag names.
  ///
  /// @param value the value, or null where nothing has that name
  void write(StringBuilder out, Node.Variable tag, @Nullable PromptValue value);

  /// The value that decides about a section, where nothing may have that name.
  PromptValue deciding(Node.Section section, @Nullable PromptValue value);

  /// The text of another template, or null where there is none.
  @Nullable String partial(String name);
}
