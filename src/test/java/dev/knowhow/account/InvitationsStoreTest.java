package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class InvitationsStoreTest {
  private static final Password SECRET = new Password("four words in a row");
  private static final NewPerson BEN = new NewPerson(" Ben ", "Ben@Example.com", SECRET);
  private static final Rights DOCTOR =
      new Rights(Role.RUNNER, Set.of("dental/doctor"), Optional.empty());

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final SecureRandom random = new SecureRandom();
  private final SetupCode code = SetupCode.random(random);
  private final Database database;
  private final Accounts accounts;
  private final Invitations invitations;
  private Actor ada;

  InvitationsStoreTest(Database database) {
    this.database = database;
    AuditTrail audit = new AuditTrail(database, clock, new Ids());
    accounts = new Accounts(database, audit, code, clock, random, new Passwords(64, 1));
    invitations = accounts.invitations();
    ada = new Actor("", "", Role.RUNNER);
  }

  @BeforeEach
  void ada() {
    NewOwner owner = new NewOwner("Ada", "ada@example.com", SECRET, "dental");
    ada = accounts.createOwner(owner, code.shown(), ZoneId.of("UTC")).actor();
  }

  @Test
  void aLinkMakesOneAccountWithWhatTheOwnerAllowed() {
    Invited invited = invitations.invite(ada, "Dr. Ben", DOCTOR);
    assertThat(invitations.of(invited.token())).isEqualTo(invited.invitation());
    assertThat(invitations.open(ada)).containsExactly(invited.invitation());

    Session session = invitations.accept(invited.token(), BEN);

    assertThat(session.actor().name()).isEqualTo("Ben");
    assertThat(Rights.of(session.actor())).isEqualTo(DOCTOR);
    assertThat(accounts.bySession(session.token())).contains(session.actor());
    assertThat(accounts.signIn("ben@example.com", SECRET)).isPresent();
    assertThat(invitations.open(ada)).isEmpty();
    assertNoSuchLink(() -> invitations.accept(invited.token(), BEN));
  }

  @Test
  void aLinkEndsAfterSevenDays() {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    clock.pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(invitations.of(invited.token()).whom()).isEqualTo("Ben");
    clock.pass(Duration.ofSeconds(1));
    assertNoSuchLink(() -> invitations.of(invited.token()));
    assertNoSuchLink(() -> invitations.accept(invited.token(), BEN));
    assertNoSuchLink(() -> invitations.revoke(ada, invited.invitation().id()));
    assertThat(invitations.open(ada)).isEmpty();
  }

  @Test
  void aRevokedLinkIsLikeOneThatNeverWas() {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    invitations.revoke(ada, invited.invitation().id());
    String said = assertNoSuchLink(() -> invitations.accept(invited.token(), BEN)).getMessage();
    String never = assertNoSuchLink(() -> invitations.accept("never", BEN)).getMessage();
    assertThat(said).isEqualTo(never);
    assertNoSuchLink(() -> invitations.revoke(ada, invited.invitation().id()));
  }

  @Test
  void aLinkThatManyUseAtOnceMakesOneAccount() throws Exception {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      NewPerson person = new NewPerson("Ben " + i, "ben" + i + "@example.com", SECRET);
      tries.add(() -> {
        try {
          invitations.accept(invited.token(), person);
          return true;
        } catch (Problem problem) {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
          return false;
        }
      });
    }
    int made = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : pool.invokeAll(tries)) {
        made += one.get() ? 1 : 0;
      }
    }
    assertThat(made).isEqualTo(1);
    assertThat(accounts.people().list(ada)).hasSize(2);
  }

  @Test
  void whatIsFilledInBadlyLeavesTheLinkGood() {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() ->
            invitations.accept(invited.token(), new NewPerson(" ", "no", new Password("short"))))
        .satisfies(problem ->
            assertThat(problem.faults())
                .extracting(Fault::where)
                .containsExactly("name", "email", "password"));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() ->
            invitations.accept(invited.token(), new NewPerson("Ben", "ADA@example.com", SECRET)))
        .satisfies(problem ->
            assertThat(problem.faults()).extracting(Fault::where).containsExactly("email"));
    assertThat(invitations.accept(invited.token(), BEN).actor().name()).isEqualTo("Ben");
  }

  @Test
  void aLinkIsTriedSoOftenOnlyAndOthersDontSuffer() {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    NewPerson faulty = new NewPerson("", "no", SECRET);
    for (int i = 0; i < 20; i++) {
      assertProblem(Problem.Kind.BAD_INPUT, () -> invitations.accept(invited.token(), faulty));
    }
    assertProblem(Problem.Kind.TOO_MANY, () -> invitations.accept(invited.token(), BEN));
    for (int i = 0; i < 100; i++) {
      assertNoSuchLink(() -> invitations.of("guess"));
    }
    assertProblem(Problem.Kind.TOO_MANY, () -> invitations.of("guess"));
    Invited other = invitations.invite(ada, "Cleo", DOCTOR);
    assertThat(invitations.accept(other.token(), BEN).actor().name()).isEqualTo("Ben");
  }

  @Test
  void theSecretIsLongAndNotInTheDatabase() {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    assertThat(invited.token()).hasSize(43);
    assertThat(invited.toString()).doesNotContain(invited.token());
    List<String> kept =
        database.read(handle ->
            handle
                .createQuery(
                    "SELECT token_sha256 FROM invitations UNION SELECT id FROM invitations"
                        + " UNION SELECT what FROM audit_trail UNION SELECT affected FROM"
                        + " audit_trail")
                .mapTo(String.class)
                .list());
    assertThat(kept).noneMatch(text -> text.contains(invited.token()));
  }

  @Test
  void onlyAnOwnerInvitesAndOnlyWhatCanBe() {
    Invited invited = invitations.invite(ada, "Ben", DOCTOR);
    Actor ben = invitations.accept(invited.token(), BEN).actor();
    assertProblem(Problem.Kind.NOT_ALLOWED, () -> invitations.invite(ben, "Eve", DOCTOR));
    assertProblem(Problem.Kind.NOT_ALLOWED, () -> invitations.open(ben));
    assertProblem(Problem.Kind.NOT_ALLOWED, () -> invitations.revoke(ben, "any"));
    assertProblem(Problem.Kind.BAD_INPUT, () -> invitations.invite(ada, " ", DOCTOR));
    Rights nowhere = new Rights(Role.RUNNER, Set.of(), Optional.of("nowhere"));
    assertProblem(Problem.Kind.NOT_FOUND, () -> invitations.invite(ada, "Eve", nowhere));
    assertProblem(
        Problem.Kind.BAD_INPUT, () -> new Rights(Role.BUILDER, Set.of(), Optional.of("any")));
    assertProblem(
        Problem.Kind.BAD_INPUT,
        () -> new Rights(Role.RUNNER, Set.of("dental/doctor\nowner"), Optional.empty()));
  }

  private static Problem assertNoSuchLink(ThrowingCallable call) {
    return assertProblem(Problem.Kind.NOT_FOUND, call);
  }

  private static Problem assertProblem(Problem.Kind kind, ThrowingCallable call) {
    return assertThatExceptionOfType(Problem.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
        .actual();
  }
}
