package dev.knowhow.web;

import dev.knowhow.tool.yaml.Yaml;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes names that a tool does not have yet.
final class FreshNames {
  private final Set<String> taken = new HashSet<>();

  /// Names beside all keys and words of a file.
  FreshNames(Yaml root) {
    take(root);
  }

  /// A name like another: itself where it is free, else with a number.
  String like(String name) {
    String base = name.replaceAll("_[0-9]+$", "");
    String fresh = base;
    for (int number = 2; !taken.add(fresh); number++) {
      fresh = base + "_" + number;
    }
    return fresh;
  }

  private void take(Yaml piece) {
    switch (piece) {
      case Yaml.Words(String text, int _) -> {
        if (text.length() <= 60) {
          taken.addAll(List.of(text.split("[^a-z0-9_]+", -1)));
        }
      }
      case Yaml.Items(List<Yaml> items, int _) -> items.forEach(this::take);
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        for (Yaml.Entry entry : entries) {
          taken.add(entry.key());
          take(entry.value());
        }
      }
    }
  }
}
