package dev.knowhow.web;

import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a new piece of a tool begins with, so that the tool stays sound while it is filled in.
final class Starters {
  private final Words words;
  private final FreshNames names;
  private final List<Known.Name> known;
  private final Editor.Names house;

  /// Starters for a place.
  ///
  /// @param known the names known there
  Starters(Words words, FreshNames names, List<Known.Name> known, Editor.Names house) {
    this.words = words;
    this.names = names;
    this.known = known;
    this.house = house;
  }

  /// A new piece.
  ///
  /// @param key the key it is for, or in whose list it comes
  /// @param kind which of several kinds, by the key that tells it apart; empty for the first
  Yaml of(Form form, Key key, String kind) {
    return switch (form) {
      case Form.Prose _, Form.Anything _ -> Yaml.words(prose(key.name()));
      case Form.Matching _ -> Yaml.words(matching(key.name()));
      case Form.Word(List<String> all) -> Yaml.words(all.getFirst());
      case Form.ListOf list -> Yaml.items(List.of(of(list.item(), key, "")));
      case Form.Named named -> entry(name(key.name()), of(named.value(), key, kind));
      case Form.Keyed(KeySet keys) -> keyed(keys);
      case Form.Kinds(List<KeySet> kinds, String _) ->
          keyed(
              kinds.stream()
                  .filter(one -> one.names().getFirst().equals(kind))
                  .findFirst()
                  .orElse(kinds.getFirst()));
      case Form.TextOr(Form text, Form other) ->
          kind.isEmpty() ? of(text, key, "") : of(other, key, kind);
      case Form.Elsewhere elsewhere -> of(elsewhere.form().get(), key, kind);
    };
  }

  /// A fresh name for a new entry of a key's pieces.
  String name(String key) {
    String message = "fresh." + KeyWords.slug(key);
    return names.like(words.has(message) ? words.of(message) : "value");
  }

  private static Yaml entry(String name, Yaml value) {
    SequencedMap<String, Yaml> one = new LinkedHashMap<>();
    one.put(name, value);
    return Yaml.entries(one);
  }

  private Yaml keyed(KeySet set) {
    SequencedMap<String, Yaml> pieces = new LinkedHashMap<>();
    for (Key key : set.keys()) {
      if (key.required() || begins(set, key)) {
        pieces.put(key.name(), piece(set, key));
      }
    }
    return Yaml.entries(pieces);
  }

  /// Whether a key that may be missing is there in a new piece all the same.
  private boolean begins(KeySet set, Key key) {
    return switch (set.name()) {
      case "an input" -> key.name().equals("type");
      case "a branch" -> key.name().equals("finish");
      case "a finish" -> key.name().equals("because");
      case "what is looked up" -> key.name().equals("gives");
      case "a result" -> key.name().equals("from") && !known.isEmpty();
      default -> false;
    };
  }

  private Yaml piece(KeySet set, Key key) {
    String message = "starter." + KeyWords.slug(set.name()) + "." + KeyWords.slug(key.name());
    if (words.has(message)) {
      return Yaml.words(words.of(message));
    }
    if (set.name().equals("what is looked up") && key.name().equals("gives")) {
      return Yaml.words(names.like("passages"));
    }
    return switch (key.name()) {
      case "ask", "work towards", "gives", "called" -> Yaml.words(name(key.name()));
      case "outcome" -> Yaml.words("can't say");
      case "in" -> Yaml.items(List.of(Yaml.words(first(house.knowledge(), "rules"))));
      case "options", "one of" ->
          Yaml.items(List.of(Yaml.words(words.of("value.yes")), Yaml.words(words.of("value.no"))));
      case "steps" -> steps();
      case "on" -> Yaml.items(List.of(Yaml.words(pair().field())));
      default -> of(key.form(), key, "");
    };
  }

  private Yaml steps() {
    return Yaml.items(List.of(entry("calculate", entry(name("calculate"), Yaml.words("1")))));
  }

  private static String first(List<Control.Choice> choices, String otherwise) {
    return choices.isEmpty() ? otherwise : choices.getFirst().value();
  }

  private String prose(String key) {
    return switch (key) {
      case "check" -> text() + " has at most 500 words";
      case "when" -> text() + " is not stated";
      case "calculate", "columns", "formula", "with" -> "1";
      default -> {
        String message = "starter." + KeyWords.slug(key);
        yield words.has(message) ? words.of(message) : words.of("starter.text");
      }
    };
  }

  private String matching(String key) {
    return switch (key) {
      case "for each" -> names.like("row") + " in " + rows().findFirst().orElse("rows");
      case "match" -> pair().left() + " with " + pair().right();
      case "pack" -> first(house.packs(), "house/pack");
      case "look up" -> first(house.knowledge(), "rules");
      case "calls" -> "8";
      case "use a tool" -> words.of("starter.useTool");
      case "review", "for", "from", "calculate" -> text();
      case "knowledge" -> first(house.knowledge(), "rules");
      default -> text();
    };
  }

  /// The last name of a text that is known.
  private String text() {
    return known.stream()
        .filter(Known.Name::text)
        .map(Known.Name::path)
        .reduce((_, last) -> last)
        .or(() -> known.stream().map(Known.Name::path).findFirst())
        .orElse("text");
  }

  private Stream<String> rows() {
    return known.stream().filter(name -> !name.fields().isEmpty()).map(Known.Name::path);
  }

  /// Two lists of rows and a field that both have.
  private record Pair(String left, String right, String field) {}

  private Pair pair() {
    for (Known.Name left : known) {
      for (Known.Name right : known) {
        Optional<String> both = left.fields().stream().filter(right.fields()::contains).findFirst();
        if (!left.path().equals(right.path()) && both.isPresent()) {
          return new Pair(left.path(), right.path(), both.get());
        }
      }
    }
    return new Pair("rows", "others", "name");
  }
}
