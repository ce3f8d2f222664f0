package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The clients of whoever runs this installation. Thread-safe.
public final class Clients {
  private final Database database;
  private final AuditTrail audit;
  private final Tokens tokens;
  private final InstantSource clock;
  private final ClientStore store = new ClientStore();
  private final PeopleStore people = new PeopleStore();
  private final InvitationStore invitations = new InvitationStore();

  Clients(Database database, AuditTrail audit, Tokens tokens, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// All clients by name, closed ones too; for owners and builders.
  public List<Client> list(Actor actor) {
    actor.mustBuild("see the clients");
    return database.read(store::list);
  }

  /// One client; for owners and builders.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public Client one(Actor actor, String clientId) {
    actor.mustBuild("see the clients");
    return database.read(handle -> store.one(handle, clientId));
  }

  /// Adds a client; for an owner.
  ///
  /// @throws Problem of kind `BAD_INPUT` with a fault at `name`
  public Client add(Actor actor, String name) {
    actor.mustOwn("add a client");
    Client client =
        new Client(tokens.id(), Names.kept("name", name), clock.instant(), Optional.empty());
    return database.write(handle -> {
      store.insert(handle, client);
      audit.record(
          handle, actor, AuditKind.CLIENTS, "added the client " + client.name(), client.id());
      return client;
    });
  }

  /// Gives a client another name; for an owner.
  ///
  /// @throws Problem of kind `BAD_INPUT` with a fault at `name`, `NOT_FOUND`
  public void rename(Actor actor, String clientId, String name) {
    actor.mustOwn("rename a client");
    String kept = Names.kept("name", name);
    database.write(handle -> {
      Client client = store.one(handle, clientId);
      store.rename(handle, clientId, kept);
      audit.record(
          handle,
          actor,
          AuditKind.CLIENTS,
          "renamed the client " + client.name() + " to " + kept,
          clientId);
      return true;
    });
  }

  /// Closes a client: its people are suspended and its links revoked with this call; its tools and
  /// runs stay; for an owner.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public void close(Actor actor, String clientId) {
    actor.mustOwn("close a client");
    database.write(handle -> {
      people.lock(handle);
      Client client = store.one(handle, clientId);
      if (client.closed().isPresent()) {
        return false;
      }
      long now = clock.millis();
      store.close(handle, clientId, now);
      invitations.endOfClient(handle, clientId, now);
      audit.record(
          handle, actor, AuditKind.CLIENTS, "closed the client " + client.name(), clientId);
      for (Member member : people.ofClient(handle, clientId)) {
        if (people.suspend(handle, member.id(), now)) {
          audit.record(handle, actor, AuditKind.PEOPLE, "suspended " + member.name(), member.id());
        }
      }
      return true;
    });
  }

  /// Opens a closed client again; its people stay suspended until each is let in; for an owner.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public void open(Actor actor, String clientId) {
    actor.mustOwn("open a client");
    database.write(handle -> {
      Client client = store.one(handle, clientId);
      store.open(handle, clientId);
      audit.record(
          handle,
          actor,
          AuditKind.CLIENTS,
          "opened the client " + client.name() + " again",
          clientId);
      return true;
    });
  }
}
