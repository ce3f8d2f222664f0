package dev.knowhow.web;

import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of a tool as cards, from top to bottom, those inside others indented.
final class StepCards {
  private static final Edited.Doing NOTHING = new Edited.Doing("", "", "", "");

  private final Words words;
  private final KeyWords keys;
  private final StepWords sentences;
  private final FaultsAt faults;
  private final At at;
  private final Map<String, String> costs;
  private final Opened opened;
  private final List<BuildPage.Card> cards = new ArrayList<>();

  /// Makes the keys of the card that is open.
  @FunctionalInterface
  interface Opened {
    /// The controls for a step.
    Edited.Group keys(Section step, Place place);
  }

  StepCards(Words words, FaultsAt faults, At at, Map<String, String> costs, Opened opened) {
    this.words = words;
    this.keys = new KeyWords(words);
    this.sentences = new StepWords(words);
    this.faults = faults;
    this.at = at;
    this.costs = Map.copyOf(costs);
    this.opened = opened;
  }

  /// The cards of all steps.
  List<BuildPage.Card> of(Section tool) {
    steps(tool.at("steps"), new Place(At.TOOL, List.of("steps")), "", 0);
    return cards;
  }

  /// What can be added to a list of steps.
  ///
  /// @param index before which one, counted from 0; -1 for the end
  List<Edited.Add> adds(Place list, int index) {
    return kinds().stream()
        .map(kind -> {
          String first = kind.names().getFirst();
          String note = words.of("add.step." + KeyWords.slug(first));
          return new Edited.Add(Doings.add(list, first, index), keys.kind(kind), note);
        })
        .toList();
  }

  /// The kinds of steps.
  static List<KeySet> kinds() {
    Form form =
        WantedAt.of(new dev.knowhow.tool.yaml.Yaml.Words("", 0), List.of("steps"))
            .orElseThrow()
            .form();
    return ((Form.Kinds) EditorShape.resolved(((Form.ListOf) form).item())).kinds();
  }

  private void steps(Section list, Place place, String number, int depth) {
    List<Section> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      step(
          items.get(i),
          place.inside(Integer.toString(i + 1)),
          number + (i + 1),
          depth,
          EditorShape.doing(place.inside(Integer.toString(i + 1)), i, items.size()));
    }
    if (depth > 0) {
      cards.add(
          card(
              "add",
              place.inside("add"),
              place,
              "",
              List.of(),
              "",
              depth,
              NOTHING,
              adds(place, -1)));
    }
  }

  private void step(Section step, Place place, String number, int depth, Edited.Doing doing) {
    Optional<Edited.Group> editor =
        at.opens(place) ? Optional.of(opened.keys(step, place)) : Optional.empty();
    int index = Integer.parseInt(place.last());
    cards.add(
        new BuildPage.Card(
            "step",
            Editor.id(place),
            At.of(place).linked(),
            number,
            sentences.brief(step),
            sentences.sentence(step),
            sentences.below(step),
            wrong(step, place),
            costs.getOrDefault(step.text("ask", step.text("work towards")), ""),
            depth,
            Optional.empty(),
            editor,
            doing,
            editor.isPresent() ? adds(place.around(), index) : List.of()));
    inside(step, place, number, depth + 1);
  }

  private void inside(Section step, Place place, String number, int depth) {
    if (step.has("for each")) {
      steps(step.at("steps"), place.inside("steps"), number + ".", depth);
    }
    List<Section> branches = step.at("choose").items();
    for (int i = 0; i < branches.size(); i++) {
      Place branch = place.inside("choose").inside(Integer.toString(i + 1));
      way(branches.get(i), branch, place, number + "." + (char) ('a' + i), depth);
    }
    if (step.at("when late").has("steps")) {
      Place late = place.inside("when late");
      cards.add(way(late, place, number, words.of("step.whenLate"), depth));
      steps(step.at("when late").at("steps"), late.inside("steps"), number + ".", depth + 1);
    }
  }

  private void way(Section branch, Place place, Place step, String number, int depth) {
    String when = branch.text("when");
    String said =
        when.equals("otherwise") ? words.of("step.otherwiseWay") : words.of("step.when", when);
    Section finish = branch.at("finish");
    String because = finish.text("because");
    String end =
        !branch.has("finish")
            ? ""
            : words.of("step.finish", finish.text("outcome"))
                + (because.isEmpty() ? "" : ": " + because);
    cards.add(way(place, step, number, end.isEmpty() ? said : said + " → " + end, depth));
    if (!branch.has("finish")) {
      steps(branch.at("steps"), place.inside("steps"), number + ".", depth + 1);
    }
  }

  private BuildPage.Card way(Place place, Place step, String number, String said, int depth) {
    return card(
        "way",
        place,
        step,
        number,
        List.of(new StepWords.Span(said, false)),
        wrong(place),
        depth,
        NOTHING,
        List.of());
  }

  private static BuildPage.Card card(
      String kind,
      Place place,
      Place leadsTo,
      String number,
      List<StepWords.Span> sentence,
      String wrong,
      int depth,
      Edited.Doing doing,
      List<Edited.Add> adds) {
    return new BuildPage.Card(
        kind,
        Editor.id(place),
        At.of(leadsTo).linked(),
        number,
        "",
        sentence,
        "",
        wrong,
        "",
        depth,
        Optional.empty(),
        Optional.empty(),
        doing,
        adds);
  }

  private String wrong(Section step, Place place) {
    int count = faults.count(place) + faults.count(Place.of(AskEditor.file(step)));
    return said(count);
  }

  private String wrong(Place place) {
    return said(faults.count(place));
  }

  private String said(int count) {
    return count == 0 ? "" : words.count("build.faults", count);
  }
}
