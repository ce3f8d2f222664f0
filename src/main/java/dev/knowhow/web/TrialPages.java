package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.eval.Cheapest;
import dev.knowhow.eval.TrialColumn;
import dev.knowhow.eval.TrialState;
import dev.knowhow.eval.TrialView;
import dev.knowhow.price.Money;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.yaml.Section;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the page of a trial.
final class TrialPages {
  private static final List<Integer> BARS = List.of(100, 90, 80);

  private final House house;
  private final Words words;

  TrialPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// The page of a trial.
  ///
  /// @param problem why something was not done, or empty
  TrialPage page(Visit visit, Draft draft, TrialView trial, String problem) {
    Section tool = BuildPages.tool(draft);
    ZoneId zone = house.rooms().accounts().workspace().zone();
    int bar = bar(visit.query("bar"));
    Optional<Cheapest> cheapest = cheapest(trial, bar);
    int marked = cheapest.flatMap(best -> recommended(trial, best)).orElse(-1);
    TrialCells cells = new TrialCells(words, trial, marked);
    Frame frame =
        visit
            .frame(words.of("trial.title", trial.about(), tool.text("name")), "tools")
            .in(tool.text("house"))
            .with(house.assets().address("/static/js/trial.js"));
    return new TrialPage(
        trial.state().ended() ? frame : frame.refreshing(),
        draft.toolId(),
        tool.text("name", words.of("build.unnamed")),
        trial.id(),
        trial.about().isEmpty() ? words.of("trial.about.live") : trial.about(),
        words.of("versions.by", Dates.moment(trial.startedAt(), zone), trial.startedBy()),
        trial.state().name().toLowerCase(Locale.ROOT),
        stands(trial),
        Meter.of(words.of("trial.done", trial.done(), trial.of()), trial.done(), 0, trial.of()),
        trial.cap().map(cap -> money(trial, cap)),
        words.of("trial.caption", words.count("examples.count", trial.rows().size())),
        cells.heads(),
        cells.rows(),
        cells.sums(),
        cells.reasons(),
        cheapest.map(best -> best(visit.actor(), draft, trial, best, bar, marked)),
        problem);
  }

  /// What adopting a column would change in a draft.
  TrialAdoption adoption(Actor actor, Draft draft, TrialColumn column) {
    return TrialAdoption.of(
        draft, house.rooms().tools().version(actor, draft.toolId(), column.version()), column);
  }

  private static int bar(String asked) {
    return asked.matches("[0-9]{2,3}") && BARS.contains(Integer.parseInt(asked))
        ? Integer.parseInt(asked)
        : BARS.getFirst();
  }

  private String stands(TrialView trial) {
    return words.of(
        switch (trial.state()) {
          case RUNNING -> "trial.stands.running";
          case PAUSED -> "trial.stands.paused";
          case DONE -> "trial.stands.done";
          case CANCELLED -> "trial.stands.cancelled";
        });
  }

  private Meter money(TrialView trial, Money cap) {
    return Meter.of(
        words.of("trial.spent", trial.spent().shown(), cap.shown()),
        trial.spent().picos(),
        trial.held().picos(),
        cap.picos());
  }

  /// The recommendation, where ways to run one version were compared to the end.
  private static Optional<Cheapest> cheapest(TrialView trial, int bar) {
    List<TrialView.ColumnView> live =
        trial.columns().stream().filter(column -> column.column().isLive()).toList();
    boolean compared =
        live.size() > 1
            && live.stream().map(column -> column.column().version()).distinct().count() == 1
            && live.stream().anyMatch(column -> column.judged() > 0);
    return compared && trial.state() != TrialState.RUNNING && trial.state() != TrialState.PAUSED
        ? Optional.of(Cheapest.of(trial, bar / 100.0))
        : Optional.empty();
  }

  /// The number of the recommended column in the table.
  private static Optional<Integer> recommended(TrialView trial, Cheapest best) {
    if (best.recommended().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> live = new ArrayList<>();
    for (int i = 0; i < trial.columns().size(); i++) {
      if (trial.columns().get(i).column().isLive()) {
        live.add(i);
      }
    }
    return Optional.of(live.get(best.recommended().getAsInt()));
  }

  private TrialPage.Best best(
      Actor actor, Draft draft, TrialView trial, Cheapest best, int bar, int marked) {
    boolean already =
        marked >= 0
            && adoption(actor, draft, trial.columns().get(marked).column()).tiers().isEmpty();
    List<String> ways =
        best.contenders().stream()
            .filter(each -> each.rate().of() > 0)
            .map(each ->
                words.of(
                    "trial.sure",
                    each.label(),
                    each.rate().passed(),
                    each.rate().of(),
                    Math.round(each.rate().low() * 100),
                    Math.round(each.rate().high() * 100)))
            .toList();
    return new TrialPage.Best(
        best.words(),
        ways,
        marked < 0 || already ? Optional.empty() : Optional.of(Integer.toString(marked)),
        marked < 0 ? "" : words.of("trial.adopt", trial.columns().get(marked).column().label()),
        already,
        BARS.stream()
            .map(each ->
                new ExamplesPage.Choice(
                    Integer.toString(each), words.of("trial.bar." + each), each == bar))
            .toList());
  }
}
