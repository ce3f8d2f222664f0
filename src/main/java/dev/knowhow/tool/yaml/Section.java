package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.Optional;

/// A piece of YAML that was checked already, as whoever builds records from it looks at it.
///
/// What is missing or of another form reads as empty: its fault was gathered by [FormChecker], and
/// what is built from it is thrown away. Immutable but for the faults it adds.
///
/// @param where the place for messages, such as `inputs/denial`
public record Section(String file, Yaml yaml, String where, Faults faults) {

  /// The line, counted from 1.
  public int line() {
    return yaml.line();
  }

  /// The piece of a key; an empty piece where there is none.
  public Section at(String key) {
    return maybe(key)
        .orElseGet(() -> new Section(file, new Yaml.Words("", line()), inside(key), faults));
  }

  /// The piece of a key, if it is there.
  public Optional<Section> maybe(String key) {
    return yaml instanceof Yaml.Entries entries
        ? entries.get(key).map(piece -> new Section(file, piece, inside(key), faults))
        : Optional.empty();
  }

  /// Whether a key is there.
  public boolean has(String key) {
    return maybe(key).isPresent();
  }

  /// The text of this piece, without white space at its ends; empty where it is no text.
  public String text() {
    return yaml instanceof Yaml.Words(String text, int _) ? text.strip() : "";
  }

  /// The text of a key; empty where it is missing or no text.
  public String text(String key) {
    return at(key).text();
  }

  /// The text of a key, or another.
  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /// Whether the text of a key is `yes`.
  public boolean yes(String key) {
    return text(key).equals("yes");
  }

  /// The whole number with which the text of a key begins, or another.
  public int count(String key, int otherwise) {
    return countIn(text(key), otherwise);
  }

  /// The whole number with which the text of this piece begins; 0 where it begins otherwise.
  public int count() {
    return countIn(text(), 0);
  }

  private static int countIn(String text, int otherwise) {
    int end = 0;
    while (end < text.length() && end < 9 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == 0 ? otherwise : Integer.parseInt(text.substring(0, end));
  }

  /// The pieces of a list, in order; none where this is no list.
  public List<Section> items() {
    if (!(yaml instanceof Yaml.Items(List<Yaml> items, int _))) {
      return List.of();
    }
    return java.util.stream.IntStream.range(0, items.size())
        .mapToObj(i -> new Section(file, items.get(i), inside(Integer.toString(i + 1)), faults))
        .toList();
  }

  /// The pieces by their keys, in order; none where this has no keys.
  public List<NamedSection> entries() {
    if (!(yaml instanceof Yaml.Entries(List<Yaml.Entry> entries, int _))) {
      return List.of();
    }
    return entries.stream()
        .map(entry ->
            new NamedSection(
                entry.key(),
                entry.line(),
                new Section(file, entry.value(), inside(entry.key()), faults)))
        .toList();
  }

  /// Adds a fault about this piece.
  public void fault(String what, String hint) {
    faults.add(file, line(), where, what, hint);
  }

  private String inside(String name) {
    return where.isEmpty() ? name : where + "/" + name;
  }

  /// A piece with its key.
  public record NamedSection(String name, int line, Section section) {}
}
