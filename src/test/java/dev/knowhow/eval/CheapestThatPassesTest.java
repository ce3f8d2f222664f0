package dev.knowhow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.Connection;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.price.Money;
import dev.knowhow.testing.Asked;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.tool.Edit;
import dev.knowhow.value.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three scripted models of known pass rates: the small one passes four of six examples, the middle
/// and the large one all.
class CheapestThatPassesTest {
  private static final int EXAMPLES = 6;
  private static final int SMALL_KNOWS = 4;

  @TempDir private Path data;
  private FakeProvider provider;
  private TestHouse house;
  private Actor owner;
  private String tool;

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    house = TestHouse.at(data, provider);
    owner = house.owner();
    tool = house.rooms().tools().add(owner, TrialTools.words(EXAMPLES), "test/words");
    connect("small", Tier.ECONOMY, 1);
    connect("middle", Tier.STANDARD, 3);
    connect("large", Tier.BEST, 15);
    provider.answers(new Scripted.Told(CheapestThatPassesTest::answer));
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void recommendsTheMiddleOneAndItIsAdoptedAsOneChangeOfTheDraft() throws Exception {
    List<TrialColumn> columns =
        house.rooms().trials().tierColumns(owner, tool, 1, Optional.empty());
    assertThat(columns)
        .extracting(TrialColumn::label)
        .containsExactly("Economy (small)", "Standard (middle)", "Best (large)");
    TrialView view = done(columns, Money.dollars(1));
    assertThat(view.columns()).extracting(TrialView.ColumnView::passed).containsExactly(4, 6, 6);
    assertThat(view.columns().get(2).models()).containsExactly("large");

    Cheapest cheapest = Cheapest.of(view, 1);
    assertThat(cheapest.recommended()).hasValue(1);
    assertThat(cheapest.frontier()).containsExactly(0, 1);
    assertThat(cheapest.words())
        .startsWith("Standard (middle) is the cheapest that passes: 6 of 6 examples, about ")
        .contains("Six examples are few");
    assertThat(Cheapest.of(view, 0.6).recommended()).hasValue(0);

    Edit edit =
        TierChange.edit(
            house.rooms().tools().version(owner, tool, 1).files(), columns.getFirst().tiers());
    assertThat(edit)
        .isInstanceOfSatisfying(
            Edit.Together.class,
            together ->
                assertThat(together.edits().getFirst().where())
                    .isEqualTo("tool.yaml#steps/1/tier"));
  }

  @Test
  void whatTheCapCutsShortIsNotRecommendedAndTheCapIsKept() throws Exception {
    List<TrialColumn> columns =
        house.rooms().trials().tierColumns(owner, tool, 1, Optional.of("found"));
    Money cap =
        done(columns.subList(0, 2), Money.dollars(1)).spent().plus(Money.ofDollars("0.002"));
    TrialView view = done(columns, cap);
    assertThat(view.spent()).isLessThanOrEqualTo(cap);
    assertThat(view.columns().get(2).notTried()).isEqualTo(EXAMPLES);
    Cheapest cheapest = Cheapest.of(view, 1);
    assertThat(cheapest.words()).contains("can't be recommended");
    cheapest
        .recommended()
        .ifPresent(number -> assertThat(cheapest.contenders().get(number).whole()).isTrue());
  }

  private static String answer(Asked asked) {
    boolean knows = !asked.model().equals("small") || TrialTools.number(asked) <= SMALL_KNOWS;
    return knows ? TrialTools.rightAnswer(asked) : "{\"word\":\"no idea\"}";
  }

  private TrialView done(List<TrialColumn> columns, Money cap) throws Exception {
    String id =
        house
            .rooms()
            .trials()
            .start(
                owner,
                new NewTrial(
                    tool,
                    "the cheapest that passes",
                    1,
                    new NewTrial.Which.All(),
                    columns,
                    Optional.of(cap)));
    return TrialTools.awaited(house, owner, id, view -> view.state() == TrialState.DONE);
  }

  private void connect(String model, Tier tier, long dollars) {
    Connection connection =
        house
            .rooms()
            .connections()
            .add(
                owner,
                new NewConnection(
                    model,
                    ConnectionKind.OPENAI_COMPATIBLE,
                    provider.openAiUrl(),
                    AnthropicVersion.V2026_10_21,
                    "sk-fake",
                    Optional.of(
                        new NewConnection.OwnModel(
                            model, Money.dollars(dollars), Money.dollars(5 * dollars)))));
    house.rooms().connections().setTier(owner, tier, connection.id(), model);
  }
}
