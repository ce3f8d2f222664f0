package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.model.Answer.Answered;
import dev.knowhow.store.Database;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestModels;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class StructuredAnswersTest {
  private final FakeProvider fake = FakeProvider.start();
  private final TestModels parts;

  StructuredAnswersTest(Database database) {
    parts = new TestModels(database, fake);
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private Answer ask() {
    ModelCall call = Prompts.call(Prompts.prompt(Optional.of(Prompts.SHAPE)));
    return parts.models.ask(call, Recorder.NOTHING, _ -> {});
  }

  @Test
  void asksWithoutTheShapeFromThenOnWhenAServerDoesNotTakeIt() {
    fake.answers(
        Scripted.status(400, "{\"error\":{\"message\":\"unknown field: response_format\"}}"),
        Scripted.says("{\"tooth\":null,\"lines\":[]}"));
    parts.connectOpenAi();
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(fake.asked())
        .extracting(asked -> asked.json().has("response_format"))
        .containsExactly(true, false, false);
    assertThat(parts.ledger.chargesOf("run-1")).hasSize(2);
  }

  @Test
  void takesAFenceOffAnAnswer() {
    fake.answers(Scripted.says("```json\n{\"tooth\": \"30\"}\n```\n"));
    parts.connectOpenAi();
    assertThat(((Answered) ask()).bare()).isEqualTo("{\"tooth\": \"30\"}");
  }
}
