package dev.knowhow.tool.yaml;

import dev.knowhow.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A YAML file whose pieces can be changed while all else stays as its author wrote it: comments,
/// the order, quotation marks, blank lines.
///
/// A change is made in the text, and the text is read again: it must then say what the pieces say
/// with the same change made to them. Where it would not, all pieces are written anew. Immutable.
/// Paths are keys and numbers of list items, which count from 1.
public final class YamlText {
  private final String file;
  private final String text;
  private final Yaml root;
  private final Laid laid;

  private YamlText(String file, String text, Yaml root, Laid laid) {
    this.file = file;
    this.text = text;
    this.root = root;
    this.laid = laid;
  }

  /// The file of a text.
  ///
  /// @throws Problem of kind `BAD_INPUT` with all faults when it is no YAML that Knowhow reads
  public static YamlText of(String file, String text) {
    Faults faults = new Faults();
    Optional<YamlText> read = read(file, text, faults);
    return read.orElseThrow(
        () -> Problem.ofFaults("The file " + file + " has faults.", faults.all()));
  }

  private static Optional<YamlText> read(String file, String text, Faults faults) {
    Optional<Yaml> root = YamlReader.read(file, text.getBytes(StandardCharsets.UTF_8), faults);
    return faults.isEmpty()
        ? root.flatMap(piece -> Laid.of(text).map(laid -> new YamlText(file, text, piece, laid)))
        : Optional.empty();
  }

  /// The whole text.
  public String text() {
    return text;
  }

  /// What it says.
  public Yaml root() {
    return root;
  }

  /// The piece of a path.
  public Optional<Yaml> at(List<String> path) {
    return Pieces.at(root, path);
  }

  /// The text in which a piece has another content, or is added to the keys around it.
  ///
  /// @param order the keys that may stand there, in the order in which they are written
  /// @throws IllegalArgumentException where what is around it is a text, or a list without it
  public YamlText put(List<String> path, Yaml piece, List<String> order) {
    if (path.isEmpty() || at(path).isPresent()) {
      return at(path).filter(now -> Pieces.same(now, piece)).isPresent()
          ? this
          : replace(path, piece);
    }
    List<String> around = path.subList(0, path.size() - 1);
    Optional<Yaml> collection = at(around);
    if (collection.isEmpty() || isEmpty(collection.get())) {
      return put(around, one(path.getLast(), piece), List.of());
    }
    return insert(around, place(collection.get(), path.getLast(), order), path.getLast(), piece);
  }

  /// The text with one more piece in a collection, which is made where it is missing.
  ///
  /// @param at counts from 0
  /// @param key empty in a list
  /// @throws IllegalArgumentException where there is a text, or no such place
  public YamlText insert(List<String> collection, int at, String key, Yaml piece) {
    Optional<Yaml> around = at(collection);
    if (around.isEmpty() || isEmpty(around.get())) {
      Yaml first = key.isEmpty() ? Yaml.items(List.of(piece)) : one(key, piece);
      return put(collection, first, List.of());
    }
    Yaml more = Pieces.inserted(around.get(), at, key, piece);
    Optional<List<String>> brackets = brackets(collection);
    if (brackets.isPresent()) {
      return rewrite(brackets.get(), Pieces.replaced(root, collection, more));
    }
    Block block = new Block(text, laid(collection));
    return checked(
        block.inserted(at, indent -> block.written(key, piece, indent)),
        Pieces.replaced(root, collection, more));
  }

  /// The text without a piece; a collection that is empty then goes with its key.
  public YamlText remove(List<String> path) {
    List<String> around = path.subList(0, path.size() - 1);
    Yaml collection = at(around).orElseThrow(YamlText::noSuchPlace);
    int at = Pieces.index(collection, path.getLast()).orElseThrow(YamlText::noSuchPlace);
    if (Pieces.size(collection) == 1) {
      return around.isEmpty()
          ? checked("{}\n", Yaml.entries(new LinkedHashMap<>()))
          : remove(around);
    }
    Yaml changed = Pieces.replaced(root, around, Pieces.without(collection, at));
    Optional<List<String>> brackets = brackets(around);
    return brackets.isPresent()
        ? rewrite(brackets.get(), changed)
        : checked(new Block(text, laid(around)).without(at), changed);
  }

  /// The text with a piece at another place, in the same collection or in another one.
  ///
  /// @param collection where it goes, as it is called before the move
  /// @param at the place there, from 0, counted without the piece itself
  public YamlText move(List<String> path, List<String> collection, int at) {
    List<String> around = path.subList(0, path.size() - 1);
    Yaml from = at(around).orElseThrow(YamlText::noSuchPlace);
    int index = Pieces.index(from, path.getLast()).orElseThrow(YamlText::noSuchPlace);
    Yaml piece = at(path).orElseThrow();
    String key = from instanceof Yaml.Items ? "" : path.getLast();
    if (collection.size() >= path.size() && collection.subList(0, path.size()).equals(path)) {
      throw new IllegalArgumentException("a piece can't go into itself");
    }
    YamlText without = remove(path);
    List<String> to = without.pathAfter(path, index, collection, from instanceof Yaml.Items);
    YamlText moved = without.insert(to, at, key, piece);
    return around.equals(collection)
            && brackets(around).isEmpty()
            && Pieces.size(from) > 1
            && new Block(text, laid(around)).ownsItsLines(index)
        ? checked(new Block(text, laid(around)).moved(index, at), moved.root)
        : moved;
  }

