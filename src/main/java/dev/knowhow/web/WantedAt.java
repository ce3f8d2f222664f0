package dev.knowhow.web;

import dev.knowhow.tool.ToolForm;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/// What the table of keys says about a place of `tool.yaml`.
///
/// @param form what must stand there
/// @param set the keys that the place, or what it is part of, is one of
/// @param key that key
record WantedAt(Form form, KeySet set, Key key) {

  /// What the table says about a path in a file whose content is `root`; empty where the table
  /// knows no such place.
  static Optional<WantedAt> of(Yaml root, List<String> path) {
    KeySet whole = ((Form.Keyed) ToolForm.form()).keys();
    Optional<WantedAt> at =
        Optional.of(new WantedAt(ToolForm.form(), whole, whole.keys().getFirst()));
    for (int i = 0; i < path.size() && at.isPresent(); i++) {
      Optional<Yaml> piece = Pieces.at(root, path.subList(0, i));
      at = at.get().inside(path.get(i), piece);
    }
    return at;
  }

  /// The kind that a piece is of, by the key that tells it apart.
  static Optional<KeySet> kind(Form.Kinds kinds, Yaml piece) {
    return piece instanceof Yaml.Entries entries
        ? kinds.kinds().stream()
            .filter(kind -> entries.get(kind.names().getFirst()).isPresent())
            .findFirst()
        : Optional.empty();
  }

  private Optional<WantedAt> inside(String name, Optional<Yaml> piece) {
    return inside(form, name, piece);
  }

  private Optional<WantedAt> inside(Form outer, String name, Optional<Yaml> piece) {
    return switch (outer) {
      case Form.Prose _, Form.Matching _, Form.Word _, Form.Anything _ -> Optional.empty();
      case Form.ListOf list -> Optional.of(new WantedAt(list.item(), set, key));
      case Form.Named named -> Optional.of(new WantedAt(named.value(), set, key));
      case Form.Keyed(KeySet keys) -> keys.key(name).map(k -> new WantedAt(k.form(), keys, k));
      case Form.Kinds kinds ->
          piece
              .flatMap(there -> kind(kinds, there))
              .flatMap(keys -> keys.key(name).map(k -> new WantedAt(k.form(), keys, k)));
      case Form.TextOr(Form _, Form other) -> inside(other, name, piece);
      case Form.Elsewhere elsewhere -> inside(elsewhere.form().get(), name, piece);
    };
  }
}
