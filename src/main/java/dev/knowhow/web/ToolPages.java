package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.flow.Compiling;
import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.flow.StepOutline;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.NewRun;
import dev.knowhow.run.Preview;
import dev.knowhow.run.RunRow;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.TypedForm;
import dev.knowhow.value.Value;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes the pages of a tool.
final class ToolPages {
  private static final int RECENT = 8;
  private static final long SOON_MILLIS = 1500;
  private static final Set<StepOutline.Kind> READABLE =
      EnumSet.complementOf(EnumSet.of(StepOutline.Kind.WAY, StepOutline.Kind.FINISH));

  private final House house;
  private final Words words;

  ToolPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// What a form holds, and what is wrong with it.
  ///
  /// @param example the chosen example's id, or empty
  /// @param faults by input, or by `input.row.column`
  /// @param more the table that gets one more row, or empty
  /// @param problem what is wrong with the form as a whole, or empty
  record Filling(
      TypedForm typed, String example, Map<String, String> faults, String more, String problem) {
    /// Copies the map.
    Filling {
      faults = Map.copyOf(faults);
    }

    /// A form without faults.
    static Filling of(TypedForm typed, String example) {
      return new Filling(typed, example, Map.of(), "", "");
    }
  }

  /// The page of a tool with its form filled.
  ///
  /// @param inputs the values to price, where the form has them
  ToolPage page(Visit visit, ToolVersion version, Filling filling, Optional<Value.Fields> inputs) {
    Actor actor = visit.actor();
    List<Field> fields =
        new ToolFields(house, version.toolId(), actor)
            .of(version.tool(), filling.typed(), filling.faults(), filling.more());
    Frame frame =
        visit
            .frame(version.tool().name(), "tools")
            .in(version.house().id())
            .with(
                house.assets().address("/static/js/rows.js"),
                house.assets().address("/static/js/documents.js"),
                house.assets().address("/static/js/cost.js"));
    Optional<Example> example = example(version, filling.example());
    return new ToolPage(
        frame,
        head(version),
        examples(version, filling.example()),
        fields,
        Field.faultsOf(fields),
        filling.problem(),
        soon(actor, version, inputs),
        hasModel(),
        example.map(Example::id).orElse(""),
        example.map(one -> sampleLabel(one.answers().origin())).orElse(""),
        version.tool().results().stream().map(ResultField::label).toList(),
        steps(version),
        runs(actor, version),
        actor.role() != Role.RUNNER);
  }

  private ToolPage.Head head(ToolVersion version) {
    long minutes = version.tool().saves().toMinutes();
    return new ToolPage.Head(
        version.toolId(),
        version.tool().name(),
        version.tool().about(),
        version.house().name(),
        version.tool().button(),
        minutes == 0 ? "" : words.of("tool.saves", minutes),
        version.number() < 0 ? Integer.toString(-version.number()) : "");
  }

  private List<ToolPage.ExampleLink> examples(ToolVersion version, String chosen) {
    return version.examples().stream()
        .map(one ->
            new ToolPage.ExampleLink(
                one.id(), one.name(), one.kind().words(), one.id().equals(chosen)))
        .toList();
  }

  /// The example of an id.
  static Optional<Example> example(ToolVersion version, String id) {
    return version.examples().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private String sampleLabel(SampleAnswers.Origin origin) {
    return switch (origin) {
      case SampleAnswers.Origin.Author() -> words.of("run.sample.author");
      case SampleAnswers.Origin.Recorded(String model, var on) ->
          words.of("run.sample.recorded", model, Dates.day(on));
    };
  }

  boolean hasModel() {
    return !house.rooms().connections().tiers().isEmpty();
  }

  /// What a run would cost if that is known soon; else the page asks again by its script.
  private ToolPage.Cost soon(Actor actor, ToolVersion version, Optional<Value.Fields> inputs) {
    try {
      return CompletableFuture.supplyAsync(
              () -> cost(actor, version, inputs), Thread::startVirtualThread)
          .get(SOON_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new ToolPage.Cost(Optional.empty(), "", recipient(version), true);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What a run would cost: with these inputs, else with the first example's.
  ToolPage.Cost cost(Actor actor, ToolVersion version, Optional<Value.Fields> inputs) {
    Optional<Value.Fields> priced =
        inputs.or(() -> version.examples().stream().findFirst().map(Example::inputs));
    if (priced.isEmpty()) {
      return new ToolPage.Cost(Optional.empty(), "", "", false);
    }
    try {
      Preview preview = house.rooms().runs().preview(actor, live(version, priced.get()));
      return new ToolPage.Cost(
          preview.estimate().map(CostRange::shown), preview.basis(), recipient(version), false);
    } catch (Problem notNow) {
      return new ToolPage.Cost(
          Optional.empty(), Visit.sentence(notNow.what(), notNow.hint()), "", false);
    }
  }

  /// Who gets the first question; empty while its tier means no model with a price.
  private String recipient(ToolVersion version) {
    try {
      return version.tool().asks().stream()
          .findFirst()
          .flatMap(ask -> house.rooms().models().choose(ask.tier()))
          .map(chosen -> chosen.connection().recipient())
          .orElse("");
    } catch (Problem noPrice) {
      return "";
    }
  }

  /// A run with models.
  static NewRun live(ToolVersion version, Value.Fields inputs) {
    return new NewRun(version.toolId(), version.number(), inputs, new NewRun.Live());
  }

  private static List<String> steps(ToolVersion version) {
    return switch (FlowCompiler.compile(version.definition())) {
      case Compiling.Compiled compiled ->
          compiled.program().outline().stream()
              .filter(step -> READABLE.contains(step.kind()))
              .map(ToolPages::sentence)
              .toList();
      case Compiling.Faulty _ -> List.of();
    };
  }

  private static String sentence(StepOutline step) {
    int colon = step.kind() == StepOutline.Kind.FOR_EACH ? step.words().indexOf(": ") : -1;
    return colon < 0 ? step.words() : Visit.sentence(step.words().substring(colon + 2), "");
  }

  private List<ToolPage.RunLine> runs(Actor actor, ToolVersion version) {
    ZoneId zone = house.rooms().accounts().workspace().zone();
    return house.rooms().runs().recent(actor, version.toolId(), RECENT).stream()
        .map(run -> line(run, zone))
        .toList();
  }

  private ToolPage.RunLine line(RunRow run, ZoneId zone) {
    String state = RunPages.state(run.state());
    return new ToolPage.RunLine(
        run.id(),
        Dates.moment(run.startedAt(), zone),
        state,
        words.of("state." + state),
        run.sample().isPresent() ? words.of("state.sample") : run.cost().shown());
  }

  /// The page that shows what would be sent.
  PreviewPage preview(Visit visit, ToolVersion version, Value.Fields inputs) {
    Preview preview = house.rooms().runs().preview(visit.actor(), live(version, inputs));
    return new PreviewPage(
        visit.frame(words.of("preview.title"), "tools").in(version.house().id()),
        version.toolId(),
        version.tool().name(),
        preview.estimate().map(CostRange::shown),
        preview.basis(),
        new Prompts(words).first(preview),
        preview.later(),
        preview.problem().map(one -> Visit.sentence(one.what(), one.hint())).orElse(""));
  }
}