  /// The text in which an entry has another key.
  public YamlText renameKey(List<String> path, String name) {
    List<String> around = path.subList(0, path.size() - 1);
    if (!(at(around).orElseThrow(YamlText::noSuchPlace)
            instanceof Yaml.Entries(var entries, int line))
        || !(laid(around) instanceof Laid.Entries places)) {
      throw noSuchPlace();
    }
    int at = Pieces.index(at(around).get(), path.getLast()).orElseThrow(YamlText::noSuchPlace);
    List<Yaml.Entry> renamed = new ArrayList<>(entries);
    renamed.set(at, new Yaml.Entry(name, entries.get(at).value(), entries.get(at).line()));
    Laid.Entry place = places.entries().get(at);
    return checked(
        text.substring(0, place.start())
            + YamlWriter.oneLine(name, places.flow())
            + text.substring(place.keyEnd()),
        Pieces.replaced(root, around, new Yaml.Entries(renamed, line)));
  }

  private YamlText replace(List<String> path, Yaml piece) {
    Yaml changed = Pieces.replaced(root, path, piece);
    if (path.isEmpty()) {
      return checked("", changed);
    }
    Optional<List<String>> brackets = brackets(path.subList(0, path.size() - 1));
    Laid old = laid(path);
    if (brackets.isPresent()) {
      return old instanceof Laid.Words && piece instanceof Yaml.Words
          ? checked(
              text.substring(0, old.start())
                  + YamlWriter.inBrackets(piece)
                  + text.substring(old.end()),
              changed)
          : rewrite(brackets.get(), changed);
    }
    Block block = new Block(text, laid(path.subList(0, path.size() - 1)));
    int at =
        Pieces.index(at(path.subList(0, path.size() - 1)).orElseThrow(), path.getLast())
            .orElseThrow();
    return checked(block.replaced(at, piece), changed);
  }

  /// Writes the brackets anew in which something changed; as a block where they got long.
  private YamlText rewrite(List<String> brackets, Yaml changed) {
    Yaml piece = Pieces.at(changed, brackets).orElseThrow();
    Laid old = laid(brackets);
    String written = YamlWriter.inBrackets(piece);
    if (written.length() > YamlWriter.WIDTH && !brackets.isEmpty()) {
      List<String> around = brackets.subList(0, brackets.size() - 1);
      int at = Pieces.index(at(around).orElseThrow(), brackets.getLast()).orElseThrow();
      return checked(new Block(text, laid(around)).replaced(at, piece), changed);
    }
    return checked(text.substring(0, old.start()) + written + text.substring(old.end()), changed);
  }

  private YamlText checked(String candidate, Yaml wanted) {
    Optional<YamlText> read = read(file, candidate, new Faults());
    if (read.filter(made -> Pieces.same(made.root, wanted)).isPresent()) {
      return read.get();
    }
    YamlText anew = of(file, YamlWriter.value(wanted, -2).stripLeading() + "\n");
    if (!Pieces.same(anew.root, wanted)) {
      throw new IllegalStateException("YAML that does not read as it was written: " + anew.text);
    }
    return anew;
  }

  /// The outermost collection in brackets on the way to a piece, itself included.
  private Optional<List<String>> brackets(List<String> path) {
    for (int i = 0; i <= path.size(); i++) {
      if (laid(path.subList(0, i)).flow()) {
        return Optional.of(path.subList(0, i));
      }
    }
    return Optional.empty();
  }

  private Laid laid(List<String> path) {
    Laid place = laid;
    Yaml piece = root;
    for (String name : path) {
      int at = Pieces.index(piece, name).orElseThrow(YamlText::noSuchPlace);
      place = place.inside().get(at);
      piece = Pieces.at(piece, List.of(name)).orElseThrow();
    }
    return place;
  }

  /// How a collection is called after a piece was taken away.
  private List<String> pathAfter(
      List<String> removed, int index, List<String> collection, boolean fromList) {
    int depth = removed.size() - 1;
    if (!fromList
        || collection.size() <= depth
        || !collection.subList(0, depth).equals(removed.subList(0, depth))) {
      return collection;
    }
    int there = Integer.parseInt(collection.get(depth));
    if (there <= index) {
      return collection;
    }
    List<String> path = new ArrayList<>(collection);
    path.set(depth, Integer.toString(there - 1));
    return path;
  }

  private static int place(Yaml collection, String key, List<String> order) {
    if (!(collection instanceof Yaml.Entries(List<Yaml.Entry> entries, int _))) {
      throw noSuchPlace();
    }
    UnaryOperator<Integer> behind = at -> at < 0 ? Integer.MAX_VALUE : at;
    int own = behind.apply(order.indexOf(key));
    int place = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (behind.apply(order.indexOf(entries.get(i).key())) <= own) {
        place = i + 1;
      }
    }
    return place;
  }

  private static boolean isEmpty(Yaml piece) {
    return Pieces.size(piece) == 0
        && !(piece instanceof Yaml.Words(String words, int _) && !words.isEmpty());
  }

  private static Yaml one(String key, Yaml piece) {
    LinkedHashMap<String, Yaml> one = new LinkedHashMap<>();
    one.put(key, piece);
    return Yaml.entries(one);
  }

  private static IllegalArgumentException noSuchPlace() {
    return new IllegalArgumentException("no such place");
  }
}
