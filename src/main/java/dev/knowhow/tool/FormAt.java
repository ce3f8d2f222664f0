package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/// Which keys may stand at a place of a file.
public final class FormAt {
  private FormAt() {}

  /// The keys that may stand at a path; empty where names, items or texts stand.
  ///
  /// @param form of the whole file
  /// @param root of the whole file
  public static Optional<KeySet> of(Form form, Yaml root, List<String> path) {
    Optional<Form> at = Optional.of(form);
    for (int i = 0; i < path.size() && at.isPresent(); i++) {
      Optional<Yaml> here = Pieces.at(root, path.subList(0, i));
      String name = path.get(i);
      at = at.flatMap(one -> inside(one, here, name));
    }
    return at.flatMap(one -> keys(one, Pieces.at(root, path)));
  }

  private static Optional<Form> inside(Form form, Optional<Yaml> here, String name) {
    return switch (form) {
      case Form.ListOf list -> Optional.of(list.item());
      case Form.Named named -> Optional.of(named.value());
      case Form.TextOr(Form _, Form other) -> inside(other, here, name);
      case Form.Elsewhere elsewhere -> inside(elsewhere.form().get(), here, name);
      case Form.Keyed _, Form.Kinds _ ->
          keys(form, here).flatMap(keys -> keys.key(name)).map(key -> key.form());
      case Form.Prose _, Form.Matching _, Form.Word _, Form.Anything _ -> Optional.empty();
    };
  }

  private static Optional<KeySet> keys(Form form, Optional<Yaml> here) {
    return switch (form) {
      case Form.Keyed(KeySet keys) -> Optional.of(keys);
      case Form.Kinds(List<KeySet> kinds, String _) ->
          kinds.stream()
              .filter(kind ->
                  here.flatMap(yaml -> Pieces.at(yaml, List.of(kind.names().getFirst())))
                      .isPresent())
              .findFirst();
      case Form.TextOr(Form _, Form other) -> keys(other, here);
      case Form.Elsewhere elsewhere -> keys(elsewhere.form().get(), here);
      case Form.ListOf _,
          Form.Named _,
          Form.Prose _,
          Form.Matching _,
          Form.Word _,
          Form.Anything _ ->
          Optional.empty();
    };
  }
}
