package dev.knowhow.web;

import dev.knowhow.eval.NewTrial;
import dev.knowhow.eval.TrialColumn;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;
import java.util.List;
import java.util.Optional;

/// A tool's examples, and running them.
final class ExampleRoutes {
  private final House house;
  private final Words words;
  private final ExamplesPages pages;
  private final TrialChoices choices;

  ExampleRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.pages = new ExamplesPages(house);
    this.choices = new TrialChoices(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/tools/{id}/examples",
            Access.SIGNED_IN,
            "The examples of a tool's draft, how they come out, and its last trials; for builders.",
            this::show),
        Route.post(
            "/tools/{id}/trials",
            Access.SIGNED_IN,
            "Says what a trial of the examples is expected to cost (`do=look`), or starts it:"
                + " `do=sample` with sample answers, `do=live` with models and a cap.",
            this::begin));
  }

  private void show(Visit visit) {
    Draft draft = draft(visit);
    visit.show("examples", pages.page(visit, draft, ""));
  }

  private void begin(Visit visit) {
    Draft draft = draft(visit);
    TrialChoice choice = TrialChoice.sent(visit);
    try {
      switch (visit.sent("do")) {
        case "sample" -> lead(visit, draft, sample(visit, draft, choice));
        case "look" -> look(visit, draft, choice, Optional.empty());
        case "live" -> live(visit, draft, choice);
        default -> refuse(visit, draft, words.of("examples.choose"));
      }
    } catch (Problem problem) {
      refuse(visit, draft, sentence(problem));
    }
  }

  private NewTrial sample(Visit visit, Draft draft, TrialChoice choice) {
    int version = choices.version(visit.actor(), draft);
    return new NewTrial(
        draft.toolId(),
        words.of("trial.about.sample"),
        version,
        choices.which(visit.actor(), draft, choice),
        List.of(TrialColumn.sample(words.of("trial.column.sample"), version)),
        Optional.empty());
  }

  private void look(Visit visit, Draft draft, TrialChoice choice, Optional<String> fault) {
    NewTrial wanted = choices.live(visit.actor(), draft, choice, Optional.empty());
    TrialStartPage page = pages.start(visit, draft, choice, wanted, fault);
    if (fault.isEmpty()) {
      visit.show("trial-start", page);
    } else {
      visit.showFaulty("trial-start", page);
    }
  }

  private void live(Visit visit, Draft draft, TrialChoice choice) {
    boolean usable = Dollars.usable(choice.cap()) && !Dollars.money(choice.cap()).isZero();
    if (!usable) {
      look(visit, draft, choice, Optional.of(words.of("trial.cap.needed")));
      return;
    }
    Money cap = Dollars.money(choice.cap());
    lead(visit, draft, choices.live(visit.actor(), draft, choice, Optional.of(cap)));
  }

  private void lead(Visit visit, Draft draft, NewTrial wanted) {
    String id = house.rooms().trials().start(visit.actor(), wanted);
    visit.leadTo("/tools/" + draft.toolId() + "/trials/" + id);
  }

  private void refuse(Visit visit, Draft draft, String sentence) {
    visit.showFaulty("examples", pages.page(visit, draft, sentence));
  }

  private Draft draft(Visit visit) {
    return house.rooms().drafts().of(visit.actor(), visit.part("id"));
  }

  private static String sentence(Problem problem) {
    return problem.faults().isEmpty()
        ? Visit.sentence(problem.what(), problem.hint())
        : Visit.sentence(problem.what(), problem.faults().getFirst().what());
  }
}
