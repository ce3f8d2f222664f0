package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class AccountsStoreTest {
  private static final Password SECRET = new Password("four words in a row");
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final NewOwner ADA = new NewOwner("Ada", "Ada@Example.com ", SECRET, "dental");

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final SecureRandom random = new SecureRandom();
  private final SetupCode code = SetupCode.random(random);
  private final Database database;
  private final AuditTrail audit;
  private final Accounts accounts;

  AccountsStoreTest(Database database) {
    this.database = database;
    audit = new AuditTrail(database, clock, new Ids());
    accounts = new Accounts(database, audit, code, clock, random, new Passwords(64, 1));
  }

  @Test
  void theFirstPersonWithTheCodeOwnsThePlaceAndIsSignedIn() {
    assertThat(accounts.hasOwner()).isFalse();
    Session session = accounts.createOwner(ADA, code.shown(), ZONE);
    assertThat(accounts.hasOwner()).isTrue();
    assertThat(session.actor().role()).isEqualTo(Role.OWNER);
    assertThat(accounts.bySession(session.token())).contains(session.actor());
    assertThat(accounts.workspace()).isEqualTo(new Workspace("Ada's workspace", "dental", ZONE));
  }

  @Test
  void aWrongCodeOwnsNothing() {
    assertProblem(
        Problem.Kind.NOT_ALLOWED,
        () -> accounts.createOwner(ADA, SetupCode.random(random).shown(), ZONE));
    assertThat(accounts.hasOwner()).isFalse();
  }

  @Test
  void thereIsOneFirstOwnerOnly() {
    accounts.createOwner(ADA, code.shown(), ZONE);
    assertProblem(
        Problem.Kind.CONFLICT,
        () ->
            accounts.createOwner(
                new NewOwner("Eve", "eve@example.com", SECRET, "dental"), code.shown(), ZONE));
    assertThat(accounts.signIn("eve@example.com", SECRET)).isEmpty();
  }

  @Test
  void theCodeCannotBeGuessedWithoutEnd() {
    for (int i = 0; i < 10; i++) {
      assertProblem(Problem.Kind.NOT_ALLOWED, () -> accounts.createOwner(ADA, "WRONG", ZONE));
    }
    assertProblem(Problem.Kind.TOO_MANY, () -> accounts.createOwner(ADA, code.shown(), ZONE));
    clock.pass(Duration.ofMinutes(15));
    assertThat(accounts.createOwner(ADA, code.shown(), ZONE).actor().name()).isEqualTo("Ada");
  }

  @Test
  void allFaultsOfTheFormAreSaidAtOnce() {
    NewOwner empty = new NewOwner(" ", "nobody", new Password("short"), "");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> accounts.createOwner(empty, code.shown(), ZONE))
        .satisfies(problem ->
            assertThat(problem.faults())
                .extracting(Fault::where)
                .containsExactly("name", "email", "password", "trade"));
  }

  @Test
  void aPersonSignsInWithEmailAndPasswordWhateverTheCaseOfTheEmail() {
    Session first = accounts.createOwner(ADA, code.shown(), ZONE);
    Optional<Session> second = accounts.signIn("ADA@example.COM", SECRET);
    assertThat(second.map(Session::actor)).contains(first.actor());
    assertThat(second.map(Session::token)).isPresent().isNotEqualTo(Optional.of(first.token()));
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailAreTheSame() {
    accounts.createOwner(ADA, code.shown(), ZONE);
    assertThat(accounts.signIn("ada@example.com", new Password("four words in a raw"))).isEmpty();
    assertThat(accounts.signIn("ben@example.com", SECRET)).isEmpty();
    assertThat(accounts.signIn("ada@example.com", new Password("x".repeat(1_000_000)))).isEmpty();
  }

  @Test
  void oneEmailIsTriedTenTimesInAQuarterOfAnHour() {
    accounts.createOwner(ADA, code.shown(), ZONE);
    for (int i = 0; i < 10; i++) {
      assertThat(accounts.signIn("ada@example.com", new Password("x".repeat(201)))).isEmpty();
    }
    assertProblem(Problem.Kind.TOO_MANY, () -> accounts.signIn(" ADA@example.com", SECRET));
    assertThat(accounts.signIn("ben@example.com", SECRET)).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    assertThat(accounts.signIn("ada@example.com", SECRET)).isPresent();
  }

  @Test
  void aSessionEndsWhenItIsSignedOutAndNoOtherDoes() {
    Session one = accounts.createOwner(ADA, code.shown(), ZONE);
    Session two = accounts.signIn("ada@example.com", SECRET).orElseThrow();
    accounts.signOut(one.token());
    assertThat(accounts.bySession(one.token())).isEmpty();
    assertThat(accounts.bySession(two.token())).isPresent();
  }

  @Test
  void aSessionExpires() {
    Session session = accounts.createOwner(ADA, code.shown(), ZONE);
    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(accounts.bySession(session.token())).isPresent();
    clock.pass(Duration.ofSeconds(1));
    assertThat(accounts.bySession(session.token())).isEmpty();
  }

  @Test
  void neitherPasswordNorTokenIsInTheDatabase() {
    Session session = accounts.createOwner(ADA, code.shown(), ZONE);
    List<String> kept =
        database.read(handle ->
            handle
                .createQuery(
                    "SELECT password_hash FROM people UNION SELECT token_sha256 FROM sessions")
                .mapTo(String.class)
                .list());
    assertThat(kept).hasSize(2).anyMatch(text -> text.startsWith("$argon2id$"));
    assertThat(kept).noneMatch(text -> text.contains(SECRET.typed()));
    assertThat(kept).noneMatch(text -> text.contains(session.token()));
  }

  @Test
  void aNewPasswordEndsAllSessions() {
    Session session = accounts.createOwner(ADA, code.shown(), ZONE);
    Password fresh = new Password("another four words");
    accounts.resetPassword("ada@example.com", fresh);
    assertThat(accounts.bySession(session.token())).isEmpty();
    assertThat(accounts.signIn("ada@example.com", SECRET)).isEmpty();
    assertThat(accounts.signIn("ada@example.com", fresh)).isPresent();
  }

  @Test
  void aPasswordIsResetForSomeoneWhoIsThereAndToAGoodOne() {
    assertProblem(Problem.Kind.NOT_FOUND, () -> accounts.resetPassword("ben@example.com", SECRET));
    assertProblem(
        Problem.Kind.BAD_INPUT,
        () -> accounts.resetPassword("ada@example.com", new Password("short")));
  }

  @Test
  void onlyAnOwnerChangesTheWorkspace() {
    accounts.createOwner(ADA, code.shown(), ZONE);
    Workspace other = new Workspace("Smile Ltd", "dental", ZoneId.of("Europe/Paris"));
    assertProblem(Problem.Kind.NOT_ALLOWED, () -> accounts.changeWorkspace(Cast.BEN, other));
    accounts.changeWorkspace(Cast.ADA, other);
    assertThat(accounts.workspace()).isEqualTo(other);
  }

  @Test
  void aServerBesideThisOneSeesTheWorkspaceAndItsChangeWithinASecond() {
    SetClock its = new SetClock("2026-11-24T08:00:00Z");
    Accounts beside = new Accounts(database, audit, code, its, random, new Passwords(64, 1));
    assertThat(beside.hasOwner()).isFalse();
    accounts.createOwner(ADA, code.shown(), ZONE);
    its.pass(Duration.ofSeconds(1));
    assertThat(beside.workspace().zone()).isEqualTo(ZONE);
    accounts.changeWorkspace(Cast.ADA, new Workspace("Smile", "dental", ZoneId.of("Asia/Tokyo")));
    assertThat(accounts.workspace().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    its.pass(Duration.ofSeconds(1));
    assertThat(beside.workspace().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void theTrailSaysWhoBecameTheOwner() {
    accounts.createOwner(ADA, code.shown(), ZONE);
    assertThat(audit.newest(Cast.ADA, 10))
        .extracting(AuditEntry::personName, AuditEntry::what)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Ada", "became the owner"));
    assertProblem(Problem.Kind.NOT_ALLOWED, () -> audit.newest(Cast.CLEO, 10));
  }

  private static void assertProblem(
      Problem.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
  }
}
