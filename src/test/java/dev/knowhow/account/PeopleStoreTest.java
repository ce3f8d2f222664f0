package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class PeopleStoreTest {
  private static final Password SECRET = new Password("four words in a row");
  private static final Rights RUNNER = new Rights(Role.RUNNER, Set.of(), Optional.empty());
  private static final Rights OWNER = new Rights(Role.OWNER, Set.of(), Optional.empty());

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final SecureRandom random = new SecureRandom();
  private final SetupCode code = SetupCode.random(random);
  private final AuditTrail audit;
  private final Accounts accounts;
  private final People people;
  private Actor ada;

  PeopleStoreTest(Database database) {
    audit = new AuditTrail(database, clock, new Ids());
    accounts = new Accounts(database, audit, code, clock, random, new Passwords(64, 1));
    people = accounts.people();
    ada = new Actor("", "", Role.RUNNER);
  }

  @BeforeEach
  void ada() {
    NewOwner owner = new NewOwner("Ada", "ada@example.com", SECRET, "dental");
    ada = accounts.createOwner(owner, code.shown(), ZoneId.of("UTC")).actor();
  }

  @Test
  void aSuspendedPersonIsOutAtOnceAndInAgainWithANewSessionOnly() {
    Session ben = join("Ben", RUNNER);
    Session elsewhere = accounts.signIn("ben@example.com", SECRET).orElseThrow();
    people.suspend(ada, ben.actor().personId());
    assertThat(accounts.bySession(ben.token())).isEmpty();
    assertThat(accounts.bySession(elsewhere.token())).isEmpty();
    assertProblem(Problem.Kind.NOT_ALLOWED, () -> accounts.signIn("ben@example.com", SECRET));
    assertThat(accounts.signIn("ben@example.com", new Password("not the one at all"))).isEmpty();
    assertThat(people.one(ada, ben.actor().personId()).suspended()).contains(clock.instant());

    people.letIn(ada, ben.actor().personId());
    assertThat(accounts.bySession(ben.token())).isEmpty();
    assertThat(accounts.signIn("ben@example.com", SECRET)).isPresent();
  }

  @Test
  void whatAPersonMayDoChangesForTheSessionsThatAreOpen() {
    Session ben = join("Ben", RUNNER);
    Rights doctor = new Rights(Role.BUILDER, Set.of("dental/doctor"), Optional.empty());
    people.change(ada, ben.actor().personId(), doctor);
    Actor now = accounts.bySession(ben.token()).orElseThrow();
    assertThat(now.role()).isEqualTo(Role.BUILDER);
    assertThat(now.mayDecide("dental", "doctor")).isTrue();
    assertThat(now.mayDecide("dental", "hygienist")).isFalse();
    assertThat(now.mayDecide("insurance", "doctor")).isFalse();
    assertThat(ada.mayDecide("insurance", "adjuster")).isTrue();
  }

  @Test
  void theLastOwnerWhoCanComeInStaysOne() {
    String id = ada.personId();
    assertProblem(Problem.Kind.CONFLICT, () -> people.suspend(ada, id));
    assertProblem(Problem.Kind.CONFLICT, () -> people.change(ada, id, RUNNER));
    assertProblem(Problem.Kind.CONFLICT, () -> people.remove(ada, id));
    Session ben = join("Ben", OWNER);
    people.suspend(ada, ben.actor().personId());
    assertProblem(Problem.Kind.CONFLICT, () -> people.change(ada, id, RUNNER));
    assertThat(people.one(ada, id).rights()).isEqualTo(OWNER);
    assertThat(people.one(ada, id).suspended()).isEmpty();

    people.letIn(ada, ben.actor().personId());
    people.change(ada, id, RUNNER);
    assertThat(people.one(ben.actor(), id).rights()).isEqualTo(RUNNER);
  }

  @Test
  void twoOwnersWhoSuspendEachOtherAtOnceLeaveOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      Actor ben = join("Ben" + round, OWNER).actor();
      try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var _ =
            pool.invokeAll(
                List.of(suspending(ada, ben.personId()), suspending(ben, ada.personId())));
      }
      List<Member> active =
          people.list(ada).stream()
              .filter(one -> one.rights().equals(OWNER) && one.suspended().isEmpty())
              .toList();
      assertThat(active).hasSize(1);
      people.letIn(ada, ada.personId());
      people.remove(ada, ben.personId());
    }
  }

  private Callable<Boolean> suspending(Actor actor, String id) {
    return () -> {
      try {
        people.suspend(actor, id);
        return true;
      } catch (Problem lastOwner) {
        assertThat(lastOwner.kind()).isEqualTo(Problem.Kind.CONFLICT);
        return false;
      }
    };
  }

  @Test
  void aRemovedPersonIsGoneButForTheName() {
    Session ben = join("Ben", RUNNER);
    String id = ben.actor().personId();
    people.remove(ada, id);
    assertThat(accounts.bySession(ben.token())).isEmpty();
    assertThat(accounts.signIn("ben@example.com", SECRET)).isEmpty();
    assertThat(people.list(ada)).extracting(Member::name).containsExactly("Ada");
    assertProblem(Problem.Kind.NOT_FOUND, () -> people.letIn(ada, id));
    assertProblem(Problem.Kind.NOT_FOUND, () -> people.change(ada, id, OWNER));
    assertThat(people.nameOf(id)).contains("Ben");
    assertThat(join("Ben", RUNNER).actor().personId()).isNotEqualTo(id);
  }

  @Test
  void onlyAnOwnerLooksAfterPeople() {
    Actor ben = join("Ben", new Rights(Role.BUILDER, Set.of(), Optional.empty())).actor();
    String id = ada.personId();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> people.list(ben),
            () -> people.one(ben, id),
            () -> people.change(ben, ben.personId(), OWNER),
            () -> people.suspend(ben, id),
            () -> people.letIn(ben, id),
            () -> people.remove(ben, id))) {
      assertProblem(Problem.Kind.NOT_ALLOWED, call);
    }
  }

  @Test
  void everyChangeIsInTheTrail() {
    String ben = join("Ben", RUNNER).actor().personId();
    people.change(ada, ben, new Rights(Role.RUNNER, Set.of("dental/doctor"), Optional.empty()));
    people.suspend(ada, ben);
    people.suspend(ada, ben);
    people.letIn(ada, ben);
    people.remove(ada, ben);
    assertThat(audit.newest(ada, 20).reversed())
        .extracting(AuditEntry::personName, AuditEntry::what)
        .extracting(tuple -> tuple.toList().get(0) + " " + tuple.toList().get(1))
        .containsExactly(
            "Ada became the owner",
            "Ada invited Ben as a runner",
            "Ben accepted the invitation for Ben",
            "Ada made Ben a runner who decides as dental/doctor",
            "Ada suspended Ben",
            "Ada let Ben in again",
            "Ada removed Ben");
  }

  private Session join(String name, Rights rights) {
    String token = accounts.invitations().invite(ada, name, rights).token();
    String email = name + "@example.com";
    return accounts.invitations().accept(token, new NewPerson(name, email, SECRET));
  }

  private static void assertProblem(Problem.Kind kind, ThrowingCallable call) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
  }
}
