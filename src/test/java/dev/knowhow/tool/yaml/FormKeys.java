package dev.knowhow.tool.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds every set of keys and every word inside a [Form].
public final class FormKeys {
  private final Map<String, KeySet> sets = new LinkedHashMap<>();
  private final Set<String> words = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();

  private FormKeys(Form form) {
    walk(form);
  }

  /// All sets of keys by what has them, in the order of the form.
  public static Map<String, KeySet> sets(Form form) {
    return new FormKeys(form).sets;
  }

  /// All words that stand for themselves.
  public static Set<String> words(Form form) {
    return new FormKeys(form).words;
  }

  private void walk(Form form) {
    switch (form) {
      case Form.Prose _, Form.Matching _, Form.Anything _ -> {}
      case Form.Word(List<String> all) -> words.addAll(all);
      case Form.ListOf list -> walk(list.item());
      case Form.Named named -> walk(named.value());
      case Form.Keyed(KeySet keys) -> add(keys);
      case Form.Kinds(List<KeySet> kinds, String _) -> kinds.forEach(this::add);
      case Form.TextOr(Form text, Form other) -> {
        walk(text);
        walk(other);
      }
      case Form.Elsewhere elsewhere -> {
        if (seen.add(elsewhere.name())) {
          walk(elsewhere.form().get());
        }
      }
    }
  }

  private void add(KeySet keys) {
    KeySet before = sets.putIfAbsent(keys.name(), keys);
    if (before != null && !before.names().equals(keys.names())) {
      throw new IllegalStateException("two sets of keys are called " + keys.name());
    }
    if (before == null) {
      keys.keys().forEach(key -> walk(key.form()));
    }
  }
}
