package dev.knowhow.tool.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes pieces of YAML by their path; list items count from 1. Nothing is changed in place.
public final class Pieces {
  private Pieces() {}

  /// The piece of a path.
  public static Optional<Yaml> at(Yaml piece, List<String> path) {
    if (path.isEmpty()) {
      return Optional.of(piece);
    }
    List<String> rest = path.subList(1, path.size());
    return switch (piece) {
      case Yaml.Words _ -> Optional.empty();
      case Yaml.Items(List<Yaml> items, int _) ->
          item(path.getFirst(), items.size()).flatMap(i -> at(items.get(i), rest));
      case Yaml.Entries entries -> entries.get(path.getFirst()).flatMap(value -> at(value, rest));
    };
  }

  /// Whether two pieces say the same, whatever the lines they stand on.
  public static boolean same(Yaml one, Yaml other) {
    return switch (one) {
      case Yaml.Words(String text, int _) ->
          other instanceof Yaml.Words(String otherText, int _) && text.equals(otherText);
      case Yaml.Items(List<Yaml> items, int _) ->
          other instanceof Yaml.Items(List<Yaml> others, int _) && same(items, others);
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          other instanceof Yaml.Entries(List<Yaml.Entry> others, int _)
              && entries.stream()
                  .map(Yaml.Entry::key)
                  .toList()
                  .equals(others.stream().map(Yaml.Entry::key).toList())
              && same(
                  entries.stream().map(Yaml.Entry::value).toList(),
                  others.stream().map(Yaml.Entry::value).toList());
    };
  }

  private static boolean same(List<Yaml> some, List<Yaml> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// A piece as one text, by which two people's views of it are compared: a text as it is, a list
  /// of texts as lines, anything else in brackets.
  public static String shown(Optional<Yaml> piece) {
    return piece.map(Pieces::shown).orElse("");
  }

  private static String shown(Yaml piece) {
    return switch (piece) {
      case Yaml.Words(String text, int _) -> text;
      case Yaml.Items(List<Yaml> items, int _)
          when items.stream().allMatch(Yaml.Words.class::isInstance) ->
          String.join("\n", items.stream().map(item -> ((Yaml.Words) item).text()).toList());
      case Yaml.Items _, Yaml.Entries _ -> YamlWriter.inBrackets(piece);
    };
  }

  /// The same with another piece at a path that is there.
  static Yaml replaced(Yaml root, List<String> path, Yaml piece) {
    if (path.isEmpty()) {
      return piece;
    }
    List<String> rest = path.subList(1, path.size());
    return switch (root) {
      case Yaml.Words _ -> throw new IllegalArgumentException("no such place");
      case Yaml.Items(List<Yaml> items, int line) -> {
        List<Yaml> changed = new ArrayList<>(items);
        int at = item(path.getFirst(), items.size()).orElseThrow();
        changed.set(at, replaced(items.get(at), rest, piece));
        yield new Yaml.Items(changed, line);
      }
      case Yaml.Entries(List<Yaml.Entry> entries, int line) ->
          new Yaml.Entries(
              entries.stream()
                  .map(entry ->
                      entry.key().equals(path.getFirst())
                          ? new Yaml.Entry(
                              entry.key(), replaced(entry.value(), rest, piece), entry.line())
                          : entry)
                  .toList(),
              line);
    };
  }

  /// A collection with one more piece.
  ///
  /// @param at counts from 0
  /// @param key empty for a list
  static Yaml inserted(Yaml collection, int at, String key, Yaml piece) {
    if (collection instanceof Yaml.Items(List<Yaml> items, int line)) {
      List<Yaml> more = new ArrayList<>(items);
      more.add(at, piece);
      return new Yaml.Items(more, line);
    }
    if (collection instanceof Yaml.Entries(List<Yaml.Entry> entries, int line)) {
      List<Yaml.Entry> more = new ArrayList<>(entries);
      more.add(at, new Yaml.Entry(key, piece, 0));
      return new Yaml.Entries(more, line);
    }
    throw new IllegalArgumentException("a text holds no pieces");
  }

  /// A collection without one of its pieces.
  static Yaml without(Yaml collection, int at) {
    if (collection instanceof Yaml.Items(List<Yaml> items, int line)) {
      List<Yaml> fewer = new ArrayList<>(items);
      fewer.remove(at);
      return new Yaml.Items(fewer, line);
    }
    if (collection instanceof Yaml.Entries(List<Yaml.Entry> entries, int line)) {
      List<Yaml.Entry> fewer = new ArrayList<>(entries);
      fewer.remove(at);
      return new Yaml.Entries(fewer, line);
    }
    throw new IllegalArgumentException("a text holds no pieces");
  }

  /// Where a piece stands among its siblings, from 0.
  static Optional<Integer> index(Yaml collection, String name) {
    return switch (collection) {
      case Yaml.Words _ -> Optional.empty();
      case Yaml.Items(List<Yaml> items, int _) -> item(name, items.size());
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        int at = entries.stream().map(Yaml.Entry::key).toList().indexOf(name);
        yield at < 0 ? Optional.empty() : Optional.of(at);
      }
    };
  }

  /// How many pieces a collection holds.
  public static int size(Yaml piece) {
    return switch (piece) {
      case Yaml.Words _ -> 0;
      case Yaml.Items(List<Yaml> items, int _) -> items.size();
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> entries.size();
    };
  }

  private static Optional<Integer> item(String number, int size) {
    if (!number.matches("[1-9][0-9]{0,5}") || Integer.parseInt(number) > size) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(number) - 1);
  }
}
