package dev.knowhow.web;

import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a control for every key of the format, from the table of keys alone.
final class Editor {
  private static final Set<String> LONG =
      Set.of("about", "help", "because", "saves because", "person");
  private static final Set<String> SELDOM =
      Set.of(
          "prompt",
          "by",
          "at most",
          "at most at once",
          "format",
          "house",
          "button",
          "saves because",
          "within",
          "when late",
          "default",
          "least",
          "most",
          "tokens",
          "cost",
          "time");
  private static final Set<String> GIVES_NAME = Set.of("ask", "work towards", "gives");

  private final KeyWords keys;
  private final Names names;
  private final FaultsAt faults;

  /// The names that a piece may use, by what a key asks for.
  ///
  /// @param knowledge the names of knowledge
  /// @param results the names of results
  /// @param packs the packs of the house
  /// @param roles the roles of the house
  record Names(
      List<Control.Choice> knowledge,
      List<Control.Choice> results,
      List<Control.Choice> packs,
      List<Control.Choice> roles) {
    /// Copies the lists.
    Names {
      knowledge = List.copyOf(knowledge);
      results = List.copyOf(results);
      packs = List.copyOf(packs);
      roles = List.copyOf(roles);
    }
  }

  Editor(KeyWords keys, Names names, FaultsAt faults) {
    this.keys = keys;
    this.names = names;
    this.faults = faults;
  }

  /// The controls of a set of keys, without those that are edited elsewhere.
  Edited.Group keys(KeySet set, Yaml piece, Place place, Set<String> without) {
    List<Edited> inside = new ArrayList<>();
    List<Edited> more = new ArrayList<>();
    for (Key key : set.keys()) {
      if (without.contains(key.name()) || EditorShape.isSteps(key.form())) {
        continue;
      }
      Optional<Yaml> value =
          piece instanceof Yaml.Entries entries ? entries.get(key.name()) : Optional.empty();
      boolean seldom = SELDOM.contains(key.name()) && !key.required();
      boolean hidden = seldom || key.name().equals("format") || key.name().equals("house");
      (hidden ? more : inside).add(key(set, key, value, place.inside(key.name())));
    }
    Edited.Spot spot = spot(place, "", "", faults.at(place));
    return Edited.Group.of(spot, inside, more);
  }

  /// The control of one key.
  Edited key(KeySet set, Key key, Optional<Yaml> piece, Place place) {
    Asked asked = new Asked(set, key, piece, place, keys.label(set, key), keys.help(set, key));
    return control(key.form(), asked);
  }

  /// What a control is made for.
  ///
  /// @param set the keys that stand together with `key`
  /// @param piece what is there now
  record Asked(KeySet set, Key key, Optional<Yaml> piece, Place place, String label, String help) {

    /// The same question about a piece inside.
    Asked inside(Place inner, Yaml value, String words) {
      return new Asked(set, key, Optional.of(value), inner, words, "");
    }

    String text() {
      return piece.map(EditorShape::text).orElse("");
    }
  }

  private Edited control(Form form, Asked asked) {
    return switch (form) {
      case Form.Prose _ -> prose(asked);
      case Form.Matching matching -> matching(matching, asked);
      case Form.Word(List<String> words) -> word(words, asked);
      case Form.ListOf list -> list(list, asked);
      case Form.Named named -> named(named, asked);
      case Form.Keyed(KeySet set) -> keyed(set, asked);
      case Form.Kinds kinds -> kinds(kinds, asked);
      case Form.TextOr(Form text, Form other) -> textOr(text, other, asked);
      case Form.Anything _ -> prose(asked);
      case Form.Elsewhere elsewhere -> control(elsewhere.form().get(), asked);
    };
  }

  private Edited prose(Asked asked) {
    String text = asked.text();
    if (asked.key().name().equals("by") && !names.roles().isEmpty()) {
      return menu(names.roles(), asked);
    }
    boolean isLong = LONG.contains(asked.key().name()) || text.contains("\n");
    Edited.Spot spot = leaf(asked);
    return isLong ? Edited.Field.lines(spot, text, 2) : Edited.Field.line(spot, text, "");
  }

