package dev.knowhow.web;

import dev.knowhow.run.RunView;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns the results of a run into what the page shows: text with its exact words marked, lists,
/// tables, days and amounts.
final class ResultParts {
  private final Words words;
  private final Markdown markdown;
  private final List<RunView.Source> sources;
  private final Columns columns;

  ResultParts(Words words, Markdown markdown, List<RunView.Source> sources, Columns columns) {
    this.words = words;
    this.markdown = markdown;
    this.sources = sources;
    this.columns = columns;
  }

  /// The part of one result.
  ResultPart of(RunView.ResultView result) {
    return switch (result.value()) {
      case Value.NotStated _ -> missing(result);
      case Value.Items(List<Value> items) when result.type().equals("rows") -> table(result, items);
      case Value.Items(List<Value> items) -> list(result, items);
      case Value.Text(String text) -> text(result, text);
      case Value.YesNo(boolean yes) -> part(result, "short", List.of(plain(yesNo(yes))));
      case Value.Fields fields -> table(result, List.of(fields));
    };
  }

  private ResultPart text(RunView.ResultView result, String text) {
    return switch (result.type()) {
      case "letter", "paragraph" ->
          part(result, "letter", List.of(ExactWords.mark(text.strip(), sources)));
      case "text" -> prose(result, text);
      default -> part(result, "short", List.of(plain(Shown.value(result.type(), text))));
    };
  }

  private ResultPart prose(RunView.ResultView result, String text) {
    List<ResultPart.Span> marked = ExactWords.mark(text.strip(), sources);
    boolean resting = marked.stream().anyMatch(ResultPart.Span::exact);
    return resting
        ? part(result, "letter", List.of(marked))
        : new ResultPart(
            result.name(),
            result.label(),
            "markdown",
            List.of(),
            markdown.html(text),
            List.of(),
            List.of());
  }

  private ResultPart missing(RunView.ResultView result) {
    String said = result.whyNot().isEmpty() ? words.of("result.notStated") : result.whyNot();
    return part(result, "missing", List.of(plain(said)));
  }

  private ResultPart list(RunView.ResultView result, List<Value> items) {
    if (items.isEmpty()) {
      return part(result, "missing", List.of(plain(words.of("result.none"))));
    }
    return part(
        result,
        "list",
        items.stream().map(item -> ExactWords.mark(Shown.plain(item, words), sources)).toList());
  }

  private ResultPart table(RunView.ResultView result, List<Value> rows) {
    if (rows.isEmpty()) {
      return part(result, "missing", List.of(plain(words.of("result.none"))));
    }
    Set<String> names = new LinkedHashSet<>();
    for (Value row : rows) {
      if (row instanceof Value.Fields fields) {
        names.addAll(fields.fields().keySet());
      }
    }
    List<List<String>> cells = new ArrayList<>();
    for (Value row : rows) {
      Value.Fields fields = row instanceof Value.Fields some ? some : Value.noFields();
      cells.add(names.stream().map(name -> cell(name, fields.get(name))).toList());
    }
    List<String> headings = names.stream().map(ResultParts::heading).toList();
    return new ResultPart(result.name(), result.label(), "table", List.of(), "", headings, cells);
  }

  /// A cell as a person reads it; an amount with its sign.
  String cell(String column, Value value) {
    return value instanceof Value.Text(String text) && columns.isMoney(column)
        ? Shown.value("money", text)
        : Shown.plain(value, words);
  }

  private ResultPart part(
      RunView.ResultView result, String part, List<List<ResultPart.Span>> passages) {
    return new ResultPart(result.name(), result.label(), part, passages, "", List.of(), List.of());
  }

  private static List<ResultPart.Span> plain(String text) {
    return List.of(new ResultPart.Span(text, 0));
  }

  private String yesNo(boolean yes) {
    return words.of(yes ? "value.yes" : "value.no");
  }

  /// A name as the words above a column.
  static String heading(String name) {
    String spaced = name.replace('_', ' ');
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
