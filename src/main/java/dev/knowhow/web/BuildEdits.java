package dev.knowhow.web;

import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Edit;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Turns what the fields of a sent form hold into changes of a draft.
///
/// A field sends `now <place>` and, of what was saved when the page was made, `was <place>`; the
/// place of a name begins with `@`.
final class BuildEdits {
  private static final String WAS = "was ";
  private static final String NOW = "now ";
  private static final String SHAPE = "shape ";
  private static final String MAYBE = "maybe ";

  private final Words words;
  private final Draft draft;
  private final Yaml root;

  BuildEdits(Words words, Draft draft) {
    this.words = words;
    this.draft = draft;
    this.root = BuildPages.tool(draft).yaml();
  }

  /// The fields that hold something else than what was saved, by their place.
  static SequencedMap<String, String> typed(Map<String, List<String>> form) {
    SequencedMap<String, String> typed = new LinkedHashMap<>();
    form.forEach((name, sent) -> {
      if (name.startsWith(WAS)) {
        String place = name.substring(WAS.length());
        String now = now(form, place, lines(sent.getFirst()));
        if (!now.equals(lines(sent.getFirst()))) {
          typed.put(place, now);
        }
      }
    });
    return typed;
  }

  /// What a field holds; of what is chosen in boxes, what was chosen before keeps its order.
  private static String now(Map<String, List<String>> form, String place, String was) {
    List<String> shape = form.getOrDefault(SHAPE + place, List.of());
    if (!shape.isEmpty()) {
      return Sentences.filled(
          shape.getFirst(),
          number -> form.getOrDefault("part " + number + " " + place, List.of("")).getFirst());
    }
    List<String> sent = form.getOrDefault(NOW + place, List.of());
    List<String> before = was.lines().toList();
    String now =
        lines(
            sent.stream()
                .filter(value -> !value.isEmpty())
                .sorted(
                    Comparator.comparingInt(
                        value -> before.contains(value) ? before.indexOf(value) : before.size()))
                .collect(Collectors.joining("\n")));
    boolean maybe = form.containsKey(MAYBE + place) && !now.startsWith(TypeEditor.KIND);
    return maybe ? now + TypeEditor.MAYBE : now;
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// The changes that a form's fields ask for.
  List<Edit> edits(SequencedMap<String, String> typed, Map<String, List<String>> form) {
    List<Edit> edits = new ArrayList<>();
    typed.forEach((place, now) ->
        edits.addAll(
            edit(place, lines(form.getOrDefault(WAS + place, List.of("")).getFirst()), now)));
    return edits;
  }

  private List<Edit> edit(String field, String was, String now) {
    if (field.startsWith("@")) {
      return rename(Place.parse(field.substring(1)), was, now.strip());
    }
    Place place = Place.parse(field);
    if (place.path().isEmpty()) {
      String there = draft.text(place.file()).orElse("");
      return List.of(new Edit.WriteFile(place.file(), lines(there).equals(was) ? there : was, now));
    }
    String there = draft.was(place);
    String seen = lines(there).equals(was) || was.startsWith(TypeEditor.KIND) ? there : was;
    boolean ofInput =
        place.last().equals("type")
            && place.path().size() == 3
            && place.path().getFirst().equals("inputs");
    if (ofInput) {
      return inputType(place, seen, now);
    }
    Optional<String> row = Sentences.row(was);
    if (place.last().equals("for each") && Sentences.sameList(was, now)) {
      return List.of(new Edit.Rename(row.orElseThrow(), Sentences.row(now).orElseThrow()));
    }
    return List.of(new Edit.Put(place, seen, piece(place, now)));
  }

  /// The piece that a typed text stands for.
  private Yaml piece(Place place, String now) {
    Optional<WantedAt> wanted = WantedAt.of(root, place.path());
    if (wanted.isEmpty()) {
      return Yaml.words(now);
    }
    Form form = EditorShape.resolved(wanted.get().form());
    if (now.startsWith(TypeEditor.KIND)) {
      return starters(place).of(form, wanted.get().key(), now.substring(TypeEditor.KIND.length()));
    }
    if (!(form instanceof Form.ListOf)) {
      return Yaml.words(now);
    }
    List<Yaml> items =
        Arrays.stream(now.split("\n", -1))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(Yaml::words)
            .toList();
    return items.isEmpty() ? Yaml.words("") : Yaml.items(items);
  }

  private List<Edit> inputType(Place place, String was, String now) {
    Place input = place.around();
    List<Edit> edits = new ArrayList<>();
    Place rows = input.inside("rows");
    if (now.equals(InputEditor.TABLE)) {
      edits.add(new Edit.Put(rows, draft.was(rows), piece(rows)));
      edits.add(new Edit.Put(place, was, Yaml.words("")));
    } else {
      edits.add(new Edit.Put(place, was, Yaml.words(now)));
      edits.add(new Edit.Put(rows, draft.was(rows), Yaml.words("")));
    }
    for (String key : List.of("options", "at most", "least", "most", "default")) {
      Place other = input.inside(key);
      boolean there = draft.at(other).isPresent();
      boolean options = key.equals("options") && now.equals("choice");
      if (options && !there) {
        edits.add(new Edit.Put(other, "", piece(other)));
      } else if (there && !InputEditor.goesWith(key, now)) {
        edits.add(new Edit.Put(other, draft.was(other), Yaml.words("")));
      }
    }
    return edits;
  }

  private Yaml piece(Place place) {
    WantedAt wanted = WantedAt.of(root, place.path()).orElseThrow();
    if (place.last().equals("options")) {
      return Yaml.items(
          List.of(Yaml.words(words.of("value.yes")), Yaml.words(words.of("value.no"))));
    }
    return starters(place).of(wanted.form(), wanted.key(), "");
  }

  Starters starters(Place place) {
    return new Starters(
        words,
        new FreshNames(root),
        Known.before(root, place.path()),
        HouseNames.of(draft, BuildPages.tool(draft)));
  }

  /// A name is changed wherever it is used where it is known everywhere, else only where it stands.
  private List<Edit> rename(Place place, String was, String now) {
    if (now.isEmpty() || now.equals(was)) {
      return List.of();
    }
    List<String> path = place.path();
    boolean isValue =
        draft.at(place).filter(Yaml.Words.class::isInstance).isPresent()
            && List.of("ask", "work towards", "gives").contains(place.last());
    boolean known =
        path.size() == 2 && List.of("inputs", "knowledge").contains(path.getFirst())
            || path.size() > 1
                && List.of("calculate", "person fills").contains(path.get(path.size() - 2));
    if (isValue || known) {
      return List.of(new Edit.Rename(was, now));
    }
    Yaml piece = draft.at(place).orElseThrow();
    if (path.getFirst().equals("results") && piece instanceof Yaml.Entries entries) {
      piece = from(entries, was);
    }
    int index = index(place);
    Place collection = place.around();
    return List.of(
        new Edit.Insert(collection, index, now, piece), new Edit.Remove(collection.inside(was)));
  }

  private static Yaml from(Yaml.Entries result, String name) {
    if (result.get("from").isPresent()) {
      return result;
    }
    List<Yaml.Entry> entries = new ArrayList<>(result.entries());
    entries.add(new Yaml.Entry("from", Yaml.words(name), 0));
    return new Yaml.Entries(entries, 0);
  }

  /// Where a piece stands among its siblings, from 0.
  int index(Place place) {
    return switch (draft.at(place.around()).orElse(new Yaml.Words("", 0))) {
      case Yaml.Words _ -> 0;
      case Yaml.Items _ -> Integer.parseInt(place.last()) - 1;
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          entries.stream().map(Yaml.Entry::key).toList().indexOf(place.last());
    };
  }

  /// How many pieces stand in a collection.
  int size(Place collection) {
    return draft.at(collection).map(Pieces::size).orElse(0);
  }
}
