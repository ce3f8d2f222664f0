package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.knowhow.account.AuditEntry;
import dev.knowhow.model.Answer.Answered;
import dev.knowhow.model.Answer.Refused;
import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Asked;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A key leaves in one header and is found nowhere else.
class SecretsStayInsideTest {
  private static final List<Scripted> CONDUCT =
      List.of(
          Scripted.says("Dear payer,"),
          Scripted.status(401, "{\"error\":{\"message\":\"no such key: " + TestModels.KEY + "\"}}"),
          Scripted.status(400, "your header was " + TestModels.KEY),
          new Scripted.Status(307, Map.of("Location", "http://localhost:1/"), ""),
          Scripted.tooMany(100_000),
          new Scripted.Garbage(),
          new Scripted.HalfStream("Dear"),
          new Scripted.FailsMidway("Dear", "lost " + TestModels.KEY),
          new Scripted.Dropped());

  @TempDir private Path folder;

  @Test
  void aKeyIsInNoLogNoProblemNoRowAndNoPreview() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    StringBuilder seen = new StringBuilder();
    Path file = folder.resolve("knowhow.db");
    try (Database database = Database.open(file.toString(), BackupBeforeUpgrade.none());
        TestModels parts = new TestModels(database, FakeProvider.start())) {
      for (Connection connection : List.of(parts.connectAnthropic(), parts.connectOpenAi())) {
        for (dev.knowhow.value.Tier tier : dev.knowhow.value.Tier.values()) {
          parts.connections.setTier(Cast.ADA, tier, connection.id(), TestModels.MODEL);
        }
        seen.append(connection).append(parts.models.preview(Prompts.call()).bodyText());
        for (Scripted conduct : CONDUCT) {
          parts.fake.answers(conduct);
          parts.models.test(Cast.ADA, connection.id());
          seen.append(shown(parts.models.ask(Prompts.call(), Recorder.NOTHING, seen::append)));
        }
      }
      for (AuditEntry entry : parts.audit.newest(Cast.ADA, 100)) {
        seen.append(entry);
      }
      seen.append(parts.ledger.chargesOf("run-1"));
      assertThat(parts.fake.asked())
          .isNotEmpty()
          .allSatisfy(SecretsStayInsideTest::hasTheKeyInOneHeaderOnly);
    } finally {
      root.detachAppender(log);
    }
    log.list.forEach(event -> seen.append(event.getFormattedMessage()).append(event));
    assertThat(seen.toString()).contains("Dear payer").doesNotContain(TestModels.KEY);
    for (Path kept : filesIn(folder)) {
      assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1))
          .as(kept.toString())
          .doesNotContain(TestModels.KEY);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void hasTheKeyInOneHeaderOnly(Asked asked) {
    assertThat(new String(asked.body(), StandardCharsets.UTF_8)).doesNotContain(TestModels.KEY);
    assertThat(asked.headers().values().stream().filter(v -> v.contains(TestModels.KEY)))
        .hasSize(1);
  }

  private static String shown(Answer answer) {
    return switch (answer) {
      case Answered answered -> answered.toString();
      case Refused(var problem, _) -> {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        yield trace.toString();
      }
    };
  }
}
