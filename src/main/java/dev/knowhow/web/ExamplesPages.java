package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.eval.ExampleReport;
import dev.knowhow.eval.HowItDid;
import dev.knowhow.eval.NewTrial;
import dev.knowhow.eval.TemplateReport;
import dev.knowhow.eval.TrialRow;
import dev.knowhow.model.Chosen;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.yaml.Section;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the page of a tool's examples and the one that says what a trial will cost.
final class ExamplesPages {
  /// How long a page waits for what the examples come out as.
  static final Duration PATIENCE = Duration.ofMillis(700);

  private static final int TRIALS_SHOWN = 8;
  private static final long CAP_STEP = Money.cents(5).picos();

  private final House house;
  private final Words words;
  private final TrialChoices choices;

  ExamplesPages(House house) {
    this.house = house;
    this.words = house.words();
    this.choices = new TrialChoices(house);
  }

  /// The page of the examples.
  ExamplesPage page(Visit visit, Draft draft, String problem) {
    Section tool = BuildPages.tool(draft);
    List<BuildPage.Wrong> wrong = DraftFaults.of(words, draft, tool).all();
    Optional<Definition> definition = wrong.isEmpty() ? draft.sound() : Optional.empty();
    List<Example> examples = definition.map(Definition::examples).orElse(List.of());
    Optional<TemplateReport> report =
        examples.isEmpty()
            ? Optional.empty()
            : house.rooms().examples().within(PATIENCE, definition.orElseThrow());
    boolean late = !examples.isEmpty() && report.isEmpty();
    return new ExamplesPage(
        frame(visit, tool, words.of("examples.title", tool.text("name"))),
        draft.toolId(),
        tool.text("name", words.of("build.unnamed")),
        wrong,
        late,
        report.filter(_ -> !examples.isEmpty()).map(this::sentence).orElse(""),
        lastLive(visit.actor(), draft),
        rows(examples, report),
        examples.isEmpty()
            ? Optional.empty()
            : Optional.of(ways(visit.actor(), draft, definition.orElseThrow())),
        trials(visit.actor(), draft.toolId()),
        problem);
  }

  /// The page that says what a trial will do and cost.
  ///
  /// @param fault what is wrong with the cap that was typed
  TrialStartPage start(
      Visit visit, Draft draft, TrialChoice choice, NewTrial wanted, Optional<String> fault) {
    Section tool = BuildPages.tool(draft);
    Optional<CostRange> estimate = house.rooms().trials().estimate(visit.actor(), wanted);
    int examples =
        switch (wanted.which()) {
          case NewTrial.Which.Only(List<String> some) -> some.size();
          case NewTrial.Which.All _, NewTrial.Which.NotPassedIn _ ->
              draft.sound().orElseThrow().examples().size();
        };
    String cap = choice.cap().isEmpty() ? estimate.map(this::suggested).orElse("1") : choice.cap();
    Field field =
        new Field(
            "cap",
            words.of("trial.cap"),
            words.of("trial.cap.help"),
            true,
            false,
            fault,
            new Control.Line("text", cap, "decimal", "$", "", "off"));
    return new TrialStartPage(
        frame(visit, tool, wanted.about()),
        draft.toolId(),
        tool.text("name", words.of("build.unnamed")),
        wanted.about(),
        words.of(
            "trial.start.what",
            words.count("examples.count", examples),
            words.count("trial.columns", wanted.columns().size()),
            words.count("trial.runs", (long) examples * wanted.columns().size())),
        wanted.columns().stream().map(column -> column.label()).toList(),
        estimate.map(CostRange::shown).orElse(""),
        field,
        choice.again());
  }

  /// Twice the high end of an estimate, in whole steps.
  private String suggested(CostRange estimate) {
    long twice = Math.addExact(estimate.high().picos(), estimate.high().picos());
    return Dollars.typed(new Money(Math.max(1, Math.ceilDiv(twice, CAP_STEP)) * CAP_STEP));
  }

  private Frame frame(Visit visit, Section tool, String title) {
    return visit
        .frame(title, "tools")
        .in(tool.text("house"))
        .with(house.assets().address("/static/js/late.js"));
  }

  private String sentence(TemplateReport report) {
    long right = report.examples().stream().filter(ExampleReport::holds).count();
    return words.of(
        "examples.sentence", right, report.examples().size(), report.caught(), report.planted());
  }

