package dev.knowhow.web;

import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.ToolForm;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the middle of the builder's page: the one thing being edited.
final class BuildSheets {
  private static final Set<String> PURPOSE =
      Set.of("name", "about", "button", "saves", "saves because", "house", "format", "flow");

  private final Words words;
  private final KeyWords keys;
  private final Draft draft;
  private final Section tool;
  private final FaultsAt faults;
  private final At at;
  private final Map<String, String> costs;
  private final Editor editor;

  /// The sheets of a draft.
  ///
  /// @param tool the content of its `tool.yaml`
  /// @param costs what each ask costs in a run, by its name
  BuildSheets(
      Words words, Draft draft, Section tool, FaultsAt faults, At at, Map<String, String> costs) {
    this.words = words;
    this.keys = new KeyWords(words);
    this.draft = draft;
    this.tool = tool;
    this.faults = faults;
    this.at = at;
    this.costs = Map.copyOf(costs);
    this.editor = new Editor(keys, HouseNames.of(draft, tool), faults);
  }

  /// What is being edited.
  BuildPage.Sheet sheet() {
    return switch (at.section()) {
      case "purpose" -> purpose();
      case "steps" -> steps();
      default -> things();
    };
  }

  private static KeySet root() {
    return ((Form.Keyed) ToolForm.form()).keys();
  }

  private BuildPage.Sheet purpose() {
    Set<String> others = new HashSet<>(root().names());
    others.removeAll(PURPOSE);
    if (!tool.has("flow")) {
      others.add("flow");
    }
    Edited.Group group = editor.keys(root(), tool.yaml(), Place.inTool(), others);
    return sheet(Optional.of(group), List.of(), List.of());
  }

  private BuildPage.Sheet steps() {
    StepCards cards = new StepCards(words, faults, at, costs, this::step);
    return sheet(Optional.empty(), cards.of(tool), cards.adds(Place.inTool("steps"), -1));
  }

  private Edited.Group step(Section step, Place place) {
    Form.Kinds kinds = new Form.Kinds(StepCards.kinds(), "a step");
    Optional<KeySet> kind = WantedAt.kind(kinds, step.yaml());
    if (kind.isEmpty()) {
      return Edited.Group.of(EditorShape.spotAt(place), List.of(), List.of());
    }
    SentenceNames names =
        SentenceNames.at(tool.yaml(), place, HouseNames.of(draft, tool).knowledge());
    Edited.Group group =
        new SentenceEditor(words, names).of(editor.keys(kind.get(), step.yaml(), place, Set.of()));
    String name = step.text("ask", step.text("work towards"));
    return name.isEmpty()
        ? group
        : new AskEditor(words, draft, faults).of(group, step, place, tool);
  }

  private BuildPage.Sheet things() {
    Key key = root().key(at.section()).orElseThrow();
    Place collection = Place.inTool(key.name());
    List<BuildPage.Card> cards = new ArrayList<>();
    Section all = tool.at(key.name());
    List<Section.NamedSection> entries = all.entries();
    for (int i = 0; i < entries.size(); i++) {
      Place place = collection.inside(entries.get(i).name());
      cards.add(thing(key, entries.get(i).section(), place, i, entries.size()));
    }
    List<Section> items = all.items();
    for (int i = 0; i < items.size(); i++) {
      cards.add(thing(key, items.get(i), collection.inside(i + 1), i, items.size()));
    }
    return sheet(Optional.empty(), cards, adds(key, collection));
  }

  private List<Edited.Add> adds(Key key, Place collection) {
    Form inside =
        key.form() instanceof Form.Named named ? named.value() : ((Form.ListOf) key.form()).item();
    if (inside instanceof Form.Kinds(List<KeySet> kinds, String _)) {
      return kinds.stream()
          .map(kind ->
              new Edited.Add(
                  Doings.add(collection, kind.names().getFirst(), -1), keys.kind(kind), ""))
          .toList();
    }
    return List.of(new Edited.Add(Doings.add(collection, "", -1), keys.add(root(), key), ""));
  }

  private BuildPage.Card thing(Key key, Section thing, Place place, int index, int count) {
    boolean open = at.opens(place);
    boolean named = key.form() instanceof Form.Named;
    int wrong = faults.count(place);
    return new BuildPage.Card(
        "thing",
        Editor.id(place),
        At.of(place).linked(),
        "",
        "",
        List.of(new StepWords.Span(title(key.name(), thing, place), true)),
        below(key.name(), thing),
        wrong == 0 ? "" : words.count("build.faults", wrong),
        "",
        0,
        open && named
            ? Optional.of(
                editor.name(
                    place, place.last(), words.of("build.name"), words.of("build.name.help")))
            : Optional.empty(),
        open ? Optional.of(keysOf(key, thing, place)) : Optional.empty(),
        EditorShape.doing(place, index, count),
        List.of());
  }

  private Edited.Group keysOf(Key key, Section thing, Place place) {
    Form form =
        key.form() instanceof Form.Named named ? named.value() : ((Form.ListOf) key.form()).item();
    Optional<KeySet> set =
        form instanceof Form.Keyed(KeySet all)
            ? Optional.of(all)
            : WantedAt.kind((Form.Kinds) form, thing.yaml());
    if (set.isEmpty() || !(thing.yaml() instanceof Yaml.Entries entries)) {
      return Edited.Group.of(EditorShape.spotAt(place), List.of(), List.of());
    }
    if (key.name().equals("inputs")) {
      return new InputEditor(editor, keys).of(set.get(), entries, place);
    }
    Edited.Group group = editor.keys(set.get(), entries, place, Set.of());
    String file = thing.text("file");
    if (!key.name().equals("knowledge") || draft.text(file).isEmpty()) {
      return group;
    }
    List<Edited> inside = new ArrayList<>(group.inside());
    Place text = Place.of(file);
    inside.add(
        Edited.Field.lines(
            new Edited.Spot(
                Editor.id(text),
                text.toString(),
                words.of("build.knowledgeText"),
                words.of("build.knowledgeText.help"),
                faults.under(text)),
            draft.text(file).orElseThrow(),
            12));
    return Edited.Group.of(group.spot(), inside, group.more());
  }

  private static String title(String section, Section thing, Place place) {
    return section.equals("experts check")
        ? thing.text("point")
        : thing.text("label", place.last());
  }

  private String below(String section, Section thing) {
    return switch (section) {
      case "inputs" -> {
        String type = thing.has("rows") ? "table" : thing.text("type");
        yield thing.yes("required")
            ? keys.word(type) + " · " + words.of("build.mustBeFilled")
            : keys.word(type);
      }
      case "knowledge" ->
          thing.has("pack")
              ? words.of("build.fromPack", thing.text("pack"))
              : words.of("build.fromFile");
      case "results" -> keys.word(thing.text("type"));
      default ->
          words.of(
              "expert."
                  + WantedAt.kind(expertKinds(), thing.yaml())
                      .map(kind -> kind.names().getFirst())
                      .orElse("person"));
    };
  }

  private static Form.Kinds expertKinds() {
    return (Form.Kinds) ((Form.ListOf) root().key("experts check").orElseThrow().form()).item();
  }

  private BuildPage.Sheet sheet(
      Optional<Edited.Group> group, List<BuildPage.Card> cards, List<Edited.Add> adds) {
    String slug = KeyWords.slug(at.section());
    return new BuildPage.Sheet(
        words.of("build.section." + slug),
        words.of("build.lead." + slug),
        group,
        cards,
        adds,
        words.of("build.addTo." + slug));
  }
}
