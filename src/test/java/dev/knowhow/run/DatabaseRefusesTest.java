package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that takes nothing for a while costs time, not runs.
class DatabaseRefusesTest {
  @TempDir private Path data;

  @Test
  void aRunThatCouldNotBeWrittenIsTakenUpAgainWithoutARestart() throws Exception {
    try (FakeProvider provider = FakeProvider.start();
        TestHouse house = TestHouse.at(data, provider)) {
      provider.when(
          "Copy it word for word",
          Scripted.says("{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}"));
      provider.when("in one sentence", new Scripted.Held(Scripted.says("Thank you.")));
      house.rooms().runs().takeUp(true);
      Actor ada = house.owner();
      house.connect(ada);
      String tool = house.addTool(ada, "two-asks");
      execute(
          "CREATE TRIGGER refuses BEFORE UPDATE OF state ON run"
              + " BEGIN SELECT RAISE(ABORT, 'not now'); END");
      String run =
          house.rooms().runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
      CountDownLatch dropped = new CountDownLatch(1);
      try (AutoCloseable _ =
          house
              .rooms()
              .runs()
              .listen(
                  run,
                  event -> {
                    if (event instanceof RunEvent.Rested) {
                      dropped.countDown();
                    }
                  })) {
        provider.release();
        dropped.await();
      }
      execute("DROP TRIGGER refuses");

      RunView view = house.rested(ada, run);

      assertThat(view.state()).isEqualTo(RunState.RESULT);
      assertThat(provider.calls()).as("each answer bought once").isEqualTo(2);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("knowhow.db"));
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute(sql);
    }
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }
}
