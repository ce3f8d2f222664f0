package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class ClientsStoreTest {
  private static final Password SECRET = new Password("four words in a row");

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final SecureRandom random = new SecureRandom();
  private final SetupCode code = SetupCode.random(random);
  private final Accounts accounts;
  private final Clients clients;
  private Actor ada;

  ClientsStoreTest(Database database) {
    AuditTrail audit = new AuditTrail(database, clock, new Ids());
    accounts = new Accounts(database, audit, code, clock, random, new Passwords(64, 1));
    clients = accounts.clients();
    ada = new Actor("", "", Role.RUNNER);
  }

  @BeforeEach
  void ada() {
    NewOwner owner = new NewOwner("Ada", "ada@example.com", SECRET, "dental");
    ada = accounts.createOwner(owner, code.shown(), ZoneId.of("UTC")).actor();
  }

  @Test
  void aClientIsAddedRenamedAndListedByName() {
    Client north = clients.add(ada, " North ");
    clients.add(ada, "East");
    clients.rename(ada, north.id(), "Bay");
    assertThat(clients.list(Cast.CLEO)).extracting(Client::name).containsExactly("Bay", "East");
    assertThat(clients.one(ada, north.id()).since()).isEqualTo(clock.instant());
  }

  @Test
  void aClosedClientLetsNobodyInAndNoLinkWorks() {
    Client north = clients.add(ada, "North");
    Client east = clients.add(ada, "East");
    Session ben = join("Ben", north);
    Session dan = join("Dan", east);
    Invited open = accounts.invitations().invite(ada, "Eve", of(north));

    clients.close(ada, north.id());
    clients.close(ada, north.id());

    assertThat(accounts.bySession(ben.token())).isEmpty();
    assertThat(accounts.bySession(dan.token())).isPresent();
    assertThat(accounts.bySession(dan.token()).orElseThrow().clientId()).contains(east.id());
    assertProblem(Problem.Kind.NOT_FOUND, () -> accounts.invitations().of(open.token()));
    assertProblem(
        Problem.Kind.CONFLICT, () -> accounts.invitations().invite(ada, "Eve", of(north)));
    String id = ben.actor().personId();
    assertProblem(Problem.Kind.CONFLICT, () -> accounts.people().letIn(ada, id));
    assertProblem(
        Problem.Kind.CONFLICT,
        () -> accounts.people().change(ada, dan.actor().personId(), of(north)));

    clients.open(ada, north.id());
    accounts.people().letIn(ada, id);
    assertThat(accounts.signIn("ben@example.com", SECRET)).isPresent();
  }

  @Test
  void onlyAnOwnerChangesClientsAndNoRunnerSeesThem() {
    Client north = clients.add(ada, "North");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> clients.list(Cast.BEN),
            () -> clients.one(Cast.BEN, north.id()),
            () -> clients.add(Cast.CLEO, "x"),
            () -> clients.rename(Cast.CLEO, north.id(), "x"),
            () -> clients.close(Cast.CLEO, north.id()),
            () -> clients.open(Cast.CLEO, north.id()))) {
      assertProblem(Problem.Kind.NOT_ALLOWED, call);
    }
    assertProblem(Problem.Kind.BAD_INPUT, () -> clients.add(ada, " "));
    assertProblem(Problem.Kind.BAD_INPUT, () -> clients.rename(ada, north.id(), "x".repeat(101)));
    assertProblem(Problem.Kind.NOT_FOUND, () -> clients.rename(ada, "none", "x"));
    assertProblem(Problem.Kind.NOT_FOUND, () -> clients.close(ada, "none"));
    assertProblem(Problem.Kind.NOT_FOUND, () -> clients.open(ada, "none"));
  }

  private static Rights of(Client client) {
    return new Rights(Role.RUNNER, Set.of(), Optional.of(client.id()));
  }

  private Session join(String name, Client client) {
    String token = accounts.invitations().invite(ada, name, of(client)).token();
    return accounts.invitations().accept(token, new NewPerson(name, name + "@example.com", SECRET));
  }

  private static void assertProblem(Problem.Kind kind, ThrowingCallable call) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
  }
}
