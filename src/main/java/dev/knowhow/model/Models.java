package dev.knowhow.model;

import dev.knowhow.account.Actor;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.model.Answer.Answered;
import dev.knowhow.model.Answer.Refused;
import dev.knowhow.net.Outbound;
import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Price;
import dev.knowhow.price.Prices;
import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import dev.knowhow.value.Tier;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one gate to the models: nothing is sent without a price and a reservation, and every answer
/// is charged in the transaction that records it.
///
/// Thread-safe. [#ask] blocks its thread until the answer is there; meant for virtual threads.
public final class Models {
  private final Connections connections;
  private final Prices prices;
  private final Ledger ledger;
  private final Patience patience;
  private final Preparing preparing;
  private final Exchange exchange;

  /// The gate over the given connections.
  public Models(
      Connections connections, Prices prices, Ledger ledger, Outbound outbound, Patience patience) {
    this.connections = connections;
    this.prices = prices;
    this.ledger = ledger;
    this.patience = patience;
    this.preparing = new Preparing(outbound);
    this.exchange = new Exchange(outbound, patience.clock());
  }

  /// The model that a tier means now, or nothing if it means none.
  ///
  /// @throws Problem of kind `NO_MODEL` if the model has no price
  public Optional<Chosen> choose(Tier tier) {
    Known known = connections.known();
    TierModel set = known.tiers().get(tier);
    if (set == null) {
      return Optional.empty();
    }
    Connection connection = known.connection(set.connectionId());
    Price price = prices.now(connection.model(set.model()));
    return Optional.of(new Chosen(tier, connection, price.model(), price));
  }

  /// The price that an estimate for a tier goes by: of the model that the tier means, or of a usual
  /// one of Anthropic's as long as no model is connected; nothing where neither has a price.
  public Optional<Price> priceForEstimates(Tier tier) {
    return choose(tier)
        .map(Chosen::price)
        .or(() ->
            usual(tier).stream()
                .map(model -> prices.on(model, patience.clock().instant()))
                .flatMap(Optional::stream)
                .findFirst());
  }

  /// The models of Anthropic that a tier usually means, the preferred one first.
  public static List<ModelRef> usual(Tier tier) {
    return UsualModels.of(KnownProvider.ANTHROPIC, tier).stream()
        .map(model -> new ModelRef("anthropic", model))
        .toList();
  }

  private Chosen chosen(Tier tier) {
    return choose(tier)
        .orElseThrow(() ->
            Problem.of(
                Kind.NO_MODEL,
                "No model is connected for the tier \"" + tier.words() + "\".",
                "Connect one in Settings, Models (/settings/models)."));
  }

  /// What [#ask] would send, to whom, and the most it can cost; nothing is sent or reserved.
  ///
  /// @throws Problem of kind `NO_MODEL` or `TOO_LARGE`
  public Sending preview(ModelCall call) {
    return preparing.prepare(chosen(call.tier()), call.prompt(), call.maxOutputTokens()).sending();
  }

  /// Asks a model and returns after the answer is charged and recorded.
  ///
  /// An attempt that fails in a way that may pass is repeated after a wait, each attempt with its
  /// own reservation and, where something came or may have come, its own charge.
  ///
  /// @param recorder writes the caller's rows in the transaction that charges the answer
  /// @param partialText is given the text so far, from its beginning, while it arrives; it begins
  ///   anew when an attempt is repeated
  public Answer ask(ModelCall call, Recorder recorder, Consumer<String> partialText) {
    try {
      return ask(call, () -> chosen(call.tier()), patience, recorder, partialText);
    } catch (Problem problem) {
      return new Refused(problem, problem.kind() == Kind.UNAVAILABLE);
    }
  }

  private Answer ask(
      ModelCall call,
      Supplier<Chosen> chosen,
      Patience patience,
      Recorder recorder,
      Consumer<String> partialText) {
    Chosen model = chosen.get();
    Optional<String> key = connections.key(model.connection());
    return new Asking(
            call,
            () -> preparing.prepare(model, call.prompt(), call.maxOutputTokens()),
            ledger,
            connections.database())
        .ask(new Asking.Means(exchange, patience, preparing, key), recorder, partialText);
  }

  /// Asks a connection one tiny question and says what it cost, or what is wrong.
  public Tested test(Actor actor, String connectionId) {
    actor.mustOwn("test a connection");
    Connection connection = connections.get(connectionId);
    try {
      Chosen chosen = cheapest(connection);
      ModelCall call = TestCall.by(actor, chosen.tier(), patience.random().nextLong());
      Answer answer =
          ask(call, () -> chosen, TestCall.patience(patience), Recorder.NOTHING, _ -> {});
      return switch (answer) {
        case Answered answered ->
            new Tested.Works(
                answered.model().model(), answered.text(), answered.cost(), answered.took());
        case Refused(Problem problem, _) -> new Tested.Fails(problem);
      };
    } catch (Problem problem) {
      return new Tested.Fails(problem);
    }
  }

  private Chosen cheapest(Connection connection) {
    for (Tier tier : Tier.values()) {
      TierModel set = connections.tiers().get(tier);
      if (set != null && set.connectionId().equals(connection.id())) {
        Price price = prices.now(connection.model(set.model()));
        return new Chosen(tier, connection, price.model(), price);
      }
    }
    return connections
        .usual(connection, Tier.ECONOMY)
        .map(model -> prices.now(connection.model(model)))
        .or(() -> connections.priced(connection).stream().findFirst())
        .map(price -> new Chosen(Tier.ECONOMY, connection, price.model(), price))
        .orElseThrow(() ->
            Problem.of(
                Kind.NO_MODEL,
                "No model of this connection has a price yet.",
                "Choose one for a tier in Settings, Models, and say what it costs."));
  }
}
