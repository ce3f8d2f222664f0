package dev.knowhow.account;

import dev.knowhow.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Who did what to which tool, key, budget or person. It only grows: nothing here changes or
/// removes a line.
///
/// Thread-safe.
public final class AuditTrail {
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
  public void record(Handle handle, Actor actor, String what, String on) {
    store.insert(
        handle,
        ids.get(),
        new AuditEntry(
            Instant.ofEpochMilli(clock.millis()), actor.personId(), actor.name(), what, on));
  }

  /// The newest lines first, at most so many; for an owner.
  public List<AuditEntry> newest(Actor actor, int atMost) {
    actor.mustOwn("read the audit trail");
    return database.read(handle -> store.newest(handle, atMost));
  }
}
