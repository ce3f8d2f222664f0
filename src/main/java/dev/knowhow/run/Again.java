package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.flow.StepOutline;
import dev.knowhow.model.Models;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.price.Price;
import dev.knowhow.price.Usage;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.value.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes runs from other runs: the same inputs, seed and moment, with what was answered before kept
/// as far as it still answers the same question. Thread-safe.
final class Again {
  private final Database database;
  private final Models models;
  private final Preparation preparation;
  private final RunStore runs = new RunStore();
  private final JournalStore journal = new JournalStore();

  Again(Database database, Models models, Preparation preparation) {
    this.database = database;
    this.models = models;
    this.preparation = preparation;
  }

  /// Writes a run that asks anew from a call on.
  void from(Actor actor, Access.Seen from, String id, Instant now, int fromCall) {
    whole(from.run());
    if (fromCall < 1 || fromCall > entries(from.run()).size()) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "This run made no call " + fromCall + ".",
          "Choose one of its steps that asked or looked something up.");
    }
    Changes before = from.run().origin().map(RunStore.Origin::changes).orElse(Changes.NONE);
    insert(actor, from.run(), id, now, origin(from.run(), fromCall, before, Set.of()));
  }

  /// Writes a run in which some asks are different.
  void with(Actor actor, Access.Seen from, String id, Instant now, Changes changes) {
    whole(from.run());
    Changes all = all(from, changes);
    insert(actor, from.run(), id, now, origin(from.run(), 0, all, changes.steps()));
  }

  private Changes all(Access.Seen from, Changes changes) {
    if (changes.steps().isEmpty()) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "Nothing is to be different.",
          "Name a step with another tier or another prompt.");
    }
    Tool tool = from.version().tool();
    for (String step : changes.steps()) {
      if (tool.ask(step).isEmpty()) {
        throw Problem.of(
            Problem.Kind.BAD_INPUT,
            "The tool has no ask “" + step + "”.",
            "Its asks are "
                + String.join(", ", tool.asks().stream().map(Step.Ask::id).toList())
                + ".");
      }
    }
    Changes before = from.run().origin().map(RunStore.Origin::changes).orElse(Changes.NONE);
    Map<String, Tier> tiers = new TreeMap<>(before.tiers());
    tiers.putAll(changes.tiers());
    Map<String, String> prompts = new TreeMap<>(before.prompts());
    prompts.putAll(changes.prompts());
    preparation.of(from.version().definition(), program(from.run()), prompts);
    return new Changes(tiers, prompts);
  }

  private FlowProgram program(RunStore.Row run) {
    return Programs.read(database.read(handle -> database.blobs().get(handle, run.program())));
  }

  private static RunStore.Origin origin(
      RunStore.Row from, int fromCall, Changes changes, Set<String> anew) {
    return new RunStore.Origin(from.id(), fromCall, changes, anew, from.flowClock());
  }

  private void insert(
      Actor actor, RunStore.Row from, String id, Instant now, RunStore.Origin origin) {
    RunStore.Row row =
        new RunStore.Row(
            id,
            from.toolId(),
            from.version(),
            actor.personId(),
            actor.name(),
            from.sample(),
            RunState.RUNNING,
            from.inputs(),
            from.seed(),
            from.program(),
            Optional.empty(),
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            RunStore.Inside.NOTHING,
            Optional.of(origin),
            RunStore.Attempts.NONE,
            Optional.empty());
    database.write(handle -> {
      runs.insert(handle, row);
      return true;
    });
  }

  /// A journal that is cut, edited or still being written is not built upon.
  private void whole(RunStore.Row run) {
    if (run.state() == RunState.RUNNING) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          "This run is being worked on.",
          "Wait until it rests, or stop it; then try again from here.");
    }
    Journals.answers(run, entries(run));
  }

  private List<JournalStore.Entry> entries(RunStore.Row run) {
    return database.read(handle -> journal.of(handle, run.id()));
  }

  /// The answers that a run takes over; empty for one that was made from none.
  Optional<Kept> kept(RunStore.Row run) {
    return run.origin()
        .map(origin ->
            database.read(handle ->
                new Kept(
                    origin, journal.of(handle, origin.runId()), journal.of(handle, run.id()))));
  }

  /// What a run with changes would cost: at the least the changed asks with answers a quarter
  /// shorter, at the most these with answers half longer and all later asks once more. Empty where
  /// a price is not known or the run has asked no model.
  Optional<CostRange> price(RunStore.Row run, ToolVersion version, Changes changes) {
    Money low = Money.ZERO;
    Money high = Money.ZERO;
    boolean changed = false;
    for (JournalStore.Entry entry : entries(run)) {
      Answerer by = Answerer.read(entry.answeredBy());
      if (!entry.name().equals(FlowCalls.ASK) || by.usage().isEmpty()) {
        continue;
      }
      Optional<Step.Ask> ask = version.tool().ask(entry.step());
      boolean anew = changes.steps().contains(entry.step());
      changed |= anew;
      if (!changed || ask.isEmpty()) {
        continue;
      }
      Tier tier = changes.tiers().getOrDefault(entry.step(), ask.get().tier());
      Optional<Price> price = models.priceForEstimates(tier);
      if (price.isEmpty()) {
        return Optional.empty();
      }
      long in = by.usage().get().input();
      long out = by.usage().get().output();
      low = anew ? low.plus(price.get().cost(Usage.of(in, out * 3 / 4))) : low;
      high = high.plus(price.get().cost(Usage.of(in, out * 3 / 2 + 1)));
    }
    return changed ? Optional.of(new CostRange(low, high)) : Optional.empty();
  }

  /// What is different in a run that was made from another one, as a sentence.
  ///
  /// @param from the step of the call from which it was tried again; empty where it was not
  static String words(RunStore.Origin origin, Optional<String> from, List<StepOutline> outline) {
    if (from.isPresent()) {
      return "Tried again from this step on: " + words(from.get(), outline) + ".";
    }
    List<String> parts = new ArrayList<>();
    for (String step : origin.anew().stream().sorted().toList()) {
      Tier tier = origin.changes().tiers().get(step);
      boolean prompt = origin.changes().prompts().containsKey(step);
      parts.add(
          words(step, outline)
              + (tier == null ? "" : " – with the " + tier.words() + " model")
              + (prompt ? " – with another prompt" : ""));
    }
    return "Made again with a change: " + String.join("; ", parts) + ".";
  }

  private static String words(String step, List<StepOutline> outline) {
    return outline.stream()
        .filter(each -> each.id().equals(step))
        .map(StepOutline::words)
        .findFirst()
        .orElse(step);
  }
}
