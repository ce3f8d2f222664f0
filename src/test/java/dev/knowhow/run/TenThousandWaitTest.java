package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand runs that wait for a person cost rows on the disk and nothing else.
class TenThousandWaitTest {
  private static final int MANY = 10_000;
  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path data;

  @Test
  void holdNoThreadAndNoMemoryAndSlowNothingDown() throws Exception {
    try (FakeProvider provider = FakeProvider.start()) {
      provider.when("Answer this letter", Scripted.says("Thank you for your letter."));
      provider.when("Say in five words", Scripted.says("A letter of thanks."));
      Actor ada;
      String run;
      try (TestHouse house = TestHouse.at(data, provider)) {
        ada = house.owner();
        house.connect(ada);
        String tool = house.addTool(ada, "reviewed");
        run = house.rooms().runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
        house.restedAs(ada, run, RunState.WAITING);
      }
      int threadsWithOne = threadsOfAServer(provider);
      multiply(run);

      Instant before = Instant.now();
      try (TestHouse house = TestHouse.at(data, provider)) {
        house.rooms().runs().takeUp(true);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        long heapBefore = heapAfterCollecting();

        Instant asked = Instant.now();
        assertThat(house.rooms().runs().waitingFor(ada)).isEqualTo(MANY + 1);
        assertThat(house.rooms().runs().inbox(ada)).hasSize(200);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(heapAfterCollecting() - heapBefore).isLessThan(16 * MEGABYTE);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
            .isLessThanOrEqualTo(threadsWithOne + 4);

        String one = run + "x7777";
        house.rooms().runs().decide(ada, one + "-2", approve());
        assertThat(house.restedAs(ada, one, RunState.RESULT).problem()).isEmpty();
        assertThat(house.rooms().runs().waitingFor(ada)).isEqualTo(MANY);
      }
    }
  }

  private int threadsOfAServer(FakeProvider provider) {
    try (TestHouse house = TestHouse.at(data, provider)) {
      house.rooms().runs().takeUp(true);
      return ManagementFactory.getThreadMXBean().getThreadCount();
    }
  }

  private static long heapAfterCollecting() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// Copies a run with its journal and its review, under ids of their own.
  private void multiply(String run) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("knowhow.db"));
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      copy(statement, "run", run, Map.of("id", "id || 'x' || i"), "id");
      copy(statement, "journal", run, Map.of("run_id", "run_id || 'x' || i"), "run_id");
      copy(
          statement,
          "reviews",
          run,
          Map.of("id", "run_id || 'x' || i || '-2'", "run_id", "run_id || 'x' || i"),
          "run_id");
      connection.commit();
    }
  }

  private static void copy(
      Statement statement, String table, String run, Map<String, String> changed, String key)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (rows.next()) {
        columns.add(rows.getString("name"));
      }
    }
    List<String> values = columns.stream().map(c -> changed.getOrDefault(c, c)).toList();
    statement.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + MANY
            + ") INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") SELECT "
            + String.join(", ", values)
            + " FROM "
            + table
            + ", n WHERE "
            + key
            + " = '"
            + run
            + "'");
  }

  private static Decision approve() {
    return new Decision.Approve(
        Value.text("Thank you for your letter."),
        Map.of("send_by", "2026-02-04", "urgent", "no"),
        "");
  }

  private static Value.Fields inputs() {
    return Value.fields(
        Map.of("letter", Value.text("January 5, 2026. We deny this because of frequency.")));
  }
}
