package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class AuditTrailStoreTest {
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Database database;
  private final AuditTrail trail;

  AuditTrailStoreTest(Database database) {
    this.database = database;
    this.trail = new AuditTrail(database, clock, new Ids());
  }

  private void write(Actor actor, AuditKind kind, String what, String on) {
    clock.pass(Duration.ofSeconds(1));
    database.write(handle -> {
      trail.record(handle, actor, kind, what, on);
      return true;
    });
  }

  @Test
  void fiftyLinesAreAPageTheNewestFirst() {
    for (int i = 1; i <= 101; i++) {
      write(Cast.ADA, AuditKind.TOOLS, "line " + i, "tool");
    }
    AuditPage first = trail.page(Cast.ADA, AuditFilter.ALL, 1);
    assertThat(first.entries()).hasSize(50);
    assertThat(first.entries().getFirst().what()).isEqualTo("line 101");
    assertThat(List.of(first.number(), first.of(), first.all())).isEqualTo(List.of(1, 3, 101L));
    AuditPage last = trail.page(Cast.ADA, AuditFilter.ALL, 999);
    assertThat(last.number()).isEqualTo(3);
    assertThat(last.entries()).extracting(AuditEntry::what).containsExactly("line 1");
    assertThat(trail.page(Cast.ADA, AuditFilter.ALL, -5)).isEqualTo(first);
  }

  @Test
  void aPersonsLinesAreWhatThePersonDidAndWhatWasDoneToThePerson() {
    write(Cast.ADA, AuditKind.PEOPLE, "suspended Ben", Cast.BEN.personId());
    write(Cast.BEN, AuditKind.TOOLS, "added a tool", "tool");
    write(Cast.ADA, AuditKind.TOOLS, "added another tool", "tool-2");
    AuditFilter bens = new AuditFilter(Optional.of(Cast.BEN.personId()), Optional.empty());
    assertThat(trail.page(Cast.ADA, bens, 1).entries())
        .extracting(AuditEntry::what)
        .containsExactly("added a tool", "suspended Ben");
    AuditFilter bensTools =
        new AuditFilter(Optional.of(Cast.BEN.personId()), Optional.of(AuditKind.TOOLS));
    assertThat(trail.page(Cast.ADA, bensTools, 1).entries())
        .extracting(AuditEntry::what)
        .containsExactly("added a tool");
  }

  @Test
  void nothingIsOnePageWithoutLines() {
    AuditPage nothing = trail.page(Cast.ADA, AuditFilter.ALL, 7);
    assertThat(nothing).isEqualTo(new AuditPage(List.of(), 1, 1, 0));
  }

  @Test
  void allLinesAreToldOnceTheOldestFirst() {
    List<String> written = new ArrayList<>();
    database.write(handle -> {
      for (int i = 0; i < 2_001; i++) {
        clock.pass(Duration.ofMillis(1));
        trail.record(handle, Cast.ADA, AuditKind.MONEY, "line " + i, "budget");
        written.add("line " + i);
      }
      return true;
    });
    List<String> told = new ArrayList<>();
    trail.each(Cast.ADA, AuditFilter.ALL, entry -> told.add(entry.what()));
    assertThat(told).isEqualTo(written);
  }

  @Test
  void everyoneWhoDidSomethingHasTheLatestName() {
    write(Cast.ADA, AuditKind.TOOLS, "added a tool", "tool");
    write(new Actor(Cast.ADA.personId(), "Ada B.", Role.OWNER), AuditKind.TOOLS, "x", "tool");
    assertThat(trail.people(Cast.ADA)).containsOnlyKeys(Cast.ADA.personId());
    assertThat(trail.people(Cast.ADA)).containsValue("Ada B.");
  }

  @Test
  void onlyAnOwnerReadsIt() {
    for (Runnable read :
        List.<Runnable>of(
            () -> trail.page(Cast.BEN, AuditFilter.ALL, 1),
            () -> trail.each(Cast.BEN, AuditFilter.ALL, _ -> {}),
            () -> trail.people(Cast.BEN))) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(read::run)
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
    }
  }
}
