package dev.knowhow.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.model.Models;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.price.Price;
import dev.knowhow.price.Usage;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.tokens.TokenCounter;
import dev.knowhow.prompt.tokens.TokenCounters;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Outcome;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.WorkTowards;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a run is expected to cost: the tool's examples are rehearsed with their sample answers, and
/// their prompts and answers priced by the models of today's tiers, with the sizes of these inputs
/// in place of the examples'. An estimate, and called one. Thread-safe.
///
/// The range goes from the cheapest example with answers a quarter shorter to the dearest one with
/// answers half longer and its dearest ask made twice, as a check may demand; a goal takes all the
/// turns of its budget there.
public final class Estimates {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.run");
  private static final int MOST_REMEMBERED = 200;

  private final Rehearsal rehearsal;
  private final Models models;
  private final Cache<String, List<Sized>> rehearsed =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /// Estimates from rehearsals, by the models that the tiers are set to.
  public Estimates(Rehearsal rehearsal, Models models) {
    this.rehearsal = rehearsal;
    this.models = models;
  }

  /// An example with the sizes of what it asked, in tokens of `o200k_base`.
  private record Sized(List<SizedAsk> asks) {}

  /// @param values the length of each value in the prompt
  private record SizedAsk(
      String step, String tier, Map<String, Integer> values, int promptTokens, int answerTokens) {}

  /// What a tier costs, and how its model counts.
  private record Priced(Price price, TokenCounter counter) {
    Money cost(long promptTokens, long answerTokens) {
      return price.cost(Usage.of(counter.fromO200k(promptTokens), counter.fromO200k(answerTokens)));
    }
  }

  /// One run's inputs, each measured when it is first needed, and the prices of its tiers.
  private final class Asked {
    private final Value.Fields inputs;
    private final Map<String, Priced> prices = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();

    Asked(Value.Fields inputs) {
      this.inputs = inputs;
    }

    Priced priced(String tier) {
      return prices.computeIfAbsent(tier, Estimates.this::price);
    }

    /// How much longer the prompt is with these inputs than with the example's.
    long difference(SizedAsk ask) {
      long difference = 0;
      for (Map.Entry<String, Integer> value : ask.values().entrySet()) {
        String name = value.getKey();
        if (inputs.fields().containsKey(name)) {
          difference +=
              lengths.computeIfAbsent(name, each -> tokens(inputs.get(each))) - value.getValue();
        }
      }
      return difference;
    }
  }

  /// The range for a run with these inputs; empty where no model or no price is known, or the
  /// examples can't be rehearsed.
  public Optional<CostRange> of(Definition definition, Value.Fields inputs) {
    List<Sized> examples = examples(definition);
    Asked asked = new Asked(inputs);
    Optional<CostRange> range = Optional.empty();
    try {
      for (Sized example : examples) {
        CostRange one = price(definition.tool(), example, asked);
        range = Optional.of(range.map(all -> widest(all, one)).orElse(one));
      }
    } catch (Problem noModelOrPrice) {
      return Optional.empty();
    }
    return range;
  }

  /// What an estimate rests on, as a sentence.
  public String basis(Definition definition) {
    List<Sized> examples = examples(definition);
    String priced =
        examples.stream()
            .flatMap(example -> example.asks().stream())
            .map(SizedAsk::tier)
            .distinct()
            .map(name -> models.priceForEstimates(tier(name)))
            .flatMap(Optional::stream)
            .map(price -> price.model().model())
            .distinct()
            .collect(Collectors.joining(" and "));
    return "Computed, not measured: from "
        + (examples.size() == 1 ? "one example" : examples.size() + " examples")
        + " of the tool, the size of what you filled in and today's prices of "
        + priced
        + ".";
  }

  private List<Sized> examples(Definition definition) {
    return rehearsed.get(definition.files().sha256(), _ -> rehearse(definition));
  }

  private List<Sized> rehearse(Definition definition) {
    List<Example> withResult =
        definition.examples().stream()
            .filter(example -> example.outcome() == Outcome.RESULT)
            .toList();
    List<Sized> sized = new ArrayList<>();
    for (Example example : withResult.isEmpty() ? definition.examples() : withResult) {
      try {
        var rehearsed = rehearsal.rehearse(definition, example.inputs(), example.answers());
        sized.add(
            new Sized(
                rehearsed.asked().stream().map(asked -> size(asked, example.inputs())).toList()));
      } catch (Problem cantBeRehearsed) {
        LOG.debug("no estimate from example {}", example.id(), cantBeRehearsed);
      }
    }
    return sized;
  }

  private static SizedAsk size(Rehearsal.Asked asked, Value.Fields inputs) {
    Map<String, Integer> values = new HashMap<>();
    for (String name : asked.values().keySet()) {
      values.put(name, tokens(inputs.get(name)));
    }
    return new SizedAsk(
        asked.step(),
        asked.tier(),
        Map.copyOf(values),
        asked.prompt().tokens(),
        TokenCounters.o200k().count(asked.answer()));
  }

  private static CostRange price(Tool tool, Sized example, Asked asked) {
    Map<WorkTowards, GoalTurns> goals = new HashMap<>();
    Money low = Money.ZERO;
    Money high = Money.ZERO;
    Money dearest = Money.ZERO;
    for (SizedAsk ask : example.asks()) {
      Priced priced = asked.priced(ask.tier());
      long prompt = Math.max(1, ask.promptTokens() + asked.difference(ask));
      Money most = priced.cost(prompt, ask.answerTokens() * 3L / 2 + 1);
      low = low.plus(priced.cost(prompt, ask.answerTokens() * 3L / 4));
      Optional<WorkTowards> goal = tool.goal(ask.step());
      if (goal.isPresent()) {
        goals.merge(goal.get(), GoalTurns.NONE.and(most), (turns, _) -> turns.and(most));
      } else {
        high = high.plus(most);
      }
      dearest = dearest.max(most);
    }
    for (Map.Entry<WorkTowards, GoalTurns> goal : goals.entrySet()) {
      high = high.plus(goal.getValue().most(goal.getKey().budget()));
    }
    return new CostRange(low, high.plus(dearest));
  }

  private Priced price(String tier) {
    return models
        .priceForEstimates(tier(tier))
        .map(Estimates::priced)
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NO_MODEL,
                "No price is known for the " + tier + " tier.",
                "Connect a model in Settings, Models."));
  }

  private static Tier tier(String name) {
    return Tier.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Priced priced(Price price) {
    return new Priced(
        price, TokenCounters.forModel(price.model().provider(), price.model().model()));
  }

  private static int tokens(Value value) {
    return switch (value) {
      case Value.Text(String text) -> TokenCounters.o200k().count(text);
      case Value.NotStated() -> 0;
      case Value.YesNo _ -> 1;
      case Value.Items _, Value.Fields _ -> TokenCounters.o200k().count(ValueJson.print(value));
    };
  }

  private static CostRange widest(CostRange one, CostRange other) {
    return new CostRange(
        one.low().compareTo(other.low()) <= 0 ? one.low() : other.low(),
        one.high().max(other.high()));
  }
}
