package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the page on which a tool is built.
final class BuildPages {
  private static final long AT_ONCE_MILLIS = 30;
  private static final long SOON_MILLIS = 1_000;
  private static final long LONG_MILLIS = 20_000;

  private final House house;
  private final Words words;

  private final LiveParts lives;

  BuildPages(House house) {
    this.house = house;
    this.lives = new LiveParts(house);
    this.words = house.words();
  }

  /// The page of a draft.
  ///
  /// @param example the id of the example that the preview is made with; else the first
  BuildPage page(Visit visit, Draft draft, At at, String example) {
    Section tool = tool(draft);
    DraftFaults faults = DraftFaults.of(words, draft, tool);
    Section edited =
        new Section(
            At.TOOL,
            draft.at(at.place()).orElseGet(() -> new Yaml.Words("", 0)),
            at.toString(),
            new Faults());
    LiveParts.Live live =
        lives.of(draft, !faults.all().isEmpty(), edited, example, patience(visit));
    BuildPage.Bar bar = bar(visit.actor(), draft, tool, faults);
    Frame frame =
        visit
            .frame(words.of("build.title", bar.name()), "tools")
            .in(tool.text("house"))
            .with(
                house.assets().address("/static/js/build-keep.js"),
                house.assets().address("/static/js/build-settle.js"),
                house.assets().address("/static/js/build-live.js"),
                house.assets().address("/static/js/build-chips.js"),
                house.assets().address("/static/js/build-save.js"));
    return new BuildPage(
        frame,
        bar,
        at.toString(),
        outline(tool, faults, at),
        new BuildSheets(words, draft, tool, faults.at(), at, live.costs()).sheet(),
        faults.all(),
        Known.before(tool.yaml(), at.path()).stream().map(Known.Name::path).toList(),
        live.part(),
        "");
  }

  /// The content of a draft's `tool.yaml`.
  static Section tool(Draft draft) {
    Yaml root = draft.yaml(At.TOOL).orElseGet(() -> new Yaml.Words("", 0));
    return new Section(At.TOOL, root, "", new Faults());
  }

  /// How long the preview may take: an edit is answered at once, and who asks for the preview alone
  /// waits for it.
  private static long patience(Visit visit) {
    return visit.wants("changed")
        ? AT_ONCE_MILLIS
        : visit.wants("preview") ? LONG_MILLIS : SOON_MILLIS;
  }

  private BuildPage.Bar bar(Actor actor, Draft draft, Section tool, DraftFaults faults) {
    Drafts.Ways ways = house.rooms().drafts().ways(actor, draft.toolId());
    ZoneId zone = house.rooms().accounts().workspace().zone();
    String saved =
        draft.differs()
            ? words.of("build.saved", Dates.moment(draft.savedAt(), zone))
            : words.of("build.unchanged", draft.basedOn());
    return new BuildPage.Bar(
        draft.toolId(),
        tool.text("name", words.of("build.unnamed")),
        saved,
        draft.revision(),
        ways.undo(),
        ways.redo(),
        house.rooms().tools().row(actor, draft.toolId()).newest() + 1,
        draft.differs() && faults.all().isEmpty(),
        faults.all().isEmpty());
  }

  private List<BuildPage.Entry> outline(Section tool, DraftFaults faults, At at) {
    List<BuildPage.Entry> outline = new ArrayList<>();
    for (String section : At.SECTIONS) {
      if (section.equals("examples")) {
        continue;
      }
      Section all = tool.at(section);
      int count = all.items().size() + all.entries().size();
      outline.add(
          entry(
              new At(section, List.of()),
              words.of("build.section." + KeyWords.slug(section)),
              count == 0 ? "" : Numbers.grouped(count),
              faults,
              at));
      if (section.equals("steps")) {
        steps(tool, faults, at, outline);
      }
    }
    return outline;
  }

  private BuildPage.Entry entry(At to, String label, String count, DraftFaults faults, At at) {
    long wrong =
        faults.all().stream()
            .filter(
                fault -> fault.at().equals(to.linked()) || fault.at().startsWith(to.linked() + "/"))
            .count();
    return new BuildPage.Entry(
        to.linked(),
        label,
        "",
        count,
        wrong == 0 ? "" : words.count("build.faults", wrong),
        0,
        to.equals(at) ? Optional.of("page") : Optional.empty());
  }

  private void steps(Section tool, DraftFaults faults, At at, List<BuildPage.Entry> outline) {
    new StepCards(
            words,
            faults.at(),
            new At("steps", List.of()),
            Map.of(),
            (_, _) -> Edited.Group.of(EditorShape.spotAt(Place.inTool()), List.of(), List.of()))
        .of(tool).stream()
            .filter(card -> card.kind().equals("step"))
            .forEach(card ->
                outline.add(
                    new BuildPage.Entry(
                        card.at(),
                        card.brief(),
                        card.number(),
                        "",
                        card.faults(),
                        card.depth() + 1,
                        card.at().equals(at.linked()) ? Optional.of("page") : Optional.empty())));
  }
}
