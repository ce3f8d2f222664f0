package dev.knowhow.model;

import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditKind;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Secrets;
import dev.knowhow.model.NewConnection.OwnModel;
import dev.knowhow.net.Destination;
import dev.knowhow.net.Outbound;
import dev.knowhow.price.Bucket;
import dev.knowhow.price.Price;
import dev.knowhow.price.Prices;
import dev.knowhow.price.Rates;
import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import dev.knowhow.store.Database;
import dev.knowhow.store.Remembered;
import dev.knowhow.value.Tier;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// The connections to models, their sealed keys, and which model each tier means.
///
/// Thread-safe.
public final class Connections {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,1000}");
  private static final int MOST_NAME = 100;

  private final Database database;
  private final Secrets secrets;
  private final AuditTrail audit;
  private final Prices prices;
  private final Outbound outbound;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final ModelStore store = new ModelStore();
  private final Remembered<Known> known;

  /// The connections kept in `database`.
  ///
  /// @param outbound says which addresses may be called at all
  /// @param ids makes a new id at each call
  public Connections(
      Database database,
      Secrets secrets,
      AuditTrail audit,
      Prices prices,
      Outbound outbound,
      InstantSource clock,
      Supplier<String> ids) {
    this.database = database;
    this.secrets = secrets;
    this.audit = audit;
    this.prices = prices;
    this.outbound = outbound;
    this.clock = clock;
    this.ids = ids;
    this.known = new Remembered<>(() -> database.read(this::known), clock);
  }

  private Known known(Handle handle) {
    List<Connection> connections = store.list(handle);
    Map<Connection, Supplier<String>> keys = new HashMap<>();
    for (Connection connection : connections) {
      if (connection.hasKey()) {
        secrets
            .sealed(handle, connection.secretName(), connection.secretHost())
            .ifPresent(key -> keys.put(connection, key));
      }
    }
    return new Known(connections, store.tiers(handle), keys);
  }

  /// The connections, tiers and keys of one moment.
  Known known() {
    return known.get();
  }

  /// All connections in the order in which they were added.
  public List<Connection> list() {
    return known.get().connections();
  }

  /// One connection.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public Connection get(String id) {
    return known.get().connection(id);
  }

  /// Adds a connection, seals its key for its host, and lets every tier that means nothing yet mean
  /// a usual model of it.
  ///
  /// @throws Problem of kind `BAD_INPUT` for an address, a key or a name that can't be right,
  ///   `NOT_ALLOWED` for anyone but an owner
  public Connection add(Actor actor, NewConnection wanted) {
    actor.mustOwn("connect a model");
    Connection connection = connection(wanted);
    outbound.check(connection.at());
    String key = wanted.key().strip();
    if (key.isEmpty() && connection.pricesAreKnown()) {
      throw Problem.of(
          Kind.BAD_INPUT,
          connection.recipient() + " answers nobody without a key.",
          "Paste a key from your account there.");
    }
    checkKey(key);
    known.changedBy(() ->
        database.write(handle -> {
          store.insert(handle, connection, clock.instant());
          if (!key.isEmpty()) {
            seal(handle, connection, key);
          }
          audit.record(
              handle, actor, AuditKind.MODELS, "connected a model", connection.recipient());
          return true;
        }));
    wanted.ownModel().ifPresent(own -> setPrice(actor, connection, own));
    fillTiers(actor, connection, wanted.ownModel().map(OwnModel::model));
    return connection;
  }

  private Connection connection(NewConnection wanted) {
    String url = wanted.url().strip();
    if (url.isEmpty()) {
      url =
          switch (wanted.kind()) {
            case ANTHROPIC -> KnownProvider.ANTHROPIC.url();
            case OPENAI_COMPATIBLE -> KnownProvider.OPENAI.url();
          };
    }
    Destination at = Destination.of(url);
    String name = wanted.name().strip();
    if (name.length() > MOST_NAME) {
      throw Problem.of(
          Kind.BAD_INPUT, "The name is longer than 100 characters.", "Choose a shorter one.");
    }
    Connection connection =
        new Connection(
            ids.get(), name, wanted.kind(), at, wanted.version(), !wanted.key().isBlank());
    return name.isEmpty() ? named(connection) : connection;
  }

  private static Connection named(Connection connection) {
    String name = connection.known().map(KnownProvider::words).orElse(connection.at().host());
    return new Connection(
        connection.id(),
        name,
        connection.kind(),
        connection.at(),
        connection.version(),
        connection.hasKey());
  }

  private static void checkKey(String key) {
    if (!key.isEmpty() && !KEY.matcher(key).matches()) {
      throw Problem.of(
          Kind.BAD_INPUT,
          "The key has spaces, line breaks or characters that no key has.",
          "Copy it again from the provider's page, only the key itself.");
    }
  }

  private void seal(Handle handle, Connection connection, String key) {
    secrets.seal(
        handle,
        connection.secretName(),
        connection.secretHost(),
        key.getBytes(StandardCharsets.UTF_8));
  }

  private void setPrice(Actor actor, Connection connection, OwnModel own) {
    prices.set(
        actor,
        new Price(
            connection.model(own.model()),
            Rates.flat(own.inputPerMillion(), own.outputPerMillion()),
            List.of(),
            clock.instant(),
            "set by " + actor.name(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            0,
            0));
  }

  private void fillTiers(Actor actor, Connection connection, Optional<String> own) {
    Map<Tier, TierModel> set = tiers();
    for (Tier tier : Tier.values()) {
      if (!set.containsKey(tier)) {
        own.or(() -> usual(connection, tier))
            .ifPresent(model -> setTier(actor, tier, connection.id(), model));
      }
    }
  }

  /// The usual model of a tier that has a price.
  Optional<String> usual(Connection connection, Tier tier) {
    return UsualModels.of(connection, tier).stream()
        .filter(model -> prices.on(connection.model(model), clock.instant()).isPresent())
        .findFirst();
  }

  /// Puts another key in place of a connection's.
  ///
  /// @throws Problem of kind `BAD_INPUT`, `NOT_FOUND` or `NOT_ALLOWED`
  public void changeKey(Actor actor, String id, String pasted) {
    actor.mustOwn("change a key");
    String key = pasted.strip();
    if (key.isEmpty()) {
      throw Problem.of(Kind.BAD_INPUT, "There is no key.", "Paste one.");
    }
    checkKey(key);
    Connection connection = get(id);
    known.changedBy(() ->
        database.write(handle -> {
          seal(handle, connection, key);
          store.nowHasKey(handle, id);
          audit.record(handle, actor, AuditKind.MODELS, "changed a key", connection.recipient());
          return true;
        }));
  }

  /// Removes a connection with its key; the tiers that meant a model of it mean none.
  public void remove(Actor actor, String id) {
    actor.mustOwn("remove a connection");
    Connection connection = get(id);
    known.changedBy(() ->
        database.write(handle -> {
          store.delete(handle, id);
          secrets.forget(handle, connection.secretName());
          audit.record(
              handle, actor, AuditKind.MODELS, "removed a connection", connection.recipient());
          return true;
        }));
  }

  /// What each tier means; a tier that means nothing is not in it.
  public Map<Tier, TierModel> tiers() {
    return known.get().tiers();
  }

  /// Lets a tier mean a model of a connection, which must have a price.
  ///
  /// @throws Problem of kind `NO_MODEL` if the model has no price, `NOT_FOUND` or `NOT_ALLOWED`
  public void setTier(Actor actor, Tier tier, String connectionId, String model) {
    actor.mustOwn("choose a tier's model");
    Connection connection = get(connectionId);
    if (model.isBlank()) {
      throw Problem.of(Kind.BAD_INPUT, "There is no model.", "Write the model's name.");
    }
    prices.now(connection.model(model.strip()));
    known.changedBy(() ->
        database.write(handle -> {
          store.setTier(handle, tier, new TierModel(connectionId, model.strip()));
          String what = "set the tier " + tier.words() + " to " + model.strip();
          audit.record(handle, actor, AuditKind.MODELS, what, connection.recipient());
          return true;
        }));
  }

  /// The models of a connection that have a price, as a tier could mean them.
  public List<Price> priced(Connection connection) {
    String provider = connection.model("any").provider();
    return prices.current().stream()
        .filter(price -> price.model().provider().equals(provider))
        .filter(price -> !connection.pricesAreKnown() || answersInText(price))
        .toList();
  }

  private static boolean answersInText(Price price) {
    return !price.rates().perMillion(Bucket.VISIBLE_OUTPUT).isZero();
  }

  /// The key of a connection, for its host only.
  Optional<String> key(Connection connection) {
    return Optional.ofNullable(known.get().keys().get(connection)).map(Supplier::get);
  }

  Database database() {
    return database;
  }
}
