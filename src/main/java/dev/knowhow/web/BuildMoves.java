package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Edit;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Turns what a button of the builder's page asks for into a change of a draft.
final class BuildMoves {
  private final Words words;
  private final Draft draft;
  private final At at;
  private final BuildEdits edits;

  /// The moves on a draft whose page shows `at`.
  BuildMoves(Words words, Draft draft, At at) {
    this.words = words;
    this.draft = draft;
    this.at = at;
    this.edits = new BuildEdits(words, draft);
  }

  /// A change, how undo calls it, and what is edited afterwards.
  record Move(List<Edit> edits, String words, At at) {
    /// Copies the list.
    Move {
      edits = List.copyOf(edits);
    }
  }

  /// What a button does.
  Move of(Doings doing) {
    return switch (doing.verb()) {
      case "add" -> add(doing.place(), doing.word(1), Integer.parseInt(doing.word(2)));
      case "remove" -> remove(doing.place());
      case "up" -> shift(doing.place(), -1);
      case "down" -> shift(doing.place(), 1);
      case "copy" -> copy(doing.place());
      case "move" -> to(doing.place(), Integer.parseInt(doing.word(1)));
      default ->
          throw Problem.of(
              Problem.Kind.BAD_INPUT,
              words.of("problem.notUnderstood"),
              words.of("problem.notUnderstood.hint"));
    };
  }

  private Move add(Place collection, String kind, int wanted) {
    Yaml root = BuildPages.tool(draft).yaml();
    WantedAt table = WantedAt.of(root, collection.path()).orElseThrow(this::gone);
    Form form = EditorShape.resolved(table.form());
    int size = edits.size(collection);
    int index = wanted < 0 || wanted > size ? size : wanted;
    boolean there = draft.at(collection).isPresent();
    Starters starters = edits.starters(collection);
    return switch (form) {
      case Form.ListOf list -> {
        Yaml piece =
            kind.startsWith(Sentences.SAYS)
                ? Yaml.words(kind.substring(Sentences.SAYS.length()))
                : starters.of(list.item(), table.key(), kind);
        Place place = collection.inside(index + 1);
        Edit edit =
            there
                ? new Edit.Insert(collection, index, "", piece)
                : new Edit.Put(collection, "", Yaml.items(List.of(piece)));
        yield added(table, kind, with(edit, piece), place);
      }
      case Form.Named named -> {
        String name = starters.name(table.key().name());
        Yaml piece = file(starters.of(named.value(), table.key(), kind), name);
        Edit edit =
            there
                ? new Edit.Insert(collection, index, name, piece)
                : new Edit.Put(collection, "", entry(name, piece));
        yield added(table, kind, with(edit, piece), collection.inside(name));
      }
      case Form.Keyed _, Form.Kinds _, Form.TextOr _, Form.Elsewhere _ ->
          added(
              table,
              kind,
              List.of(new Edit.Put(collection, "", starters.of(form, table.key(), kind))),
              collection);
      case Form.Prose _, Form.Matching _, Form.Word _, Form.Anything _ -> throw gone();
    };
  }

  private Move added(WantedAt table, String kind, List<Edit> all, Place place) {
    String what = new KeyWords(words).label(table.set(), table.key());
    At opened = At.of(place);
    boolean card = opened.place().equals(place);
    return new Move(
        all,
        words.of("undo.added", kind.isEmpty() || kind.startsWith(Sentences.SAYS) ? what : kind),
        card ? opened : at);
  }

  /// What a new ask or text of knowledge needs beside its keys: a file.
  private List<Edit> with(Edit edit, Yaml piece) {
    Section made = new Section(At.TOOL, piece, "", new Faults());
    boolean asks = made.has("ask") || made.has("work towards");
    String file = asks ? AskEditor.file(made) : made.text("file");
    if (file.isEmpty() || draft.text(file).isPresent()) {
      return List.of(edit);
    }
    String text = words.of(asks ? "starter.prompt" : "starter.knowledge");
    return List.of(new Edit.AddFile(file, (text + "\n").getBytes(StandardCharsets.UTF_8)), edit);
  }

