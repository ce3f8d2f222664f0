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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class OwnAccountStoreTest {
  private static final Password SECRET = new Password("four words in a row");
  private static final Password FRESH = new Password("five other words in a row");
  private static final Browser PHONE = new Browser("Safari on an iPhone");
  private static final Browser DESK = new Browser("Firefox on Windows");

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final SecureRandom random = new SecureRandom();
  private final SetupCode code = SetupCode.random(random);
  private final AuditTrail audit;
  private final Accounts accounts;
  private final OwnAccount own;
  private Actor ada = new Actor("", "", Role.RUNNER);
  private Session ben = new Session("", ada, clock.instant());

  OwnAccountStoreTest(Database database) {
    audit = new AuditTrail(database, clock, new Ids());
    accounts = new Accounts(database, audit, code, clock, random, new Passwords(64, 1));
    own = accounts.own();
  }

  @BeforeEach
  void adaAndBenAreThere() {
    NewOwner owner = new NewOwner("Ada", "ada@example.com", SECRET, "dental");
    ada = accounts.createOwner(owner, code.shown(), ZoneId.of("UTC")).actor();
    Rights rights = new Rights(Role.RUNNER, Set.of(), Optional.empty());
    Invited invited = accounts.invitations().invite(ada, "Ben", rights);
    NewPerson person = new NewPerson("Ben", "ben@example.com", SECRET);
    ben = accounts.invitations().accept(invited.token(), person, DESK);
  }

  @Test
  void aPersonSeesTheOwnSessionsAndNobodyElses() {
    clock.pass(Duration.ofHours(1));
    assertThat(accounts.signIn("ben@example.com", SECRET, PHONE)).isPresent();
    assertThat(own.sessions(ben.actor(), ben.token()))
        .containsExactly(
            new OpenSession(PHONE, clock.instant(), false),
            new OpenSession(DESK, clock.instant().minus(Duration.ofHours(1)), true));
    assertThat(own.sessions(ada, ben.token())).noneMatch(OpenSession::here).hasSize(1);
    assertThat(own.email(ben.actor())).isEqualTo("ben@example.com");
  }

  @Test
  void aSessionThatHasExpiredIsNotShown() {
    clock.pass(Duration.ofDays(31));
    Session now = accounts.signIn("ben@example.com", SECRET, PHONE).orElseThrow();
    assertThat(own.sessions(ben.actor(), now.token())).hasSize(1);
  }

  @Test
  void signingOutEverywhereElseLeavesThisSessionAndOtherPeoples() {
    Session phone = accounts.signIn("ben@example.com", SECRET, PHONE).orElseThrow();
    Session adas = accounts.signIn("ada@example.com", SECRET).orElseThrow();
    own.endOthers(ben.actor(), ben.token());
    assertThat(accounts.bySession(phone.token())).isEmpty();
    assertThat(accounts.bySession(ben.token())).isPresent();
    assertThat(accounts.bySession(adas.token())).isPresent();
    assertThat(saidLast()).isEqualTo("signed out everywhere else");
    own.endOthers(ben.actor(), ben.token());
    assertThat(audit.newest(ada, 100))
        .filteredOn(one -> one.what().contains("signed out"))
        .hasSize(1);
  }

  @Test
  void anotherPasswordEndsAllSessionsAndBeginsOne() {
    Session phone = accounts.signIn("ben@example.com", SECRET, PHONE).orElseThrow();
    Session now = own.changePassword(ben.actor(), SECRET, FRESH, DESK);
    assertThat(accounts.bySession(phone.token())).isEmpty();
    assertThat(accounts.bySession(ben.token())).isEmpty();
    assertThat(accounts.bySession(now.token())).contains(ben.actor());
    assertThat(accounts.signIn("ben@example.com", SECRET)).isEmpty();
    assertThat(accounts.signIn("ben@example.com", FRESH)).isPresent();
    assertThat(accounts.signIn("ada@example.com", SECRET)).isPresent();
    assertThat(saidLast()).isEqualTo("changed the own password");
  }

  @Test
  void withoutTheOldPasswordThereIsNoNewOne() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(
            () -> own.changePassword(ben.actor(), new Password("guess"), new Password("x"), DESK))
        .satisfies(problem ->
            assertThat(problem.faults())
                .extracting(Fault::where)
                .containsExactly("old", "password"));
    assertThat(accounts.bySession(ben.token())).isPresent();
    assertThat(accounts.signIn("ben@example.com", SECRET)).isPresent();
  }

  @Test
  void theOldPasswordCannotBeGuessedWithoutEnd() {
    for (int i = 0; i < 10; i++) {
      assertKind(Problem.Kind.BAD_INPUT, new Password("guess " + i));
    }
    assertKind(Problem.Kind.TOO_MANY, SECRET);
    clock.pass(Duration.ofMinutes(15));
    assertThat(own.changePassword(ben.actor(), SECRET, FRESH, DESK)).isNotNull();
  }

  @Test
  void whoWasSuspendedMeanwhileChangesNothing() {
    accounts.people().suspend(ada, ben.actor().personId());
    assertKind(Problem.Kind.NOT_ALLOWED, SECRET);
  }

  private void assertKind(Problem.Kind kind, Password old) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> own.changePassword(ben.actor(), old, FRESH, DESK))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
  }

  private String saidLast() {
    AuditEntry last = audit.newest(ada, 1).getFirst();
    assertThat(last.kind()).isEqualTo(AuditKind.ACCOUNT);
    assertThat(last.personName()).isEqualTo("Ben");
    return last.what();
  }
}
