package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Client;
import dev.knowhow.ledger.ReserveRequest;
import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import dev.knowhow.tool.DocumentReader;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.tool.Tools;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class ClientOfRunStoreTest {
  private static final Client NORTH = new Client("north", "North", Instant.EPOCH, Optional.empty());

  private final Database database;
  private final Tools tools;
  private String norths = "";
  private String houses = "";

  ClientOfRunStoreTest(Database database) {
    this.database = database;
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    Ids ids = new Ids();
    ToolReader reader = new ToolReader(DocumentReader.TEXT_ONLY);
    tools = new Tools(database, new AuditTrail(database, clock, ids), reader, clock, ids);
  }

  @BeforeEach
  void addTools() {
    Path folder = Path.of("src/test/resources/dev/knowhow/tools/two-asks");
    norths = tools.add(Cast.ADA, ToolFolder.read(folder), "test/two-asks");
    houses = tools.add(Cast.ADA, ToolFolder.read(folder), "test/two-asks");
    tools.assign(Cast.ADA, norths, Optional.of(NORTH));
  }

  @Test
  void theClientOfAToolPaysForItsRuns() {
    assertThat(payer("run-1", "run-1", norths)).contains("north");
    assertThat(payer("run-1", "run-1", houses)).isEmpty();
    assertThat(payer("test", "test", "")).isEmpty();
  }

  @Test
  void whoeverStartedTheFirstToolPaysForAllThatItUses() {
    startRun("run-1", norths);
    startRun("run-2", houses);
    assertThat(payer("run-3", "run-1", houses)).contains("north");
    assertThat(payer("run-4", "run-2", norths)).isEmpty();
  }

  private Optional<String> payer(String run, String root, String tool) {
    ReserveRequest call =
        new ReserveRequest(
            run, root, "read", 1, tool, 1, "ada", new ModelRef("p", "m"), Money.cents(1));
    return database.read(handle -> new ClientOfRun(tools).client(handle, call));
  }

  private void startRun(String id, String tool) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO run (id, tool_id, version, person_id, state, inputs, seed, program,
                  started_at, answers, lease_until)
                VALUES (:id, :tool, 1, 'ada', 'RUNNING', '{}', 1, '', 0, 0, 0)
                """)
            .bind("id", id)
            .bind("tool", tool)
            .execute());
  }
}