  private Edited matching(Form.Matching matching, Asked asked) {
    if (GIVES_NAME.contains(asked.key().name()) && asked.piece().isPresent()) {
      return name(asked.place(), asked.text(), asked.label(), asked.help());
    }
    if (asked.key().name().equals("pack") && !names.packs().isEmpty()) {
      return menu(names.packs(), asked);
    }
    String part = matching.pattern().contains("\\.") ? "path" : "line";
    return new Edited.Field(
        part, leaf(asked), asked.text(), asked.text(), "", List.of(), Optional.empty(), 1);
  }

  private Edited menu(List<Control.Choice> known, Asked asked) {
    List<Control.Choice> choices = new ArrayList<>();
    if (!asked.key().required() || asked.text().isEmpty()) {
      String usual = keys.usual(asked.set(), asked.key());
      choices.add(new Control.Choice("", usual, "", asked.text().isEmpty()));
    }
    choices.addAll(EditorShape.chosen(known, asked.text()));
    return Edited.Field.menu(leaf(asked), asked.text(), choices);
  }

  private Edited word(List<String> all, Asked asked) {
    String now = asked.text();
    if (all.size() == 1) {
      return Edited.Field.fixed(leaf(asked), now.isEmpty() ? keys.word("none") : now);
    }
    List<Control.Choice> choices = new ArrayList<>();
    boolean isYesNo = all.equals(List.of("yes", "no"));
    if (isYesNo) {
      boolean yes = now.equals("yes");
      choices.add(new Control.Choice(yes ? "" : now, keys.word("no"), "", !yes));
      choices.add(new Control.Choice("yes", keys.word("yes"), "", yes));
      return Edited.Field.menu(leaf(asked), now, choices);
    }
    if (!asked.key().required() || now.isEmpty()) {
      choices.add(new Control.Choice("", keys.usual(asked.set(), asked.key()), "", now.isEmpty()));
    }
    for (String one : all) {
      choices.add(new Control.Choice(one, keys.word(one), "", one.equals(now)));
    }
    if (!now.isEmpty() && !all.contains(now)) {
      choices.add(new Control.Choice(now, now, "", true));
    }
    return Edited.Field.menu(leaf(asked), now, choices);
  }

  private Edited list(Form.ListOf list, Asked asked) {
    Form item = EditorShape.resolved(list.item());
    boolean plain =
        asked.piece().map(EditorShape::isPlain).orElse(true) && !asked.key().name().equals("check");
    List<Control.Choice> known =
        switch (asked.key().name()) {
          case "in" -> names.knowledge();
          case "show" -> asked.set().name().equals("a finish") ? names.results() : List.of();
          default -> List.of();
        };
    if (item instanceof Form.Matching && plain && !known.isEmpty()) {
      return Edited.Field.checks(
          leaf(asked), asked.text(), EditorShape.chosen(known, asked.text()));
    }
    if ((item instanceof Form.Prose || item instanceof Form.Matching) && plain) {
      return Edited.Field.lines(leaf(asked), asked.text(), 3);
    }
    List<Edited.Row> rows = new ArrayList<>();
    List<Yaml> items =
        asked.piece().orElse(null) instanceof Yaml.Items(List<Yaml> all, int _) ? all : List.of();
    for (int i = 0; i < items.size(); i++) {
      Place place = asked.place().inside(Integer.toString(i + 1));
      Edited inside = control(item, asked.inside(place, items.get(i), ""));
      rows.add(row(place, Optional.empty(), inside, i, items.size()));
    }
    return Edited.Rows.of(spotOf(asked), rows, adds(item, asked, items));
  }

