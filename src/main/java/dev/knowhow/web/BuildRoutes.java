package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.Edit;
import dev.knowhow.tool.Place;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The pages on which a tool is built.
final class BuildRoutes {
  private final House house;
  private final Words words;
  private final BuildPages pages;

  BuildRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.pages = new BuildPages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/tools/{id}/build",
            Access.SIGNED_IN,
            "A tool's draft with what is edited at `?at=`; for builders. With the header `X-Part:"
                + " preview` only its preview.",
            this::show),
        Route.upload(
            "/tools/{id}/build/edits",
            Access.SIGNED_IN,
            "Saves what was typed in a draft, and does what its button says. With the header"
                + " `X-Part: changed` the page's parts come back.",
            ToolRoutes.LARGEST_FORM,
            this::edit));
  }

  private Drafts drafts() {
    return house.rooms().drafts();
  }

  private void show(Visit visit) {
    Draft draft = drafts().of(visit.actor(), visit.part("id"));
    At at = At.parse(visit.query("at"));
    if (at.section().equals("examples")) {
      visit.leadTo("/tools/" + draft.toolId() + "/examples");
      return;
    }
    BuildPage page = pages.page(visit, draft, at, visit.query("example"));
    if (visit.wants("preview")) {
      visit.showPart("build", "preview", page);
    } else {
      visit.show("build", page);
    }
  }

  private void edit(Visit visit) {
    Draft draft = drafts().of(visit.actor(), visit.part("id"));
    At at = At.parse(visit.sent("at"));
    Map<String, List<String>> form = visit.context().formParamMap();
    SequencedMap<String, String> typed = BuildEdits.typed(form);
    try {
      long seen = seen(visit, draft);
      if (!typed.isEmpty()) {
        List<Edit> edits = new BuildEdits(words, draft).edits(typed, form);
        draft =
            drafts().save(visit.actor(), draft.toolId(), seen, one(edits), called(draft, typed));
        seen = draft.revision();
      }
      String doing = visit.sent("do");
      if (!doing.isEmpty()) {
        Done done = act(visit, draft, at, seen, doing);
        draft = done.draft();
        at = done.at();
      }
    } catch (Problem problem) {
      refuse(visit, draft, at, typed, problem);
      return;
    }
    answer(visit, draft, at);
  }

  private record Done(Draft draft, At at) {}

  private Done act(Visit visit, Draft draft, At at, long seen, String doing) {
    String tool = draft.toolId();
    return switch (doing) {
      case "undo" -> new Done(drafts().undo(visit.actor(), tool, seen), at);
      case "redo" -> new Done(drafts().redo(visit.actor(), tool, seen), at);
      default -> {
        BuildMoves.Move move = new BuildMoves(words, draft, at).of(Doings.parse(doing));
        Draft after = drafts().save(visit.actor(), tool, seen, one(move.edits()), move.words());
        yield new Done(after, move.at());
      }
    };
  }

  private static Edit one(List<Edit> edits) {
    return edits.size() == 1 ? edits.getFirst() : new Edit.Together(edits);
  }

  private static long seen(Visit visit, Draft draft) {
    String seen = visit.sent("seen");
    return seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : draft.revision();
  }

  private void answer(Visit visit, Draft draft, At at) {
    if (visit.wants("changed")) {
      visit.context().header("X-At", at.linked());
      visit.showPart("build", "content", pages.page(visit, draft, at, visit.sent("example")));
    } else {
      visit.leadTo("/tools/" + draft.toolId() + "/build?at=" + at.linked() + "#open");
    }
  }

  /// Answers that nothing was saved; what was typed stays on the page.
  private void refuse(
      Visit visit, Draft draft, At at, SequencedMap<String, String> typed, Problem problem) {
    visit.context().status(ProblemPage.status(problem.kind()));
    if (visit.wants("changed")) {
      String theirs =
          typed.keySet().stream()
              .filter(place -> !place.startsWith("@"))
              .map(place -> there(draft, Place.parse(place)))
              .findFirst()
              .orElse("");
      visit.showPart(
          "build-refused",
          "refused",
          new Refused(Visit.sentence(problem.what(), problem.hint()), theirs));
      return;
    }
    BuildPage page =
        pages
            .page(visit, draft, at, visit.sent("example"))
            .keeping(typed, Visit.sentence(problem.what(), problem.hint()));
    visit.show("build", page);
  }

  private static String there(Draft draft, Place place) {
    return place.path().isEmpty() ? draft.text(place.file()).orElse("") : draft.was(place);
  }

  /// How undo calls what was typed: the labels of the fields.
  private String called(Draft draft, SequencedMap<String, String> typed) {
    KeyWords keys = new KeyWords(words);
    return typed.keySet().stream()
        .limit(3)
        .map(field -> {
          Place place = Place.parse(field.startsWith("@") ? field.substring(1) : field);
          if (place.path().isEmpty()) {
            return words.of(
                place.file().startsWith("prompts/") ? "build.instructions" : "build.knowledgeText");
          }
          return WantedAt.of(BuildPages.tool(draft).yaml(), place.path())
              .map(wanted -> keys.label(wanted.set(), wanted.key()))
              .orElse(place.last());
        })
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// Why nothing was saved.
  ///
  /// @param theirs what stands there now
  record Refused(String sentence, String theirs) {}
}
