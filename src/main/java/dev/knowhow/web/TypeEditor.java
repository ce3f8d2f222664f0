package dev.knowhow.web;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The control for the type of a value: one menu of all types, with a box for "not stated".
final class TypeEditor {
  /// What stands behind a type that may be not stated.
  static final String MAYBE = " or not stated";

  /// How a menu names a type that is more than a word: `kind:rows`.
  static final String KIND = "kind:";

  private final KeyWords keys;

  TypeEditor(KeyWords keys) {
    this.keys = keys;
  }

  /// The menu for a type.
  ///
  /// @param words the types that are a word, each also with [#MAYBE]
  /// @param kinds those that are more
  Edited.Field of(List<String> words, Form.Kinds kinds, Optional<Yaml> piece, Edited.Spot spot) {
    String text = piece.map(EditorShape::text).orElse("");
    boolean isWord = piece.map(Yaml.Words.class::isInstance).orElse(true);
    boolean maybe = isWord && text.endsWith(MAYBE);
    String now =
        isWord
            ? (maybe ? text.substring(0, text.length() - MAYBE.length()) : text)
            : WantedAt.kind(kinds, piece.orElseThrow()).map(TypeEditor::value).orElse("");
    List<Control.Choice> choices = new ArrayList<>();
    for (String word : words) {
      if (!word.endsWith(MAYBE)) {
        choices.add(new Control.Choice(word, keys.word(word), "", word.equals(now)));
      }
    }
    for (KeySet kind : kinds.kinds()) {
      String value = value(kind);
      choices.add(new Control.Choice(value, keys.kind(kind), "", value.equals(now)));
    }
    if (choices.stream().noneMatch(Control.Choice::chosen)) {
      choices.addFirst(new Control.Choice(now, now, "", true));
    }
    return new Edited.Field(
        "type",
        spot,
        now,
        isWord ? text : now,
        "",
        choices,
        isWord ? Optional.of(maybe) : Optional.empty(),
        1);
  }

  private static String value(KeySet kind) {
    return KIND + kind.names().getFirst();
  }
}