  private static Yaml file(Yaml piece, String name) {
    if (!(piece instanceof Yaml.Entries(List<Yaml.Entry> entries, int line))) {
      return piece;
    }
    return new Yaml.Entries(
        entries.stream()
            .map(entry ->
                entry.key().equals("file")
                    ? new Yaml.Entry("file", Yaml.words("knowledge/" + name + ".md"), 0)
                    : entry)
            .toList(),
        line);
  }

  private static Yaml entry(String name, Yaml piece) {
    return new Yaml.Entries(List.of(new Yaml.Entry(name, piece, 0)), 0);
  }

  private Move remove(Place place) {
    there(place);
    boolean open = place.holds(at.place()) && !at.path().isEmpty();
    At after = open ? new At(at.section(), List.of()) : shifted(place, -1);
    return new Move(
        List.of(new Edit.Remove(place)), words.of("undo.removed", called(place)), after);
  }

  /// What is edited after a sibling before it has gone or come.
  private At shifted(Place place, int by) {
    int depth = place.path().size() - 1;
    Place list = place.around();
    if (!list.holds(at.place()) || at.path().size() <= depth || !isNumber(place.last())) {
      return at;
    }
    String mine = at.path().get(depth);
    if (!isNumber(mine) || Integer.parseInt(mine) <= Integer.parseInt(place.last())) {
      return at;
    }
    return at(depth, Integer.toString(Integer.parseInt(mine) + by));
  }

  private At at(int depth, String name) {
    List<String> path = new ArrayList<>(at.path());
    path.set(depth, name);
    return new At(at.section(), path);
  }

  private Move shift(Place place, int by) {
    return to(place, edits.index(place) + by);
  }

  private Move to(Place place, int index) {
    there(place);
    Place list = place.around();
    int before = edits.index(place);
    int last = edits.size(list) - 1;
    int after = Math.clamp(index, 0, last);
    At edited = at;
    int depth = place.path().size() - 1;
    if (isNumber(place.last()) && list.holds(at.place()) && at.path().size() > depth) {
      int mine = isNumber(at.path().get(depth)) ? Integer.parseInt(at.path().get(depth)) - 1 : -1;
      int moved =
          mine == before
              ? after
              : mine > before && mine <= after
                  ? mine - 1
                  : mine < before && mine >= after ? mine + 1 : mine;
      edited = at(depth, Integer.toString(moved + 1));
    }
    return new Move(
        List.of(new Edit.Move(place, list, after)), words.of("undo.moved", called(place)), edited);
  }

  private Move copy(Place place) {
    Yaml piece = there(place);
    Yaml root = BuildPages.tool(draft).yaml();
    FreshNames fresh = new FreshNames(root);
    Place list = place.around();
    int index = edits.index(place) + 1;
    boolean numbered = isNumber(place.last());
    String name = numbered ? "" : fresh.like(place.last());
    Copies copies = new Copies(fresh);
    Yaml copy = numbered ? copies.of(draft, piece) : piece;
    List<Edit> all = new ArrayList<>(copies.files());
    all.add(new Edit.Insert(list, index, name, copy));
    Place made = numbered ? list.inside(index + 1) : list.inside(name);
    At opened = At.of(made);
    return new Move(
        all, words.of("undo.copied", called(place)), opened.place().equals(made) ? opened : at);
  }

  private Yaml there(Place place) {
    return draft.at(place).orElseThrow(this::gone);
  }

  private Problem gone() {
    return Problem.of(Problem.Kind.NOT_FOUND, words.of("build.gone"), words.of("build.gone.hint"));
  }

  /// What a piece is called in the words of undo.
  private String called(Place place) {
    Section piece =
        new Section(
            At.TOOL, draft.at(place).orElseGet(() -> new Yaml.Words("", 0)), "", new Faults());
    String label = piece.text("label", piece.text("does", piece.text("point")));
    if (!label.isEmpty()) {
      return label;
    }
    return isNumber(place.last()) && !piece.text().isEmpty()
        ? piece.text()
        : isNumber(place.last()) ? new StepWords(words).brief(piece) : place.last();
  }

  private static boolean isNumber(String name) {
    return name.matches("[1-9][0-9]*");
  }
}
