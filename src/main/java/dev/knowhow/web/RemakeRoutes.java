package dev.knowhow.web;

import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Changes;
import dev.knowhow.run.RunView;
import dev.knowhow.run.Runs;
import java.util.List;
import java.util.Optional;

/// What can be made of a run that was: the same from a step on, the same once more, the same with
/// changes.
final class RemakeRoutes {
  private final House house;
  private final Words words;
  private final ChangesPages changes;
  private final ComparePages compares;

  RemakeRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.changes = new ChangesPages(house);
    this.compares = new ComparePages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/runs/{id}/again",
            Access.SIGNED_IN,
            "What trying again from the call `?from=` keeps, asks anew and may cost.",
            this::askAgain),
        Route.post(
            "/runs/{id}/again",
            Access.SIGNED_IN,
            "Starts a new run with the same inputs; with `from`, answers before that call are kept and not paid again.",
            this::again),
        Route.post(
            "/runs/{id}/replay",
            Access.SIGNED_IN,
            "Executes a run again from its journal, without network, and says whether the outcome is the same.",
            this::replay),
        Route.get(
            "/runs/{id}/changes",
            Access.SIGNED_IN,
            "The form of a replay with changes: another model or other words for a step.",
            this::showChanges),
        Route.upload(
            "/runs/{id}/changes",
            Access.SIGNED_IN,
            "Says what a replay with changes may cost (`do=price`), or starts it.",
            ToolRoutes.LARGEST_FORM,
            this::change),
        Route.get(
            "/runs/{id}/compare",
            Access.SIGNED_IN,
            "A run beside the one it was made from: results, steps, cost. With the header `X-Part: compare` only its changing part.",
            this::compare));
  }

  private Runs runs() {
    return house.rooms().runs();
  }

  private RunView run(Visit visit) {
    return runs().view(visit.actor(), visit.part("id"));
  }

  private void askAgain(Visit visit) {
    RunView run = run(visit);
    Frame frame = visit.frame(words.of("again.title"), "tools");
    visit.show("again-from", new AgainPages(words).page(frame, run, visit.query("from")));
  }

  private void again(Visit visit) {
    RunView run = run(visit);
    String from = visit.sent("from");
    if (from.matches("[1-9][0-9]{0,6}")) {
      visit.leadTo("/runs/" + runs().again(visit.actor(), run.id(), Integer.parseInt(from)));
    } else {
      visit.leadTo("/runs/" + Anew.start(runs(), visit.actor(), run));
    }
  }

  private void replay(Visit visit) {
    RunView run = run(visit);
    visit.show("replay", compares.page(visit, run, runs().replay(visit.actor(), run.id())));
  }

  private void showChanges(Visit visit) {
    RunView run = run(visit);
    visit.actor().mustBuild(words.of("changes.doing"));
    visit.show("changes", changes.page(visit, run, Changes.NONE, "", Optional.empty()));
  }

  private void change(Visit visit) {
    RunView run = run(visit);
    visit.actor().mustBuild(words.of("changes.doing"));
    Changes wanted = changes.read(visit, run);
    if (wanted.steps().isEmpty()) {
      Problem none = Problem.of(Problem.Kind.BAD_INPUT, words.of("changes.none"), "");
      visit.showFaulty("changes", changes.page(visit, run, wanted, "", Optional.of(none)));
      return;
    }
    try {
      if (visit.sent("do").equals("price")) {
        Optional<CostRange> price = runs().priceOf(visit.actor(), run.id(), wanted);
        String said =
            price
                .map(range -> words.of("changes.price", range.shown()))
                .orElseGet(() -> words.of("again.cost.unknown"));
        visit.show("changes", changes.page(visit, run, wanted, said, Optional.empty()));
      } else {
        String made = runs().replayWith(visit.actor(), run.id(), wanted);
        visit.leadTo("/runs/" + made + "/compare");
      }
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.BAD_INPUT) {
        throw problem;
      }
      visit.showFaulty("changes", changes.page(visit, run, wanted, "", Optional.of(problem)));
    }
  }

  private void compare(Visit visit) {
    RunView run = run(visit);
    ComparePage page = compares.page(visit, run, runs().compare(visit.actor(), run.id()));
    if (visit.wants("compare")) {
      visit.showPart("compare", "compare", page);
    } else {
      visit.show("compare", page);
    }
  }
}
