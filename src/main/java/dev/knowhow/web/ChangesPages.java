package dev.knowhow.web;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Changes;
import dev.knowhow.run.RunView;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes and reads the form of a replay with changes.
final class ChangesPages {
  private static final String TIER = "tier.";
  private static final String PROMPT = "prompt.";
  private static final int ROWS = 12;

  private final House house;
  private final Words words;

  ChangesPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// What is to be different, as the form says it: what was left as it is, is none.
  Changes read(Visit visit, RunView run) {
    Map<String, Tier> tiers = new LinkedHashMap<>();
    Map<String, String> prompts = new LinkedHashMap<>();
    for (Step.Ask ask : run.version().tool().asks()) {
      String tier = visit.sent(TIER + ask.id());
      Arrays.stream(Tier.values())
          .filter(one -> one.words().equals(tier) && one != ask.tier())
          .forEach(one -> tiers.put(ask.id(), one));
      String prompt = SentForm.plainLines(visit.sent(PROMPT + ask.id()));
      if (!prompt.isBlank() && !prompt.strip().equals(prompt(run, ask).strip())) {
        prompts.put(ask.id(), prompt);
      }
    }
    return new Changes(tiers, prompts);
  }

  /// The form.
  ///
  /// @param price what it may cost, in a sentence, or empty
  ChangesPage page(
      Visit visit, RunView run, Changes changes, String price, Optional<Problem> problem) {
    Map<String, String> faults = problem.map(ChangesPages::faults).orElse(Map.of());
    List<Step.Ask> asks = run.version().tool().asks();
    List<ChangesPage.StepForm> steps = new ArrayList<>();
    for (Step.Ask ask : asks) {
      boolean open = asks.size() == 1 || changes.steps().contains(ask.id());
      steps.add(
          new ChangesPage.StepForm(
              ask.id(),
              sentence(run, ask),
              open,
              tier(ask, changes),
              prompt(run, ask, changes, faults)));
    }
    List<Field> fields = steps.stream().map(ChangesPage.StepForm::prompt).toList();
    boolean placed = !Field.faultsOf(fields).isEmpty();
    return new ChangesPage(
        visit.frame(words.of("changes.title"), "tools").in(run.version().house().id()),
        run.id(),
        run.version().tool().name(),
        steps,
        Field.faultsOf(fields),
        price,
        placed ? "" : problem.map(one -> Visit.sentence(one.what(), one.hint())).orElse(""));
  }

  private static String sentence(RunView run, Step.Ask ask) {
    return run.outline().stream()
        .filter(step -> step.id().equals(ask.id()))
        .findFirst()
        .map(step -> step.words())
        .orElseGet(ask::does);
  }

  private Field tier(Step.Ask ask, Changes changes) {
    Tier chosen = changes.tiers().getOrDefault(ask.id(), ask.tier());
    List<Control.Choice> choices = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      String note = tier == ask.tier() ? words.of("changes.asItWas", model(tier)) : model(tier);
      choices.add(
          new Control.Choice(
              tier.words(), words.of("models.tier." + tier.words()), note, tier == chosen));
    }
    return Field.required(
        TIER + ask.id(), words.of("changes.tier"), new Control.Pick(choices, true));
  }

  private String model(Tier tier) {
    try {
      return house
          .rooms()
          .models()
          .choose(tier)
          .map(chosen -> chosen.model().model())
          .orElseGet(() -> words.of("changes.noModel"));
    } catch (Problem noPrice) {
      return words.of("changes.noModel");
    }
  }

  private Field prompt(RunView run, Step.Ask ask, Changes changes, Map<String, String> faults) {
    String text = changes.prompts().getOrDefault(ask.id(), prompt(run, ask));
    return new Field(
        PROMPT + ask.id(),
        words.of("changes.prompt"),
        words.of("changes.prompt.help"),
        true,
        false,
        Optional.ofNullable(faults.get(ask.id())),
        new Control.Lines(text, ROWS, ""));
  }

  /// The text of a prompt as the version has it.
  private static String prompt(RunView run, Step.Ask ask) {
    return run.version()
        .files()
        .get(ask.prompt())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }

  /// What is wrong with which step's words.
  private static Map<String, String> faults(Problem problem) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Fault fault : problem.faults()) {
      String line = fault.line() > 0 ? "Line " + fault.line() + ": " : "";
      String step = fault.where().substring(fault.where().lastIndexOf('/') + 1);
      faults.merge(
          step,
          line + Visit.sentence(fault.what(), fault.hint()),
          (one, other) -> one + " " + other);
    }
    return faults;
  }
}
