package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.account.Actor;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is executed again from its journal: as it was, from a call on, or with a change.
class ReplaysTest {
  private static final String FIRST = "Copy it word for word";
  private static final String SECOND = "in one sentence";

  @TempDir private Path data;
  private FakeProvider provider;
  private TestHouse house;
  private Actor ada;
  private String run;

  @BeforeEach
  void open() throws Exception {
    provider = FakeProvider.start();
    house = TestHouse.at(data, provider);
    ada = house.owner();
    String tool = house.addTool(ada, "two-asks");
    house.connect(ada);
    provider.when(
        FIRST, Scripted.says("{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}"));
    provider.when(
        SECOND, Scripted.says("Thank you for your letter."), Scripted.says("Thank you again."));
    provider.when("in two sentences", Scripted.says("Thank you. Thank you."));
    run = runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
    house.restedAs(ada, run, RunState.RESULT);
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void comesToTheSameBytesWithoutANetworkAndForNothing() {
    provider.close();
    assertThat(runs().replay(ada, run))
        .isInstanceOfSatisfying(
            Replayed.Same.class, same -> assertThat(same.answers()).isEqualTo(3));
    assertThat(house.rooms().ledger().chargesOf(run)).hasSize(2);
  }

  @Test
  void namesTheFirstPlaceThatDiffers() throws Exception {
    execute("UPDATE run SET outcome = replace(outcome, 'for your letter', 'for nothing')");
    assertThat(runs().replay(ada, run))
        .isInstanceOfSatisfying(
            Replayed.Differs.class,
            differs -> {
              assertThat(differs.where()).isEqualTo("results/answer");
              assertThat(differs.was()).contains("for nothing");
              assertThat(differs.now()).contains("for your letter");
            });
  }

  @Test
  void saysWhichEntryOfTheJournalWasEdited() throws Exception {
    execute("UPDATE journal SET answer = replace(answer, 'your letter', 'nothing')");
    assertThat(broken()).contains("Call 3 of the journal was changed");
    assertThatThrownBy(() -> runs().again(ada, run, 3))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("was changed");
  }

  @Test
  void saysWhereTheJournalWasCut() throws Exception {
    execute("DELETE FROM journal WHERE number = 3");
    assertThat(broken()).contains("The journal has 2 answers, and 3 were written.");
    execute("DELETE FROM journal WHERE number = 1");
    assertThat(broken()).contains("Call 1 is missing");
  }

  @Test
  void refusesAJournalOfANewerKnowhow() {
    Database database = house.rooms().database();
    byte[] newer =
        database.read(handle -> {
          String program = new RunStore().find(handle, run).orElseThrow().program();
          return new String(database.blobs().get(handle, program), StandardCharsets.UTF_8)
              .replaceFirst("\"prelude\":\"\\d+\"", "\"prelude\":\"999\"")
              .getBytes(StandardCharsets.UTF_8);
        });
    database.write(handle ->
        handle.execute("UPDATE run SET program = ?", database.blobs().put(handle, newer)));
    assertThat(broken()).contains("newer Knowhow");
  }

  @Test
  void triesAgainFromACallAndKeepsWhatWasPaidForBefore() throws Exception {
    int answer = step(runs().view(ada, run), "answer").firstCall();
    String again = runs().again(ada, run, answer);

    RunView view = house.restedAs(ada, again, RunState.RESULT);

    assertThat(results(view)).containsEntry("answer", Value.text("Thank you again."));
    assertThat(timesAsked(FIRST)).isEqualTo(1);
    assertThat(step(view, "found").kept()).isTrue();
    assertThat(step(view, "answer").kept()).isFalse();
    assertThat(view.from().orElseThrow().runId()).isEqualTo(run);
    Money second = house.rooms().ledger().chargesOf(run).getLast().cost();
    assertThat(view.cost()).isLessThanOrEqualTo(second.plus(second)).isNotEqualTo(Money.ZERO);
    assertThat(house.rooms().ledger().chargesOf(again)).hasSize(1);
    assertThat(runs().replay(ada, again)).isInstanceOf(Replayed.Same.class);
  }

  @Test
  void tellsWhatAnotherPromptChanges() throws Exception {
    Changes changes =
        new Changes(
            Map.of(),
            Map.of("answer", "Answer {{found.reason}} in two sentences that say \"Thank you\"."));
    assertThat(runs().priceOf(ada, run, changes)).isPresent();
    String made = runs().replayWith(ada, run, changes);
    house.restedAs(ada, made, RunState.RESULT);

    Compared compared = runs().compare(ada, made);

    assertThat(compared.sameResults()).isFalse();
    assertThat(compared.results())
        .filteredOn(part -> !part.same())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.name()).isEqualTo("answer");
          assertThat(part.was()).contains("Thank you for your letter.");
          assertThat(part.now()).contains("Thank you. Thank you.");
        });
    assertThat(compared.steps())
        .filteredOn(Compared.Part::kept)
        .extracting(Compared.Part::name)
        .contains("found");
    assertThat(compared.cost()).isLessThan(compared.fromCost());
    assertThat(runs().replay(ada, made)).isInstanceOf(Replayed.Same.class);
  }

  @Test
  void asksAnotherTierForOneStepOnly() throws Exception {
    String made = runs().replayWith(ada, run, new Changes(Map.of("answer", Tier.BEST), Map.of()));
    RunView view = house.restedAs(ada, made, RunState.RESULT);
    assertThat(view.from().orElseThrow().words())
        .contains("write the answer – with the best model");
    assertThat(timesAsked(FIRST)).isEqualTo(1);
    assertThat(timesAsked(SECOND)).isEqualTo(2);
  }

  @Test
  void refusesAChangeThatCantBeMade() {
    refuses(new Changes(Map.of("letter", Tier.BEST), Map.of()), "no ask “letter”");
    refuses(new Changes(Map.of(), Map.of("answer", "Say {{nothing.known}}.")), "nothing.known");
    refuses(Changes.NONE, "Nothing is to be different.");
  }

  private void refuses(Changes changes, String words) {
    assertThatThrownBy(() -> runs().replayWith(ada, run, changes))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(words);
  }

  private String broken() {
    return ((Replayed.CantBeReplayed) runs().replay(ada, run)).problem().what();
  }

  private Runs runs() {
    return house.rooms().runs();
  }

  private long timesAsked(String words) {
    return provider.asked().stream().filter(asked -> asked.prompt().contains(words)).count();
  }

  private void execute(String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("knowhow.db"));
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute(sql);
    }
  }

  private static StepView step(RunView view, String id) {
    return view.steps().stream().filter(step -> step.step().equals(id)).findFirst().orElseThrow();
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }

  private static Map<String, Value> results(RunView view) {
    Map<String, Value> results = new LinkedHashMap<>();
    view.results().forEach(result -> results.put(result.name(), result.value()));
    return results;
  }
}
