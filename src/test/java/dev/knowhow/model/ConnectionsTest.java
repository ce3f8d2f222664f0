package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.TestModels;
import dev.knowhow.value.Tier;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class ConnectionsTest {
  private final TestModels parts;
  private final Connections connections;

  ConnectionsTest(Database database) {
    parts = new TestModels(database, FakeProvider.start());
    connections = parts.connections;
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private static NewConnection local(String url, String key) {
    return new NewConnection(
        "Mine",
        ConnectionKind.OPENAI_COMPATIBLE,
        url,
        AnthropicVersion.V2026_10_21,
        key,
        Optional.of(new NewConnection.OwnModel("llama", Money.ZERO, Money.ZERO)));
  }

  @Test
  void letsEveryTierMeanAUsualModelOfTheFirstConnection() {
    Connection connection = connections.add(Cast.ADA, NewConnection.anthropic(TestModels.KEY));
    assertThat(connections.list()).containsExactly(connection);
    assertThat(connection.name()).isEqualTo("Anthropic");
    assertThat(connection.at()).hasToString("https://api.anthropic.com");
    assertThat(connections.tiers())
        .isEqualTo(
            Map.of(
                Tier.ECONOMY, new TierModel(connection.id(), "claude-haiku-4-5"),
                Tier.STANDARD, new TierModel(connection.id(), "claude-sonnet-5"),
                Tier.BEST, new TierModel(connection.id(), "claude-opus-5-5")));
    for (Tier tier : Tier.values()) {
      assertThat(parts.models.choose(tier)).isPresent();
    }
  }

  @Test
  void leavesTheTiersAloneWhenAnotherConnectionIsAdded() {
    connections.add(Cast.ADA, NewConnection.anthropic(TestModels.KEY));
    Map<Tier, TierModel> before = connections.tiers();
    Connection second = connections.add(Cast.ADA, NewConnection.openAi(TestModels.KEY));
    assertThat(connections.tiers()).isEqualTo(before);
    connections.setTier(Cast.ADA, Tier.ECONOMY, second.id(), " gpt-5.6-luna ");
    assertThat(connections.tiers().get(Tier.ECONOMY))
        .isEqualTo(new TierModel(second.id(), "gpt-5.6-luna"));
  }

  @Test
  void takesAModelOfOnesOwnAtAPriceOfNothingWhenThatIsSaid() {
    connections.add(Cast.ADA, local(parts.fake.openAiUrl(), ""));
    Chosen chosen = parts.models.choose(Tier.BEST).orElseThrow();
    assertThat(chosen.model().model()).isEqualTo("llama");
    assertThat(chosen.price().rates().free()).isTrue();
    assertThat(parts.models.ask(Prompts.call(), Recorder.NOTHING, _ -> {}))
        .isInstanceOfSatisfying(
            Answer.Answered.class, answered -> assertThat(answered.cost()).isEqualTo(Money.ZERO));
    assertThat(parts.fake.asked().getFirst().header("authorization")).isEmpty();
  }

  @Test
  void refusesAModelWithoutAPrice() {
    Connection connection = connections.add(Cast.ADA, NewConnection.anthropic(TestModels.KEY));
    assertThatThrownBy(() -> connections.setTier(Cast.ADA, Tier.BEST, connection.id(), "claude-99"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_MODEL);
              assertThat(problem.hint()).contains("Settings, Models");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "http://192.168.1.5:11434/v1, KNOWHOW_LOCAL_MODELS=192.168.1.5:11434",
    "http://api.example.com/v1, https",
    "http://0x7f000001:11434/v1, base address",
    "nonsense, base address",
  })
  void refusesAnAddressThatMayNotBeCalled(String url, String hint) {
    assertThatThrownBy(() -> connections.add(Cast.ADA, local(url, "")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.hint()).contains(hint));
    assertThat(connections.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "'   '", "'sk-a b'", "'sk-\u00e9'", "'sk-a\nHost: x'"})
  void refusesAKeyThatCanNotBeOne(String key) {
    assertThatThrownBy(() -> connections.add(Cast.ADA, NewConnection.anthropic(key)))
        .isInstanceOf(Problem.class);
    assertThat(connections.list()).isEmpty();
  }

  @Test
  void sealsAKeyForItsHostOnly() {
    Connection connection =
        connections.add(Cast.ADA, NewConnection.anthropic(" " + TestModels.KEY + "\n"));
    assertThat(connections.key(connection)).hasValue(TestModels.KEY);
    Connection elsewhere =
        new Connection(
            connection.id(),
            connection.name(),
            connection.kind(),
            dev.knowhow.net.Destination.of("https://evil.example"),
            connection.version(),
            true);
    assertThat(connections.key(elsewhere)).isEmpty();
  }

  @Test
  void changesAKeyAndForgetsItWithItsConnection() {
    Connection connection = connections.add(Cast.ADA, NewConnection.anthropic(TestModels.KEY));
    connections.changeKey(Cast.ADA, connection.id(), "sk-another-one");
    assertThat(connections.key(connection)).hasValue("sk-another-one");
    connections.remove(Cast.ADA, connection.id());
    assertThat(connections.list()).isEmpty();
    assertThat(connections.tiers()).isEmpty();
    assertThat(parts.secrets.list()).isEmpty();
    assertThatThrownBy(() -> connections.get(connection.id())).isInstanceOf(Problem.class);
  }

  @Test
  void isTheOwnersOnly() {
    Connection connection = connections.add(Cast.ADA, NewConnection.anthropic(TestModels.KEY));
    assertThatThrownBy(() -> connections.add(Cast.CLEO, NewConnection.openAi("k")))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> connections.changeKey(Cast.BEN, connection.id(), "k"))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> connections.remove(Cast.BEN, connection.id()))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> connections.setTier(Cast.CLEO, Tier.BEST, connection.id(), "claude-opus-5"))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> parts.models.test(Cast.CLEO, connection.id()))
        .isInstanceOf(Problem.class);
  }

  @Test
  void offersTheModelsOfAConnectionThatAnswerInText() {
    Connection openAi = connections.add(Cast.ADA, NewConnection.openAi(TestModels.KEY));
    assertThat(connections.priced(openAi))
        .extracting(price -> price.model().model())
        .contains("gpt-5.6-luna", "gpt-6-sol")
        .doesNotContain("text-embedding-3-small", "claude-opus-5");
  }
}
