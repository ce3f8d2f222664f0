package dev.knowhow.model;

import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestDatabase;
import dev.knowhow.testing.TestModels;
import org.junit.jupiter.api.AfterEach;

/// Our own fake holds the contract.
class FakeProviderContractTest extends ProviderContract {
  private final TestModels parts =
      new TestModels(
          TestDatabase.SQLITE.fresh(), FakeProvider.start().answers(Scripted.says(answer())));

  @AfterEach
  void close() {
    parts.close();
    parts.database.close();
  }

  @Override
  TestModels connected(ConnectionKind kind) {
    switch (kind) {
      case ANTHROPIC -> parts.connectAnthropic();
      case OPENAI_COMPATIBLE -> parts.connectOpenAi();
    }
    return parts;
  }

  @Override
  String answer() {
    return "Dear payer, this is about tooth 30.";
  }
}
