package dev.knowhow.price;

import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditKind;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.store.Remembered;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What models cost at a moment: the shipped table, and above it what the owner has set.
///
/// A model that neither knows has no price and can't be called; a price of 0 is a price, and only
/// the owner sets one. Thread-safe.
public final class Prices {
  private static final Comparator<Price> BY_NAME =
      Comparator.comparing((Price price) -> price.model().provider())
          .thenComparing(price -> price.model().model());

  private final Database database;
  private final AuditTrail audit;
  private final PriceTable shipped;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final PriceStore store = new PriceStore();
  private final Remembered<Map<ModelRef, List<Price>>> own;

  /// The prices of `shipped` and those that were set in `database`.
  public Prices(
      Database database,
      AuditTrail audit,
      PriceTable shipped,
      InstantSource clock,
      Supplier<String> ids) {
    this.database = database;
    this.audit = audit;
    this.shipped = shipped;
    this.clock = clock;
    this.ids = ids;
    this.own = new Remembered<>(() -> database.read(store::all), clock);
  }

  /// The price of a model that holds at a moment: the owner's where there is one, else the shipped
  /// one.
  public Optional<Price> on(ModelRef model, Instant when) {
    return last(own.get().getOrDefault(model, List.of()), when).or(() -> shipped.on(model, when));
  }

  /// The price of a model that holds now.
  ///
  /// @throws Problem of kind `NO_MODEL` if it has none
  public Price now(ModelRef model) {
    return on(model, clock.instant()).orElseThrow(() -> unknown(model));
  }

  /// The prices that hold now, by provider and name.
  public List<Price> current() {
    Instant now = clock.instant();
    Map<ModelRef, Price> prices = new HashMap<>();
    own.get().forEach((model, set) -> last(set, now).ifPresent(price -> prices.put(model, price)));
    for (ModelRef model : shipped.models()) {
      shipped.on(model, now).ifPresent(price -> prices.putIfAbsent(model, price));
    }
    return prices.values().stream().sorted(BY_NAME).toList();
  }

  /// Sets the owner's own price for a model, from its date on; it stands above the shipped one.
  ///
  /// @throws Problem of kind `NOT_ALLOWED` for anyone but an owner
  public void set(Actor actor, Price price) {
    actor.mustOwn("set a price");
    if (!price.bands().isEmpty()) {
      throw new IllegalArgumentException("an own price has no bands");
    }
    own.changedBy(() ->
        database.write(handle -> {
          store.insert(handle, ids.get(), price, new PriceStore.SetBy(actor, clock.instant()));
          audit.record(handle, actor, AuditKind.MONEY, "set a price", price.model().toString());
          return true;
        }));
  }

  /// Takes the owner's own prices of a model back, so that the shipped one holds again.
  ///
  /// @throws Problem of kind `NOT_ALLOWED` for anyone but an owner
  public void withdraw(Actor actor, ModelRef model) {
    actor.mustOwn("withdraw a price");
    own.changedBy(() ->
        database.write(handle -> {
          store.withdraw(handle, model);
          audit.record(handle, actor, AuditKind.MONEY, "withdrew the own price", model.toString());
          return true;
        }));
  }

  /// What a usage costs by a price, exact and rounded up once.
  public static Money cost(Price price, Usage usage) {
    return price.cost(usage);
  }

  /// The last of a model's own prices, the earliest first, that has begun.
  private static Optional<Price> last(List<Price> prices, Instant when) {
    return prices.stream()
        .filter(price -> price.from().toEpochMilli() <= when.toEpochMilli())
        .reduce((_, later) -> later);
  }

  private static Problem unknown(ModelRef model) {
    return Problem.at(
        Problem.Kind.NO_MODEL,
        model.toString(),
        "The price of this model is unknown, so it can't be called.",
        "The owner can set it in Settings, Models; a model on your own computer costs 0.");
  }
}
