package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.ledger.Outcome;
import dev.knowhow.model.Answer.Answered;
import dev.knowhow.price.Money;
import dev.knowhow.testing.TestModels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every provider, real or fake, in both protocols.
abstract class ProviderContract {

  /// The way to the provider, with a connection of this kind.
  abstract TestModels connected(ConnectionKind kind);

  /// What the provider answers to a prompt about a tooth.
  abstract String answer();

  @ParameterizedTest
  @EnumSource
  void answersAndIsCharged(ConnectionKind kind) {
    TestModels parts = connected(kind);
    Answer answer = parts.models.ask(Prompts.call(), Recorder.NOTHING, _ -> {});
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answered.class,
            answered -> {
              assertThat(answered.text()).isEqualTo(answer());
              assertThat(answered.ending()).isEqualTo(Ending.DONE);
              assertThat(answered.cost()).isGreaterThan(Money.ZERO);
              assertThat(answered.usage().input()).isPositive();
              assertThat(answered.usage().output()).isPositive();
            });
    assertThat(parts.ledger.chargesOf("run-1"))
        .singleElement()
        .satisfies(charge -> assertThat(charge.outcome()).isEqualTo(Outcome.ANSWERED));
    assertThat(parts.ledger.open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void streamsItsText(ConnectionKind kind) {
    List<String> partials = new ArrayList<>();
    connected(kind).models.ask(Prompts.call(), Recorder.NOTHING, partials::add);
    assertThat(partials).hasSizeGreaterThan(1);
    assertThat(partials).last().isEqualTo(answer());
    assertThat(partials).allSatisfy(partial -> assertThat(answer()).startsWith(partial));
  }

  @ParameterizedTest
  @EnumSource
  void takesAShape(ConnectionKind kind) {
    ModelCall call = Prompts.call(Prompts.prompt(java.util.Optional.of(Prompts.SHAPE)));
    assertThat(connected(kind).models.ask(call, Recorder.NOTHING, _ -> {}))
        .isInstanceOf(Answered.class);
  }
}
