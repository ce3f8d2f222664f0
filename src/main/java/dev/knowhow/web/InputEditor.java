package dev.knowhow.web;

import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The controls of an input: what is filled in, as one menu, and only what belongs to that.
final class InputEditor {
  /// How the menu names a table.
  static final String TABLE = TypeEditor.KIND + "rows";

  private static final Set<String> RANGED = Set.of("number", "money", "date", "length");
  private static final Map<String, Set<String>> ONLY_FOR =
      Map.of(
          "options", Set.of("choice"),
          "rows", Set.of(TABLE),
          "least", RANGED,
          "most", RANGED,
          "at most", Set.of("text", "paragraph", "list", "documents", TABLE),
          "default",
              Set.of(
                  "text", "paragraph", "number", "money", "date", "length", "yes or no", "choice"));

  private final Editor editor;
  private final KeyWords keys;

  InputEditor(Editor editor, KeyWords keys) {
    this.editor = editor;
    this.keys = keys;
  }

  /// The controls.
  Edited.Group of(KeySet set, Yaml.Entries input, Place place) {
    String type = type(input);
    List<Edited> inside = new ArrayList<>();
    List<Edited> more = new ArrayList<>();
    for (Key key : set.keys()) {
      Optional<Yaml> piece = input.get(key.name());
      Set<String> types = ONLY_FOR.getOrDefault(key.name(), Set.of());
      if (!types.isEmpty() && !types.contains(type) && piece.isEmpty()) {
        continue;
      }
      Edited control = editor.key(set, key, piece, place.inside(key.name()));
      if (key.name().equals("type") && control instanceof Edited.Field menu) {
        inside.add(withTable(menu, type));
      } else if (Set.of("default", "least", "most", "at most").contains(key.name())) {
        more.add(control);
      } else {
        inside.add(control);
      }
    }
    return Edited.Group.of(EditorShape.spotAt(place), inside, more);
  }

  private Edited.Field withTable(Edited.Field menu, String type) {
    List<Control.Choice> choices = new ArrayList<>();
    for (Control.Choice one : menu.choices()) {
      if (!one.value().isEmpty()) {
        choices.add(new Control.Choice(one.value(), one.label(), "", one.value().equals(type)));
      }
    }
    choices.add(new Control.Choice(TABLE, keys.word("table"), "", type.equals(TABLE)));
    return new Edited.Field("menu", menu.spot(), type, type, "", choices, Optional.empty(), 1);
  }

  /// Whether a key belongs to an input of a type.
  static boolean goesWith(String key, String type) {
    Set<String> types = ONLY_FOR.get(key);
    return types == null || types.contains(type);
  }

  /// What is filled in: a type's word, or [#TABLE].
  static String type(Yaml.Entries input) {
    return input.get("rows").isPresent()
        ? TABLE
        : input.get("type").map(EditorShape::text).orElse("");
  }

  /// The keys of an input in the table of keys.
  static KeySet keys(Form named) {
    return ((Form.Keyed) ((Form.Named) named).value()).keys();
  }
}
