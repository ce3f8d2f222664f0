package dev.knowhow.app;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Changes;
import dev.knowhow.run.Compared;
import dev.knowhow.run.Replayed;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.run.Runs;
import dev.knowhow.value.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Executes a finished run again from its journal, without a network and for nothing; or makes a
/// run from it in which one step has another model or prompt, and tells what differs. Works while
/// the server runs or not.
@Command(
    name = "replay",
    description = "Executes a run again from its journal, or with another model or prompt.")
final class ReplayCommand implements Callable<Integer> {
  private static final Actor OPERATOR = new Actor("command-line", "The command line", Role.OWNER);
  private static final long LOOK_AGAIN_MILLIS = 500;

  private final Surroundings surroundings;

  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "RUN", description = "The run's id, as in the address of its page.")
  private String run = "";

  @Option(
      names = "--step",
      paramLabel = "STEP",
      description = "The ask that another model answers, with --tier.")
  private String step = "";

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = "The tier to ask: economy, standard or best.")
  private String tier = "";

  @Option(
      names = "--prompt",
      paramLabel = "STEP=FILE",
      description = "An ask with the prompt to send instead.")
  private Map<String, Path> prompts = new HashMap<>();

  @Option(names = "--pay", description = "Make the run with the changes, which costs money.")
  private boolean pay;

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Changes changes = changes();
    Settings settings = place.settings(surroundings, null);
    Existing.refuseWithout(settings);
    try (Rooms rooms = Rooms.open(settings)) {
      return changes.steps().isEmpty() ? replay(rooms.runs()) : replayWith(rooms.runs(), changes);
    }
  }

  private Changes changes() throws IOException {
    if (step.isEmpty() != tier.isEmpty()) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "--step and --tier belong together.",
          "Write both, such as --step letter --tier best.");
    }
    Map<String, Tier> tiers = new HashMap<>();
    if (!step.isEmpty()) {
      tiers.put(step, tierOf(tier));
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, Path> prompt : prompts.entrySet()) {
      Path file = surroundings.here().resolve(prompt.getValue());
      if (!Files.isReadable(file)) {
        throw Problem.at(
            Problem.Kind.NOT_FOUND,
            file.toString(),
            "There is no such file.",
            "Name a prompt as in the tool's prompts folder.");
      }
      texts.put(prompt.getKey(), Files.readString(file));
    }
    return new Changes(tiers, texts);
  }

  private static Tier tierOf(String name) {
    for (Tier each : Tier.values()) {
      if (each.words().equals(name.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw Problem.of(
        Problem.Kind.BAD_INPUT,
        "There is no tier “" + name + "”.",
        "The tiers are economy, standard and best.");
  }

  private int replay(Runs runs) {
    return switch (runs.replay(OPERATOR, run)) {
      case Replayed.Same(int answers, String sha256) -> {
        out()
            .println(
                "The same outcome from "
                    + answers
                    + (answers == 1 ? " answer" : " answers")
                    + ", byte for byte: sha256 "
                    + sha256);
        yield 0;
      }
      case Replayed.Differs(String where, String was, String now) -> {
        out().println("The outcome differs at " + where + ":");
        out().println("  was: " + was);
        out().println("  now: " + now);
        yield Main.PROBLEM;
      }
      case Replayed.CantBeReplayed(Problem problem) -> throw problem;
    };
  }

  private int replayWith(Runs runs, Changes changes) throws Exception {
    Optional<CostRange> price = runs.priceOf(OPERATOR, run, changes);
    out()
        .println(
            price
                .map(range -> "This is expected to cost " + range.shown() + ".")
                .orElse(
                    "What this would cost can't be told: the steps asked no model, or one has no"
                        + " price."));
    if (!pay) {
      out().println("Add --pay to do it.");
      return 0;
    }
    String made = runs.replayWith(OPERATOR, run, changes);
    out().println("Run " + made);
    RunView view = rested(runs, made);
    print(runs.compare(OPERATOR, made));
    return view.state() == RunState.RESULT || view.state() == RunState.CANT_SAY
        ? 0
        : unfinished(view);
  }

  private int unfinished(RunView view) {
    view.problem().ifPresent(problem -> out().println(problem.getMessage()));
    if (view.state() == RunState.WAITING) {
      out().println("The run waits; the server goes on with it.");
    }
    return Main.PROBLEM;
  }

  private static RunView rested(Runs runs, String id) throws Exception {
    while (true) {
      CountDownLatch news = new CountDownLatch(1);
      try (AutoCloseable _ = runs.listen(id, _ -> news.countDown())) {
        RunView view = runs.view(OPERATOR, id);
        if (view.state() != RunState.RUNNING) {
          return view;
        }
        var _ = news.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void print(Compared compared) {
    out().println("State: " + words(compared.fromState()) + " -> " + words(compared.state()));
    out().println("Cost: " + compared.fromCost().shown() + " -> " + compared.cost().shown());
    parts("Results", compared.results());
    parts("Steps", compared.steps());
  }

  private void parts(String title, List<Compared.Part> parts) {
    out().println(title + ":");
    for (Compared.Part part : parts) {
      String name = part.name() + (part.lane().isEmpty() ? "" : " (" + part.lane() + ")");
      List<String> notes = new ArrayList<>(List.of(part.same() ? "the same" : "differs"));
      if (part.kept()) {
        notes.add("kept");
      }
      out().println("  " + name + ": " + String.join(", ", notes));
      if (!part.same()) {
        lines("-", part.was());
        lines("+", part.now());
      }
    }
  }

  private void lines(String sign, Optional<String> text) {
    text.orElse("(not there)").lines().forEach(line -> out().println("    " + sign + " " + line));
  }

  private static String words(RunState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private PrintWriter out() {
    return surroundings.out();
  }
}
