package dev.knowhow.web;

import dev.knowhow.eval.TierChange;
import dev.knowhow.eval.TrialColumn;
import dev.knowhow.eval.TrialView;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;
import java.util.List;
import java.util.Optional;

/// One trial: how far it is, what came out, and what a person does about it.
final class TrialRoutes {
  private final House house;
  private final Words words;
  private final TrialPages pages;

  TrialRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.pages = new TrialPages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/tools/{id}/trials/{trial}",
            Access.SIGNED_IN,
            "A trial of a tool's examples, with the cheapest way of which at least `?bar=` percent"
                + " pass; for builders. With the header `X-Part: trial` only what changes.",
            this::show),
        Route.post(
            "/tools/{id}/trials/{trial}",
            Access.SIGNED_IN,
            "Pauses a trial, lets it go on, cancels it, or adopts the models of one of its columns"
                + " in the draft.",
            this::steer));
  }

  private void show(Visit visit) {
    Draft draft = house.rooms().drafts().of(visit.actor(), visit.part("id"));
    Optional<TrialView> trial = trial(visit);
    if (trial.isEmpty()) {
      leadToExamples(visit);
      return;
    }
    TrialPage page = pages.page(visit, draft, trial.get(), "");
    if (visit.wants("trial")) {
      visit.showPart("trial", "trial", page);
    } else {
      visit.show("trial", page);
    }
  }

  private void steer(Visit visit) {
    Draft draft = house.rooms().drafts().of(visit.actor(), visit.part("id"));
    Optional<TrialView> trial = trial(visit);
    if (trial.isEmpty()) {
      leadToExamples(visit);
      return;
    }
    String id = trial.get().id();
    try {
      switch (visit.sent("do")) {
        case "pause" -> house.rooms().trials().pause(visit.actor(), id);
        case "go-on" -> house.rooms().trials().goOn(visit.actor(), id);
        case "cancel" -> house.rooms().trials().cancel(visit.actor(), id);
        case "adopt" -> {
          adopt(visit, draft, trial.get());
          visit.leadTo("/tools/" + draft.toolId() + "/build?at=steps");
          return;
        }
        default -> {}
      }
      visit.leadTo("/tools/" + draft.toolId() + "/trials/" + id);
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      TrialView now = house.rooms().trials().view(visit.actor(), id);
      String sentence = Visit.sentence(problem.what(), problem.hint());
      visit.show("trial", pages.page(visit, draft, now, sentence));
    }
  }

  private void adopt(Visit visit, Draft draft, TrialView trial) {
    String sent = visit.sent("column");
    int number = sent.matches("[0-9]{1,2}") ? Integer.parseInt(sent) : -1;
    if (number < 0 || number >= trial.columns().size()) {
      throw Problem.of(Problem.Kind.BAD_INPUT, words.of("trial.adopt.none"), "");
    }
    TrialColumn column = trial.columns().get(number).column();
    TrialAdoption adoption = pages.adoption(visit.actor(), draft, column);
    if (adoption.tiers().isEmpty()) {
      return;
    }
    house
        .rooms()
        .drafts()
        .save(
            visit.actor(),
            draft.toolId(),
            draft.revision(),
            TierChange.edit(draft.files(), adoption.tiers()),
            words.of("trial.adopted", column.label()));
  }

  private static void leadToExamples(Visit visit) {
    visit.leadTo("/tools/" + visit.part("id") + "/examples");
  }

  /// The trial, where there is such a one of this tool.
  private Optional<TrialView> trial(Visit visit) {
    try {
      return Optional.of(house.rooms().trials().view(visit.actor(), visit.part("trial")))
          .filter(trial -> trial.toolId().equals(visit.part("id")));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw problem;
    }
  }
}
