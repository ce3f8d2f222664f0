package dev.knowhow.web;

import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The names that the sentences of a step may use.
///
/// @param values single values and the fields of rows, with what the step itself gives
/// @param texts those of the values that are known to be texts
/// @param sum a column of amounts that may be held against a total; empty where there is none
/// @param lists what a loop may go through
/// @param rows the lists that have fields
record SentenceNames(
    List<Control.Choice> values,
    List<String> texts,
    Optional<String> sum,
    List<Control.Choice> lists,
    List<Control.Choice> rows) {

  /// Copies the lists.
  SentenceNames {
    values = List.copyOf(values);
    texts = List.copyOf(texts);
    lists = List.copyOf(lists);
    rows = List.copyOf(rows);
  }

  /// The names for a step.
  ///
  /// @param root the content of the tool's `tool.yaml`
  /// @param knowledge the tool's knowledge, which checks may name
  static SentenceNames at(Yaml root, Place step, List<Control.Choice> knowledge) {
    int number = Integer.parseInt(step.last());
    List<Known.Name> after =
        Known.before(root, step.around().inside(Integer.toString(number + 1)).path());
    List<Known.Name> before = Known.before(root, step.path());
    Set<String> money = new HashSet<>();
    money(root, "", money);
    List<Control.Choice> values = new ArrayList<>();
    for (Known.Name name : after) {
      if (name.fields().isEmpty()) {
        values.add(choice(name));
      }
      for (String field : name.fields()) {
        String path = name.path() + "." + field;
        values.add(new Control.Choice(path, path, "", false));
      }
    }
    Optional<String> sum = sum(values, after, money);
    values.addAll(knowledge);
    return new SentenceNames(
        values,
        after.stream().filter(Known.Name::text).map(Known.Name::path).toList(),
        sum,
        before.stream()
            .filter(name -> !name.fields().isEmpty() || name.list())
            .map(SentenceNames::choice)
            .toList(),
        before.stream()
            .filter(name -> !name.fields().isEmpty())
            .map(SentenceNames::choice)
            .toList());
  }

  private static Control.Choice choice(Known.Name name) {
    return new Control.Choice(name.path(), name.label(), "", false);
  }

  /// Gathers the names whose type is money, wherever it is said.
  private static void money(Yaml piece, String name, Set<String> found) {
    switch (piece) {
      case Yaml.Words(String text, int _) -> {
        if (text.matches("money(?: or not stated)?")) {
          found.add(name);
        }
      }
      case Yaml.Items(List<Yaml> items, int _) -> items.forEach(item -> money(item, name, found));
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          entries.forEach(entry ->
              money(entry.value(), entry.key().equals("type") ? name : entry.key(), found));
    }
  }

  /// The text that a new sentence is about: the last one known.
  String text() {
    return texts.isEmpty() ? values.getFirst().value() : texts.getLast();
  }

  /// A new sentence of a kind; empty where nothing is known that it could be about.
  Optional<String> fresh(Sentences.Kind kind, Words words) {
    if (kind.message().equals("sum")) {
      return sum;
    }
    String second =
        switch (kind.second()) {
          case NOTHING -> "";
          case SOURCES, NAME -> source();
          case WORDS -> words.of("sentence." + kind.message() + ".starter");
        };
    return Optional.of(Sentences.filled(kind.fresh(), place -> place == 0 ? text() : second));
  }

  private static Optional<String> sum(
      List<Control.Choice> values, List<Known.Name> names, Set<String> money) {
    List<String> amounts =
        values.stream()
            .map(Control.Choice::value)
            .filter(path -> money.contains(path.substring(path.lastIndexOf('.') + 1)))
            .toList();
    List<String> columns =
        names.stream()
            .flatMap(name -> name.fields().stream().map(field -> name.path() + "." + field))
            .toList();
    Optional<String> column = amounts.stream().filter(columns::contains).findFirst();
    Optional<String> total = amounts.stream().filter(path -> !columns.contains(path)).findFirst();
    return column.flatMap(one -> total.map(other -> "SUM(" + one + ") = " + other));
  }

  /// What a new sentence looks through: the first thing that people fill in.
  private String source() {
    return values.getFirst().value();
  }
}
