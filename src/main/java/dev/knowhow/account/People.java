package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The people of this installation, as an owner looks after them: what each may do, and who may
/// come in at all.
///
/// A change counts from the person's next request on, and one owner always stays who can come in.
/// Thread-safe, also with other servers on the same database.
public final class People {
  private final Database database;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final PeopleStore store = new PeopleStore();
  private final ClientStore clients = new ClientStore();

  People(Database database, AuditTrail audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /// Everyone, by name; for an owner.
  public List<Member> list(Actor actor) {
    actor.mustOwn("see the people");
    return database.read(store::list);
  }

  /// One person; for an owner.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public Member one(Actor actor, String personId) {
    actor.mustOwn("see the people");
    return database.read(handle -> found(handle, personId));
  }

  /// The name of a person, also of one who was removed meanwhile.
  public Optional<String> nameOf(String personId) {
    return database.read(handle -> store.name(handle, personId));
  }

  /// Changes what a person may do; for an owner.
  ///
  /// @throws Problem of kind `CONFLICT` if nobody would own the workspace any more, or the client
  ///   is closed; `NOT_FOUND` if there is no such person or client
  public void change(Actor actor, String personId, Rights rights) {
    actor.mustOwn("change what a person may do");
    database.write(handle -> {
      store.lock(handle);
      Member member = found(handle, personId);
      rights.clientId().ifPresent(client -> clients.mustBeOpen(handle, client));
      store.change(handle, personId, rights);
      mustStayOwned(handle);
      audit.record(
          handle,
          actor,
          AuditKind.PEOPLE,
          "made " + member.name() + " " + inWords(rights, clientName(handle, rights)),
          personId);
      return true;
    });
  }

  /// Keeps a person out until [#letIn]: all sessions end with this call; for an owner.
  ///
  /// @throws Problem of kind `CONFLICT` if nobody would own the workspace any more; `NOT_FOUND`
  public void suspend(Actor actor, String personId) {
    actor.mustOwn("suspend a person");
    database.write(handle -> {
      store.lock(handle);
      Member member = found(handle, personId);
      if (store.suspend(handle, personId, clock.millis())) {
        mustStayOwned(handle);
        audit.record(handle, actor, AuditKind.PEOPLE, "suspended " + member.name(), personId);
      }
      return true;
    });
  }

  /// Lets a suspended person sign in again; for an owner.
  ///
  /// @throws Problem of kind `CONFLICT` if the person's client is closed; `NOT_FOUND`
  public void letIn(Actor actor, String personId) {
    actor.mustOwn("let a person in again");
    database.write(handle -> {
      store.lock(handle);
      Member member = found(handle, personId);
      member.rights().clientId().ifPresent(client -> clients.mustBeOpen(handle, client));
      store.letIn(handle, personId);
      audit.record(handle, actor, AuditKind.PEOPLE, "let " + member.name() + " in again", personId);
      return true;
    });
  }

  /// Removes a person for good: the address is free again, and what the person did stays under the
  /// name; for an owner.
  ///
  /// @throws Problem of kind `CONFLICT` if nobody would own the workspace any more; `NOT_FOUND`
  public void remove(Actor actor, String personId) {
    actor.mustOwn("remove a person");
    database.write(handle -> {
      store.lock(handle);
      Member member = found(handle, personId);
      store.remove(handle, personId, clock.millis());
      mustStayOwned(handle);
      audit.record(handle, actor, AuditKind.PEOPLE, "removed " + member.name(), personId);
      return true;
    });
  }

  private Member found(Handle handle, String personId) {
    return store
        .one(handle, personId)
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "There is no such person here.",
                "Somebody may have removed the person meanwhile. Go to the list of people."));
  }

  private void mustStayOwned(Handle handle) {
    if (store.activeOwners(handle) == 0) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          "Somebody has to own this workspace, and nobody else does.",
          "Make another person an owner first.");
    }
  }

  private Optional<String> clientName(Handle handle, Rights rights) {
    return rights.clientId().map(id -> clients.one(handle, id).name());
  }

  /// The rights as the end of a sentence: `a runner of Maple Street who decides as dental/doctor`.
  static String inWords(Rights rights, Optional<String> clientName) {
    String role =
        switch (rights.role()) {
          case OWNER -> "an owner";
          case BUILDER -> "a builder";
          case RUNNER -> "a runner";
        };
    String decides =
        rights.decides().isEmpty()
            ? ""
            : " who decides as " + String.join(", ", rights.decides().stream().sorted().toList());
    return role + clientName.map(name -> " of " + name).orElse("") + decides;
  }
}
