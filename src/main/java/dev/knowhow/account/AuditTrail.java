package dev.knowhow.account;

import dev.knowhow.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Who did what to which tool, key, budget or person. It only grows: nothing here changes or
/// removes a line.
///
/// Thread-safe.
public final class AuditTrail {
  /// How many lines a page has.
  public static final int PAGE = 50;

  private static final int AT_ONCE = 1_000;

  private final Database database;
  private final AuditStore store = new AuditStore();
  private final InstantSource clock;
  private final Supplier<String> ids;

  /// The trail kept in `database`; `ids` makes a new id at each call.
  public AuditTrail(Database database, InstantSource clock, Supplier<String> ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  /// Adds a line in the transaction that does what it tells, so that neither is without the other.
  public void record(Handle handle, Actor actor, AuditKind kind, String what, String on) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    store.insert(
        handle, ids.get(), new AuditEntry(now, actor.personId(), actor.name(), kind, what, on));
  }

  /// The newest lines first, at most so many; for an owner.
  public List<AuditEntry> newest(Actor actor, int atMost) {
    mustRead(actor);
    return database.read(handle -> store.newest(handle, AuditFilter.ALL, atMost, 0));
  }

  /// One page of the lines that a filter lets through, the newest first; a number beyond the last
  /// page gives the last one; for an owner.
  public AuditPage page(Actor actor, AuditFilter filter, int number) {
    mustRead(actor);
    return database.read(handle -> {
      long all = store.count(handle, filter);
      int of = (int) Math.max(1, (all + PAGE - 1) / PAGE);
      int shown = Math.clamp(number, 1, of);
      return new AuditPage(store.newest(handle, filter, PAGE, (shown - 1L) * PAGE), shown, of, all);
    });
  }

  /// Tells all lines that a filter lets through one by one, the oldest first; for an owner.
  ///
  /// No connection is held while `line` works.
  public void each(Actor actor, AuditFilter filter, Consumer<AuditEntry> line) {
    mustRead(actor);
    List<AuditEntry> some;
    long told = 0;
    do {
      long from = told;
      some = database.read(handle -> store.oldest(handle, filter, AT_ONCE, from));
      some.forEach(line);
      told += some.size();
    } while (some.size() == AT_ONCE);
  }

  /// Everyone who ever did something, by id, with the latest name; for an owner.
  public Map<String, String> people(Actor actor) {
    mustRead(actor);
    return database.read(store::people);
  }

  private static void mustRead(Actor actor) {
    actor.mustOwn("read the audit trail");
  }
}
