package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunView;
import dev.knowhow.run.Runs;
import java.util.List;

/// The pages of one run.
final class RunRoutes {
  private final House house;
  private final RunPages pages;
  private final RunNews news;

  RunRoutes(House house) {
    this.house = house;
    this.pages = new RunPages(house);
    this.news = new RunNews(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/runs/{id}",
            Access.SIGNED_IN,
            "A run: result, sources, timeline, cost. With the header `X-Part: run` only its changing part.",
            this::show),
        Route.get(
            "/runs/{id}/events",
            Access.SIGNED_IN,
            "The run's news as server-sent events; a page that reconnects looks at the run anew.",
            news::tell),
        Route.get(
            "/runs/{id}/steps/{number}",
            Access.SIGNED_IN,
            "One step: the prompt as sent, the answer, the charge, checks and sources.",
            this::step),
        Route.post(
            "/runs/{id}/go-on",
            Access.SIGNED_IN,
            "Lets a run go on that waits for a person.",
            this::goOn),
        Route.post("/runs/{id}/stop", Access.SIGNED_IN, "Stops a run.", this::stop));
  }

  private Runs runs() {
    return house.rooms().runs();
  }

  private void show(Visit visit) {
    RunView run = runs().view(visit.actor(), visit.part("id"));
    RunPage page = pages.page(visit, run);
    if (visit.wants("run")) {
      visit.showPart("run", "run", page);
    } else {
      visit.show("run", page);
    }
  }

  private void step(Visit visit) {
    RunView run = runs().view(visit.actor(), visit.part("id"));
    String number = visit.part("number");
    int index = number.matches("[0-9]{1,6}") ? Integer.parseInt(number) - 1 : -1;
    if (index < 0 || index >= run.steps().size()) {
      throw Problem.of(
          Problem.Kind.NOT_FOUND,
          house.words().of("step.missing"),
          house.words().of("step.missing.hint"));
    }
    Frame frame = visit.frame(run.steps().get(index).words(), "tools");
    visit.show("step", new StepPages(house).page(frame, run, run.steps().get(index)));
  }

  private void goOn(Visit visit) {
    runs().goOn(visit.actor(), visit.part("id"));
    visit.leadTo("/runs/" + visit.part("id"));
  }

  private void stop(Visit visit) {
    runs().stop(visit.actor(), visit.part("id"));
    visit.leadTo("/runs/" + visit.part("id"));
  }
}