  private List<Edited.Add> adds(Form item, Asked asked, List<Yaml> items) {
    boolean stops = !items.isEmpty() && EditorShape.text(items.getLast()).equals("stop");
    int at = stops ? items.size() - 1 : -1;
    if (item instanceof Form.Kinds(List<KeySet> kinds, String _)) {
      return kinds.stream()
          .map(kind ->
              new Edited.Add(
                  Doings.add(asked.place(), kind.names().getFirst(), at), keys.kind(kind), ""))
          .toList();
    }
    String label = keys.add(asked.set(), asked.key());
    return List.of(new Edited.Add(Doings.add(asked.place(), "", at), label, ""));
  }

  private Edited named(Form.Named named, Asked asked) {
    List<Yaml.Entry> entries =
        asked.piece().orElse(null) instanceof Yaml.Entries(List<Yaml.Entry> all, int _)
            ? all
            : List.of();
    List<Edited.Row> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Yaml.Entry entry = entries.get(i);
      Place place = asked.place().inside(entry.key());
      Edited inside = control(named.value(), asked.inside(place, entry.value(), ""));
      Edited.Field name = name(place, entry.key(), keys.word("name"), "");
      rows.add(row(place, Optional.of(name), inside, i, entries.size()));
    }
    return Edited.Rows.of(spotOf(asked), rows, adds(named.value(), asked, List.of()));
  }

  private Edited keyed(KeySet set, Asked asked) {
    if (asked.piece().isEmpty()) {
      return Edited.Rows.of(spotOf(asked), List.of(), adds(new Form.Keyed(set), asked, List.of()));
    }
    Edited.Group group = keys(set, asked.piece().get(), asked.place(), Set.of());
    return Edited.Group.of(spotOf(asked), group.inside(), group.more());
  }

  private Edited kinds(Form.Kinds kinds, Asked asked) {
    if (asked.piece().isEmpty()) {
      return Edited.Rows.of(spotOf(asked), List.of(), adds(kinds, asked, List.of()));
    }
    Optional<KeySet> kind = WantedAt.kind(kinds, asked.piece().get());
    return kind.map(set -> keyed(set, asked))
        .orElseGet(() -> Edited.Field.fixed(leaf(asked), asked.text()));
  }

  private Edited textOr(Form text, Form other, Asked asked) {
    boolean isText = asked.piece().map(Yaml.Words.class::isInstance).orElse(true);
    if (!(text instanceof Form.Word(List<String> types))) {
      return isText ? control(text, asked) : control(other, asked);
    }
    Form.Kinds kinds = (Form.Kinds) EditorShape.resolved(other);
    Edited.Field type = new TypeEditor(keys).of(types, kinds, asked.piece(), leaf(asked));
    if (isText) {
      return type;
    }
    Edited details = control(other, asked.inside(asked.place(), asked.piece().orElseThrow(), ""));
    return new Edited.Group("typed", spotOf(asked), List.of(type, details), List.of());
  }

  /// The field of a name that an author chose.
  Edited.Field name(Place place, String name, String label, String help) {
    Edited.Spot spot = new Edited.Spot(id(place) + "-name", "@" + place, label, help, List.of());
    return Edited.Field.line(spot, name, "");
  }

  private Edited.Row row(
      Place place, Optional<Edited.Field> name, Edited inside, int index, int count) {
    return new Edited.Row(
        spot(place, "", "", List.of()),
        name,
        List.of(inside),
        EditorShape.doing(place, index, count));
  }

  private Edited.Spot leaf(Asked asked) {
    return spot(asked.place(), asked.label(), asked.help(), faults.under(asked.place()));
  }

  private Edited.Spot spotOf(Asked asked) {
    return spot(asked.place(), asked.label(), asked.help(), faults.at(asked.place()));
  }

  private static Edited.Spot spot(Place place, String label, String help, List<String> faults) {
    return new Edited.Spot(id(place), place.toString(), label, help, faults);
  }

  /// The id on the page of what stands at a place.
  static String id(Place place) {
    return "e-" + place.toString().replaceAll("[^A-Za-z0-9_]", "-");
  }
}
