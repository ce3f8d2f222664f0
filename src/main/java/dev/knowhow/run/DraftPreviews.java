package dev.knowhow.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.Turn;
import dev.knowhow.model.Chosen;
import dev.knowhow.model.Models;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Price;
import dev.knowhow.price.Usage;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.tokens.TokenCounter;
import dev.knowhow.prompt.tokens.TokenCounters;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Goes a draft's way with an example, to show while it is written what would be sent.
///
/// It is a run's way: the same flow, the same prompts; only the answers are the example's. Unlike a
/// rehearsal it ends where an answer is missing, for a new step has none yet. Thread-safe.
public final class DraftPreviews {
  private static final int MOST_SLICES = 400;
  private static final int IN_MEMORY = 100;

  private final Flows flows;
  private final Models models;
  private final Preparation preparation;
  private final InstantSource clock;
  private final AtomicLong previews = new AtomicLong();
  private final Cache<Key, Gone> ways = Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

  /// Previews by the models that the tiers mean now.
  public DraftPreviews(Flows flows, Models models, Preparation preparation, InstantSource clock) {
    this.flows = flows;
    this.models = models;
    this.preparation = preparation;
    this.clock = clock;
  }

  /// What a definition would send for an example.
  ///
  /// @throws Problem with all faults when its steps do not compile
  public DraftPreview of(Definition definition, Example example) {
    long started = System.nanoTime();
    Prepared prepared = preparation.of(definition);
    Gone gone =
        ways.get(
            new Key(
                prepared.stored().sha256(),
                example.inputs(),
                example.answers(),
                definition.knowledge()),
            _ -> new Way(prepared, new SampleDesk(example.answers())).go(example.inputs()));
    List<DraftPreview.Asked> asks = gone.asks().stream().map(ask -> asked(prepared, ask)).toList();
    Optional<CostRange> cost =
        asks.stream()
            .map(DraftPreview.Asked::cost)
            .reduce((all, one) -> all.flatMap(sum -> one.map(sum::plus)))
            .flatMap(sum -> sum);
    long micros = (System.nanoTime() - started) / 1000;
    return new DraftPreview(asks, gone.lookUps(), cost, gone.stopped(), micros);
  }

  /// All that decides which calls a flow makes: other words in a prompt change none of it.
  private record Key(
      String program, Value.Fields inputs, SampleAnswers answers, Map<String, String> knowledge) {}

  /// The calls that a flow made.
  private record Gone(List<AskedFor> asks, List<DraftPreview.LookedUp> lookUps, String stopped) {}

  private record AskedFor(FlowCall call, Optional<String> sample) {}

  private DraftPreview.Asked asked(Prepared prepared, AskedFor asked) {
    FlowCall call = asked.call();
    Prepared.AskCall ask = FlowCalls.ask(call);
    CompiledPrompt prompt = prepared.prompt(ask);
    Tier tier = Tier.valueOf(ask.tier().toUpperCase(Locale.ROOT));
    Optional<Price> price = models.priceForEstimates(tier);
    long longest = prepared.ask(call.step()).atMost().outputTokens();
    long answer =
        asked.sample().map(TokenCounters.o200k()::count).map(Integer::longValue).orElse(longest);
    return new DraftPreview.Asked(
        call.step(),
        call.lane(),
        FlowCalls.attempt(call),
        chosen(tier).map(one -> one.connection().recipient()).orElse(""),
        price.map(one -> one.model().model()).orElse(""),
        SentPrompts.view(prompt),
        prompt.tokens(),
        price.map(one -> cost(one, prompt.tokens(), answer)));
  }

  /// One way through a flow; belongs to one thread.
  private final class Way {
    private final Prepared prepared;
    private final SampleDesk desk;
    private final List<AskedFor> asks = new ArrayList<>();
    private final List<DraftPreview.LookedUp> lookUps = new ArrayList<>();

    Way(Prepared prepared, SampleDesk desk) {
      this.prepared = prepared;
      this.desk = desk;
    }

    Gone go(Value.Fields inputs) {
      String stopped;
      try {
        stopped = goOn(inputs);
      } catch (Problem missing) {
        stopped = missing.hint().isEmpty() ? missing.what() : missing.what() + " " + missing.hint();
      }
      return new Gone(List.copyOf(asks), List.copyOf(lookUps), stopped);
    }

    /// Goes to the end.
    ///
    /// @return why it did not get there, or empty
    private String goOn(Value.Fields inputs) {
      String warmKey =
          "preview "
              + System.identityHashCode(DraftPreviews.this)
              + " "
              + previews.incrementAndGet();
      Turn turn = Turn.person("preview of " + prepared.definition().files().sha256());
      List<JournalAnswer> journal = new ArrayList<>();
      for (int slices = 0; slices < MOST_SLICES; slices++) {
        Slice slice =
            flows.slice(
                new SliceRequest(
                    prepared.program(),
                    inputs,
                    prepared.knowledgeTexts(),
                    clock.instant(),
                    0,
                    journal,
                    warmKey,
                    turn));
        switch (slice) {
          case Slice.Waiting waiting -> waiting.calls().forEach(call -> journal.add(answer(call)));
          case Slice.Failed failed -> {
            return failed.fault().problem().what();
          }
          case Slice.Done _ -> {
            return "";
          }
        }
      }
      return "";
    }

    private JournalAnswer answer(FlowCall call) {
      Value answer =
          switch (call.name()) {
            case FlowCalls.ASK -> ask(call);
            case FlowCalls.LOOK_UP -> lookUp(call);
            case FlowCalls.REVIEW -> desk.decide(call);
            case FlowCalls.USE_TOOL -> desk.use(call);
            case FlowCalls.NOW -> Value.text(clock.instant().toString());
            default -> throw new IllegalStateException("unknown call " + call.name());
          };
      return new JournalAnswer(call.number(), call.name(), call.argumentsHash(), answer);
    }

    private Value ask(FlowCall call) {
      Optional<String> text = sample(call);
      asks.add(new AskedFor(call, text));
      return AnswerReading.read(
          prepared.ask(call.step()), text.orElseGet(() -> desk.answer(call.step(), call.lane())));
    }

    private Optional<String> sample(FlowCall call) {
      try {
        return Optional.of(desk.answer(call.step(), call.lane()));
      } catch (Problem none) {
        return Optional.empty();
      }
    }

    private Value lookUp(FlowCall call) {
      Value answer = prepared.lookUp(call);
      lookUps.add(
          new DraftPreview.LookedUp(
              call.step(), call.lane(), FlowCalls.query(call), FlowCalls.passages(answer)));
      return answer;
    }
  }

  private Optional<Chosen> chosen(Tier tier) {
    try {
      return models.choose(tier);
    } catch (Problem noPrice) {
      return Optional.empty();
    }
  }

  /// A model writes more or less than the sample answer; half as much more is taken as the most.
  private static CostRange cost(Price price, long prompt, long answer) {
    TokenCounter counter = TokenCounters.forModel(price.model().provider(), price.model().model());
    long sent = counter.fromO200k(prompt);
    return new CostRange(
        price.cost(Usage.of(sent, counter.fromO200k(answer * 3 / 4))),
        price.cost(Usage.of(sent, counter.fromO200k(answer * 3 / 2 + 1))));
  }
}
