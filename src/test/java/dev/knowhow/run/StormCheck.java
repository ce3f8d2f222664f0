package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.price.Money;
import dev.knowhow.testing.TestHouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What must hold of the database after servers were killed at random, beside what the provider
/// knows of the calls it was sent.
final class StormCheck {
  private static final Actor ADA = new Actor("whoever", "Ada", Role.OWNER);
  private static final Pattern NUMBER = Pattern.compile("#([0-9]+)#");

  private final TestHouse house;
  private final StormProvider provider;
  private final String tool;
  private final int serverKills;

  StormCheck(TestHouse house, StormProvider provider, String tool, int serverKills) {
    this.house = house;
    this.provider = provider;
    this.tool = tool;
    this.serverKills = serverKills;
  }

  /// Fails with all that is wrong.
  ///
  /// @param accepted the marker of each run whose start was answered
  /// @param decided the reviews whose decision was answered
  void check(Map<String, String> accepted, Set<String> decided, Map<String, Integer> kills) {
    Map<RunState, Integer> states = new HashMap<>();
    long lost = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> each : accepted.entrySet()) {
      RunState state = KilledAtRandomIT.state(house, each.getKey());
      states.merge(state, 1, Integer::sum);
      if (state != RunState.RESULT) {
        wrong.add(each + " is " + state + " " + problem(each.getKey()));
      }
      List<Charge> charges = house.rooms().ledger().chargesOf(each.getKey());
      lost += charges.stream().filter(one -> one.outcome() == Outcome.UNKNOWN).count();
      wrong.addAll(faultsOf(each.getKey(), each.getValue(), charges));
    }
    System.out.printf(
        Locale.ROOT,
        "%s kills; %d runs accepted, ended %s; %d decisions taken; %d answers given, %d attempts"
            + " lost%n",
        kills,
        accepted.size(),
        states,
        decided.size(),
        provider.given.values().stream().mapToInt(List::size).sum(),
        lost);
    assertThat(wrong).isEmpty();
    assertThat(decided)
        .as("decisions that were taken and are lost")
        .allSatisfy(id ->
            assertThat(house.rooms().runs().review(ADA, id).decided().orElseThrow().decision())
                .isEqualTo("approved"));
    assertThat(house.rooms().ledger().open()).as("reservations that leaked").isEmpty();
    Money charged =
        house.rooms().runs().recent(ADA, tool, Integer.MAX_VALUE).stream()
            .flatMap(run -> house.rooms().ledger().chargesOf(run.id()).stream())
            .map(Charge::cost)
            .reduce(Money.ZERO, Money::plus);
    assertThat(house.rooms().ledger().thisMonth().spent())
        .as("the month beside the sum of its charges")
        .isEqualTo(charged);
    assertThat(house.rooms().ledger().thisMonth().held()).isEqualTo(Money.ZERO);
  }

  private String problem(String run) {
    return String.valueOf(house.rooms().runs().view(ADA, run).problem());
  }

  /// What is wrong with the journal of a run beside what the provider knows of it.
  private List<String> faultsOf(String run, String marker, List<Charge> charges) {
    List<String> wrong = new ArrayList<>();
    List<JournalStore.Entry> journal =
        house.rooms().database().read(handle -> new JournalStore().of(handle, run));
    long answered = charges.stream().filter(one -> one.outcome() == Outcome.ANSWERED).count();
    long asks = journal.stream().filter(entry -> entry.name().equals(FlowCalls.ASK)).count();
    if (answered != asks) {
      wrong.add(marker + ": " + asks + " asks, " + answered + " answers were charged");
    }
    if (provider.calls(marker) > charges.size()) {
      wrong.add(
          marker + ": " + provider.calls(marker) + " calls, " + charges.size() + " in the ledger");
    }
    if (charges.size() - answered > (long) serverKills * 2) {
      wrong.add(marker + ": more attempts were lost than two lanes and the kills explain");
    }
    for (JournalStore.Entry entry : journal) {
      if (entry.name().equals(FlowCalls.ASK)) {
        wrong.addAll(faultsOf(marker, entry));
      }
    }
    long reviews = journal.stream().filter(entry -> entry.name().equals(FlowCalls.REVIEW)).count();
    if (reviews != 1) {
      wrong.add(marker + ": " + reviews + " reviews");
    }
    return wrong;
  }

  /// The journaled answer must be the last that was given to its question: a later one would mean
  /// that an answer was bought which was there.
  private List<String> faultsOf(String marker, JournalStore.Entry entry) {
    Matcher number = NUMBER.matcher(entry.answerText());
    if (!number.find()) {
      return List.of(marker + ": no answer to call " + entry.number());
    }
    int kept = Integer.parseInt(number.group(1));
    return provider.given.entrySet().stream()
        .filter(each -> each.getKey().startsWith(marker + "/") && each.getValue().contains(kept))
        .filter(each -> each.getValue().getLast() != kept)
        .map(each -> each.getKey() + ": kept " + kept + " of " + each.getValue())
        .toList();
  }
}
