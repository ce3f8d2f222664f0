package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds a piece of YAML against the [Form] it must have and gathers every difference.
public final class FormChecker {
  private final String file;
  private final Set<String> later;
  private final Faults faults;

  private FormChecker(String file, Set<String> later, Faults faults) {
    this.file = file;
    this.later = later;
    this.faults = faults;
  }

  /// Checks a file's root.
  ///
  /// @param later keys that a later version of Knowhow will know
  public static void check(String file, Yaml root, Form form, Set<String> later, Faults faults) {
    new FormChecker(file, later, faults).check(root, form, "");
  }

  private void check(Yaml piece, Form form, String where) {
    if (faults.isFull()) {
      return;
    }
    switch (form) {
      case Form.Prose(String wanted) -> prose(piece, wanted, where);
      case Form.Matching matching -> matching(piece, matching, where);
      case Form.Word(List<String> words) -> word(piece, words, where);
      case Form.ListOf list -> list(piece, list, where);
      case Form.Named named -> named(piece, named, where);
      case Form.Keyed(KeySet keys) -> keyed(piece, keys, where);
      case Form.Kinds kinds -> kinds(piece, kinds, where);
      case Form.TextOr(Form text, Form other) ->
          check(piece, piece instanceof Yaml.Words ? text : other, where);
      case Form.Anything _ -> {}
      case Form.Elsewhere elsewhere -> check(piece, elsewhere.form().get(), where);
    }
  }

  private void prose(Yaml piece, String wanted, String where) {
    if (!(piece instanceof Yaml.Words(String text, int line))) {
      differs(piece, wanted, where);
    } else if (text.isBlank()) {
      faults.add(file, line, where, "found nothing, wanted " + wanted, "");
    }
  }

  private void matching(Yaml piece, Form.Matching matching, String where) {
    if (!(piece instanceof Yaml.Words(String text, int _))
        || !Pattern.matches(matching.pattern(), text)) {
      differs(piece, matching.wanted(), where);
    }
  }

  private void word(Yaml piece, List<String> words, String where) {
    if (!(piece instanceof Yaml.Words(String text, int line))) {
      differs(piece, oneOf(words), where);
    } else if (later.contains(text)) {
      comesLater(line, where, text);
    } else if (!words.contains(text)) {
      String hint = Nearest.hint(text, words);
      faults.add(file, line, where, found(piece) + ", wanted " + oneOf(words), hint);
    }
  }

  private void list(Yaml piece, Form.ListOf list, String where) {
    if (!(piece instanceof Yaml.Items(List<Yaml> items, int line))) {
      differs(piece, list.wanted(), where);
      return;
    }
    if (items.size() < list.atLeast() || items.size() > list.atMost()) {
      String wanted =
          items.size() < list.atLeast() ? "at least " + list.atLeast() : "at most " + list.atMost();
      faults.add(file, line, where, "found " + items.size() + ", wanted " + wanted, "");
    }
    for (int i = 0; i < items.size(); i++) {
      check(items.get(i), list.item(), inside(where, Integer.toString(i + 1)));
    }
  }

  private void named(Yaml piece, Form.Named named, String where) {
    if (!(piece instanceof Yaml.Entries(List<Yaml.Entry> entries, int line))) {
      differs(piece, named.wanted(), where);
      return;
    }
    if (entries.size() > named.atMost()) {
      faults.add(
          file, line, where, "found " + entries.size() + ", wanted at most " + named.atMost(), "");
    }
    for (Yaml.Entry entry : entries) {
      if (!Pattern.matches(named.names().pattern(), entry.key())) {
        faults.add(
            file,
            entry.line(),
            where,
            "found the name " + Faults.quote(entry.key()) + ", wanted " + named.names().wanted(),
            "");
      }
      check(entry.value(), named.value(), inside(where, entry.key()));
    }
  }

  private void keyed(Yaml piece, KeySet keys, String where) {
    if (!(piece instanceof Yaml.Entries entries)) {
      differs(piece, keys.name() + " with " + listed(keys.names()), where);
      return;
    }
    for (Yaml.Entry entry : entries.entries()) {
      var key = keys.key(entry.key());
      if (key.isPresent()) {
        check(entry.value(), key.get().form(), inside(where, entry.key()));
      } else if (later.contains(entry.key())) {
        comesLater(entry.line(), where, entry.key());
      } else {
        unknown(entry, keys.names(), where);
      }
    }
    for (Key key : keys.keys()) {
      if (key.required() && entries.get(key.name()).isEmpty()) {
        faults.add(
            file,
            entries.line(),
            where,
            "\"" + key.name() + "\" is missing in " + keys.name(),
            "Add \"" + key.name() + ": …\"");
      }
    }
  }

  private void kinds(Yaml piece, Form.Kinds kinds, String where) {
    List<String> first = kinds.kinds().stream().map(kind -> kind.names().getFirst()).toList();
    if (!(piece instanceof Yaml.Entries entries)) {
      differs(piece, kinds.wanted() + " with one of " + listed(first), where);
      return;
    }
    for (KeySet kind : kinds.kinds()) {
      if (entries.get(kind.names().getFirst()).isPresent()) {
        keyed(piece, kind, where);
        return;
      }
    }
    for (Yaml.Entry entry : entries.entries()) {
      if (later.contains(entry.key())) {
        comesLater(entry.line(), where, entry.key());
        return;
      }
    }
    String found =
        listed(entries.entries().stream().map(entry -> Faults.quote(entry.key())).toList());
    String hint =
        entries.entries().isEmpty() ? "" : Nearest.hint(entries.entries().getFirst().key(), first);
    faults.add(
        file,
        entries.line(),
        where,
        "found " + found + ", wanted " + kinds.wanted() + " with one of " + listed(first),
        hint);
  }

  private void unknown(Yaml.Entry entry, List<String> known, String where) {
    if (faults.isFull()) {
      return;
    }
    String hint = Nearest.hint(entry.key(), known);
    faults.add(
        file,
        entry.line(),
        where,
        "found the key " + Faults.quote(entry.key()) + ", wanted one of " + listed(known),
        hint.isEmpty() ? "Remove it" : hint);
  }

  private void comesLater(int line, String where, String key) {
    faults.add(
        file,
        line,
        where,
        "\"" + key + "\" comes with a later version of Knowhow",
        "Leave it out for now");
  }

  private void differs(Yaml piece, String wanted, String where) {
    faults.add(file, piece.line(), where, found(piece) + ", wanted " + wanted, "");
  }

  private static String found(Yaml piece) {
    return switch (piece) {
      case Yaml.Words(String text, int _) ->
          text.isEmpty() ? "found nothing" : "found " + Faults.quote(text);
      case Yaml.Items _ -> "found a list";
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          entries.isEmpty()
              ? "found {}"
              : "found keys such as " + Faults.quote(entries.getFirst().key());
    };
  }

  private static String inside(String where, String name) {
    return where.isEmpty() ? name : where + "/" + name;
  }

  private static String oneOf(List<String> words) {
    return words.size() == 1 ? "\"" + words.getFirst() + "\"" : "one of " + listed(words);
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }
}
