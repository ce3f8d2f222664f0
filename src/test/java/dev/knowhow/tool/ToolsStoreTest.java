package dev.knowhow.tool;

import static dev.knowhow.testing.Cast.ADA;
import static dev.knowhow.testing.Cast.BEN;
import static dev.knowhow.testing.Cast.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditEntry;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Client;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Tools keep their files, byte for byte, under a hash.
@OnBothDatabases
class ToolsStoreTest {
  private static final Client NORTH = new Client("north", "North", Instant.EPOCH, Optional.empty());

  private final Database database;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final AuditTrail audit;
  private final Tools tools;
  private final ToolFiles files;

  ToolsStoreTest(Database database) throws IOException {
    this.database = database;
    Ids ids = new Ids();
    this.audit = new AuditTrail(database, clock, ids);
    this.tools = tools(ids);
    this.files = ToolFiles.of(MessagesTest.base());
  }

  @Test
  void keepsWhatWasAdded() {
    String id = tools.add(CLEO, files, "dental/denial-appeal");

    ToolVersion version = tools.newest(BEN, id);
    assertThat(version.number()).isEqualTo(1);
    assertThat(version.tool().name()).isEqualTo("Appeal");
    assertThat(version.sha256()).isEqualTo(files.sha256());
    assertThat(version.files()).isEqualTo(files);
    assertThat(tools.version(BEN, id, 1)).isEqualTo(version);
    assertThat(tools.list(BEN))
        .containsExactly(
            new ToolRow(
                id,
                "Appeal",
                "Answers a denial.",
                "dental",
                "dental/denial-appeal",
                1,
                Instant.parse("2026-11-24T08:00:00Z"),
                "cleo",
                Optional.empty()));
  }

  @Test
  void readsItAgainAfterARestart() {
    String id = tools.add(ADA, files, "dental/denial-appeal");

    ToolVersion version = tools(new Ids()).newest(ADA, id);

    assertThat(version.examples()).hasSize(1);
    assertThat(version.house().neverSay())
        .extracting(Written::text)
        .containsExactly("we guarantee");
    assertThat(version.definition().knowledge())
        .containsEntry("style", "# Style\n\nShort sentences.\n");
    assertThat(version.files().bytes()).isEqualTo(files.bytes());
  }

  @Test
  void keepsEqualFilesOnce() {
    String first = tools.add(ADA, files, "dental/denial-appeal");
    String second = tools.add(ADA, files, "dental/denial-appeal");

    assertThat(first).isNotEqualTo(second);
    assertThat(tools.newest(ADA, first).definition())
        .isSameAs(tools.newest(ADA, second).definition());
  }

  @Test
  void refusesFilesWithAFault() {
    ToolFiles faulty = files.with("tool.yaml", "name: x".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> tools.add(ADA, faulty, "dental/denial-appeal"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.faults()).isNotEmpty());
    assertThat(tools.list(ADA)).isEmpty();
  }

  @Test
  void letsNobodyAddWhoMayOnlyRun() {
    assertThatThrownBy(() -> tools.add(BEN, files, "dental/denial-appeal"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
  }

  @Test
  void doesNotKnowWhatIsNotThere() {
    String id = tools.add(ADA, files, "dental/denial-appeal");

    assertThatThrownBy(() -> tools.newest(ADA, "other")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> tools.version(ADA, id, 2))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  @Test
  void aRunnerKnowsTheToolsOfTheOwnClientOrThoseOfNone() {
    String mine = tools.add(ADA, files, "dental/denial-appeal");
    String houses = tools.add(ADA, files, "dental/denial-appeal");
    tools.assign(ADA, mine, Optional.of(NORTH));

    assertThat(tools.list(of("north"))).extracting(ToolRow::id).containsExactly(mine);
    assertThat(tools.list(of("east"))).isEmpty();
    assertThat(tools.list(BEN)).extracting(ToolRow::id).containsExactly(houses);
    Actor doctor = new Actor("kim", "Kim", Role.RUNNER, Set.of("dental/doctor"), Optional.empty());
    assertThat(tools.list(doctor)).hasSize(2);
    assertThat(tools.list(ADA)).hasSize(2);
    assertThat(tools.newest(of("north"), mine).number()).isEqualTo(1);
    for (Actor stranger : List.of(of("east"), of(""))) {
      assertNotFound(() -> tools.row(stranger, mine));
      assertNotFound(() -> tools.version(stranger, mine, 1));
      assertNotFound(() -> tools.newest(stranger, mine));
    }
    assertNotFound(() -> tools.version(of("north"), houses, 1));
    assertThat(database.<Optional<String>>read(handle -> tools.clientOf(handle, mine)))
        .contains("north");
    assertThat(database.<Optional<String>>read(handle -> tools.clientOf(handle, "none"))).isEmpty();

    tools.assign(ADA, mine, Optional.empty());
    assertNotFound(() -> tools.row(of("north"), mine));
  }

  @Test
  void onlyAnOwnerGivesAToolToAClientThatIsOpen() {
    String id = tools.add(ADA, files, "dental/denial-appeal");
    Client closed = new Client("c", "Gone", Instant.EPOCH, Optional.of(Instant.EPOCH));
    assertThatThrownBy(() -> tools.assign(CLEO, id, Optional.of(NORTH)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
    assertThatThrownBy(() -> tools.assign(ADA, id, Optional.of(closed)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
    assertNotFound(() -> tools.assign(ADA, "none", Optional.of(NORTH)));
    tools.assign(ADA, id, Optional.of(NORTH));
    assertThat(audit.newest(ADA, 1))
        .extracting(AuditEntry::what)
        .containsExactly("gave a tool to the client North");
  }

  private static Actor of(String client) {
    return new Actor("dan", "Dan", Role.RUNNER, Set.of(), Optional.of(client));
  }

  private static void assertNotFound(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  @Test
  void leavesATrail() {
    String id = tools.add(ADA, files, "dental/denial-appeal");

    assertThat(audit.newest(ADA, 10))
        .extracting(AuditEntry::personId, AuditEntry::what, AuditEntry::on)
        .containsExactly(tuple("ada", "added a tool from dental/denial-appeal", id));
  }

  @Test
  void givesTheSameHashWhateverTheOrder() throws IOException {
    Map<String, byte[]> reversed = new TreeMap<>(Comparator.reverseOrder());
    reversed.putAll(MessagesTest.base());

    assertThat(ToolFiles.of(reversed).sha256()).isEqualTo(files.sha256());
    assertThat(ToolFiles.parse(files.bytes())).isEqualTo(files);
    assertThat(files.with("prompts/letter.md", new byte[0]).sha256()).isNotEqualTo(files.sha256());
  }

  private Tools tools(Ids ids) {
    return new Tools(database, audit, new ToolReader(DocumentReader.TEXT_ONLY), clock, ids);
  }
}
