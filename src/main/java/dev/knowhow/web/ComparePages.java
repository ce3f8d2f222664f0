package dev.knowhow.web;

import dev.knowhow.run.Compared;
import dev.knowhow.run.Replayed;
import dev.knowhow.run.RunView;
import java.util.List;
import java.util.Optional;

/// Makes the pages that hold two runs against each other.
final class ComparePages {
  private final House house;
  private final Words words;

  ComparePages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// A run beside the one that it was made from.
  ComparePage page(Visit visit, RunView run, Compared compared) {
    boolean live = !run.state().ended();
    Frame frame =
        visit
            .frame(words.of("compare.title", run.version().tool().name()), "tools")
            .in(run.version().house().id())
            .with(house.assets().address("/static/js/run.js"));
    return new ComparePage(
        live ? frame.refreshing() : frame,
        run.id(),
        compared.fromId(),
        run.version().tool().name(),
        run.from().map(from -> Visit.sentence(from.words(), "")).orElse(""),
        live,
        verdict(compared, live),
        new ComparePage.Costs(
            compared.fromCost().shown(),
            compared.cost().shown(),
            state(compared.fromState()),
            state(compared.state())),
        compared.results().stream().map(this::apart).toList(),
        compared.steps().stream().map(this::apart).toList());
  }

  private String state(dev.knowhow.run.RunState state) {
    return words.of("state." + RunPages.state(state));
  }

  private String verdict(Compared compared, boolean live) {
    if (live) {
      return words.of("compare.live");
    }
    if (compared.sameResults()) {
      return words.of("compare.same");
    }
    long apart = compared.results().stream().filter(part -> !part.same()).count();
    return words.of("compare.differ", apart, compared.results().size());
  }

  private Apart apart(Compared.Part part) {
    List<String> rows = MomentFacts.rows(words, part.lane());
    String label = rows.isEmpty() ? part.label() : part.label() + ", " + String.join(", ", rows);
    Lines lines = new Lines(words);
    return Apart.of(
        label,
        part.kept() ? words.of("moment.kept") : "",
        part.was().map(lines::of).orElse(""),
        part.now().map(lines::of).orElse(""));
  }

  /// What came of executing a run again.
  ReplayPage page(Visit visit, RunView run, Replayed replayed) {
    Frame frame = visit.frame(words.of("replay.title"), "tools").in(run.version().house().id());
    String tool = run.version().tool().name();
    return switch (replayed) {
      case Replayed.Same(int answers, String sha256) ->
          new ReplayPage(
              frame,
              run.id(),
              tool,
              banner("good", "replay.same", words.count("replay.answers", answers)),
              List.of(words.of("replay.hash", sha256)),
              List.of());
      case Replayed.Differs(String where, String was, String now) ->
          new ReplayPage(
              frame,
              run.id(),
              tool,
              banner("warning", "replay.differs", words.of("replay.differs.text")),
              List.of(),
              List.of(Apart.of(words.of("replay.where", where), "", was, now)));
      case Replayed.CantBeReplayed(var problem) ->
          new ReplayPage(
              frame,
              run.id(),
              tool,
              banner("bad", "replay.cant", Visit.sentence(problem.what(), problem.hint())),
              List.of(),
              List.of());
    };
  }

  private RunPage.Banner banner(String level, String key, String text) {
    return new RunPage.Banner(level, words.of(key), text, Optional.empty());
  }
}