  private String lastLive(Actor actor, Draft draft) {
    if (draft.basedOn() == 0 || draft.differs()) {
      return "";
    }
    ZoneId zone = house.rooms().accounts().workspace().zone();
    return house
        .rooms()
        .trials()
        .howItDid(actor, draft.toolId(), draft.basedOn())
        .filter(HowItDid::live)
        .map(did ->
            words.of(
                "examples.lastLive",
                did.passed(),
                did.of(),
                String.join(", ", did.models()),
                Dates.moment(did.at(), zone)))
        .orElse("");
  }

  private List<ExamplesPage.Row> rows(List<Example> examples, Optional<TemplateReport> report) {
    List<ExamplesPage.Row> rows = new ArrayList<>();
    for (Example example : examples) {
      Optional<ExampleReport> came =
          report.flatMap(all ->
              all.examples().stream().filter(each -> each.id().equals(example.id())).findFirst());
      int planted = example.plantedMistakes().size();
      rows.add(
          new ExamplesPage.Row(
              example.id(),
              example.name(),
              example.kind().words(),
              came.map(each -> each.faults().isEmpty() ? "good" : "bad").orElse(""),
              came.map(each -> words.of(each.holds() ? "examples.right" : "examples.wrong"))
                  .orElse(""),
              came.flatMap(each -> each.faults().stream().findFirst())
                  .map(ExamplesPages::sentence)
                  .orElse(""),
              planted == 0
                  ? words.of("examples.mistakes.none")
                  : came.map(each -> words.of("examples.mistakes", each.caught(), planted))
                      .orElse("")));
    }
    return rows;
  }

  private static String sentence(Fault fault) {
    return Visit.sentence(fault.what(), fault.hint());
  }

  private ExamplesPage.Ways ways(Actor actor, Draft draft, Definition definition) {
    List<String> failing = choices.failing(actor, draft);
    List<Chosen> tiers = choices.tiers();
    List<ExamplesPage.Choice> columns = new ArrayList<>();
    columns.add(new ExamplesPage.Choice("draft", words.of("trial.column.draft"), true));
    int newest = house.rooms().tools().row(actor, draft.toolId()).newest();
    if (newest > 0 && draft.differs()) {
      columns.add(
          new ExamplesPage.Choice("newest", words.of("examples.column.newest", newest), false));
    }
    for (Chosen chosen : tiers) {
      String tier = chosen.tier().words();
      columns.add(
          new ExamplesPage.Choice(
              tier,
              words.of(
                  "examples.column.tier",
                  tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1),
                  chosen.model().model()),
              false));
    }
    List<ExamplesPage.Choice> steps = new ArrayList<>();
    List<Step.Ask> asks = definition.tool().asks();
    if (asks.size() > 1) {
      steps.add(new ExamplesPage.Choice("", words.of("examples.step.all"), true));
      asks.forEach(
          ask -> steps.add(new ExamplesPage.Choice(ask.id(), ask.does(), /* chosen= */ false)));
    }
    int all = definition.examples().size();
    return new ExamplesPage.Ways(
        words.count("examples.all", all),
        failing.isEmpty() || failing.size() == all
            ? ""
            : words.count("examples.failing", failing.size()),
        !tiers.isEmpty(),
        columns,
        steps);
  }

  private List<ExamplesPage.Trial> trials(Actor actor, String toolId) {
    ZoneId zone = house.rooms().accounts().workspace().zone();
    List<ExamplesPage.Trial> trials = new ArrayList<>();
    for (TrialRow row : house.rooms().trials().recent(actor, toolId, TRIALS_SHOWN)) {
      String state =
          words.of(
              switch (row.state()) {
                case RUNNING -> "trial.state.running";
                case PAUSED -> "trial.state.paused";
                case DONE -> "trial.state.done";
                case CANCELLED -> "trial.state.cancelled";
              });
      String done = words.of("trial.done", row.done(), row.of());
      trials.add(
          new ExamplesPage.Trial(
              row.id(),
              row.about(),
              words.of("versions.by", Dates.moment(row.startedAt(), zone), row.startedBy()),
              row.spent().isZero()
                  ? words.of("examples.stands", state, done)
                  : words.of("examples.stands.cost", state, done, row.spent().shown())));
    }
    return trials;
  }
}
