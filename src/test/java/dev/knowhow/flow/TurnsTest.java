package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Whoever waits for a worker is served fairly.
class TurnsTest {
  private static final Turns.Waits PATIENT = new Turns.Waits(100, 500, Duration.ofMinutes(5));

  private record Served(String tool, Turns.Taken taken) {}

  private final BlockingQueue<Served> served = new LinkedBlockingQueue<>();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void toolsAreServedInTurnHoweverManySlicesOneHas() throws Exception {
    Turns turns = turns(1, PATIENT);
    Turns.Taken busy = turns.take(Turn.person("x"));
    for (String tool : List.of("a", "a", "a", "a", "b", "c", "b")) {
      queue(turns, Turn.person(tool));
    }
    assertThat(order(turns, busy, 7)).containsExactly("a", "b", "c", "a", "b", "a", "a");
  }

  @Test
  void aPersonGoesBeforeABatchAndABatchIsNotForgotten() throws Exception {
    Turns turns = turns(1, PATIENT);
    Turns.Taken busy = turns.take(Turn.person("x"));
    queue(turns, Turn.batch("batch"));
    for (int i = 0; i < 9; i++) {
      queue(turns, Turn.person("person " + i));
    }
    assertThat(order(turns, busy, 10))
        .startsWith("person 0", "person 1")
        .containsSubsequence("person 5", "batch", "person 8");
  }

  @Test
  void whoHasAWorkerOfItsOwnLetsOthersGoFirstUntilItIsFreeOrAMomentHasPassed() throws Exception {
    Turns turns = turns(1, PATIENT);
    Turns.Taken busy = turns.take(Turn.person("x"));
    AtomicBoolean ownIsFree = new AtomicBoolean();
    Claim own = anyWillDo -> anyWillDo || ownIsFree.get();
    queue(turns, Turn.person("warm"), own);
    queue(turns, Turn.person("warm"), own);
    queue(turns, Turn.person("new"));

    turns.done(busy);
    Served next = served.take();
    assertThat(next.tool()).isEqualTo("new");
    ownIsFree.set(true);
    turns.done(next.taken());
    Served warm = served.take();
    assertThat(warm.tool()).isEqualTo("warm");
    ownIsFree.set(false);
    clock.addAndGet(ToolQueue.FOR_ITS_OWN.toNanos());
    turns.done(warm.taken());
    assertThat(served.take().tool()).isEqualTo("warm");
  }

  @Test
  void aToolWhoseFlowCostAWorkerHasOneAtATime() throws Exception {
    Turns turns = turns(3, PATIENT);
    turns.hold("runaway");
    queue(turns, Turn.person("runaway"));
    Served first = served.take();
    queue(turns, Turn.person("runaway"));
    queue(turns, Turn.person("honest"));
    assertThat(served.take().tool()).isEqualTo("honest");
    assertThat(turns.waiting()).isEqualTo(1);
    turns.done(first.taken());
    assertThat(served.take().tool()).isEqualTo("runaway");
  }

  @Test
  void allSuchToolsTogetherLeaveAWorkerToTheOthers() throws Exception {
    Turns turns = turns(2, PATIENT);
    for (String tool : List.of("a", "b", "c")) {
      turns.hold(tool);
      queue(turns, Turn.person(tool));
    }
    assertThat(served.take().tool()).isEqualTo("a");
    assertThat(turns.waiting()).isEqualTo(2);
    queue(turns, Turn.person("honest"));
    assertThat(served.take().tool()).isEqualTo("honest");
  }

  @Test
  void aHeldToolIsLetGoWhenItIsAcquittedOrAfterAWhile() throws Exception {
    Turns turns = turns(3, PATIENT);
    turns.hold("a");
    turns.take(Turn.person("a"));
    queue(turns, Turn.person("a"));
    assertThat(turns.waiting()).isEqualTo(1);
    turns.acquit("a");
    assertThat(served.take().tool()).isEqualTo("a");
    turns.hold("a");
    clock.addAndGet(Turns.HELD.toNanos() + 1);
    assertThat(turns.take(Turn.person("a")).tool()).isEqualTo("a");
  }

  @Test
  void theReserveServesWhoHasNoWorkerWhileOthersHoldThemAll() throws Exception {
    Turns turns = turns(2, PATIENT);
    turns.take(Turn.person("long"));
    turns.take(Turn.person("long"));
    queue(turns, Turn.person("long"));
    queue(turns, Turn.batch("batch"));
    queue(turns, Turn.person("short"));
    assertThat(served).isEmpty();
    clock.addAndGet(Turns.A_MOMENT.toNanos());
    Served first = served.take();
    assertThat(first.tool()).isEqualTo("short");
    assertThat(first.taken().reserve()).isTrue();
    assertThat(turns.waiting()).isEqualTo(2);
  }

  @Test
  void tooManyWhoWaitAreToldThatItIsBusy() throws Exception {
    Turns turns = turns(1, new Turns.Waits(2, 3, Duration.ofMinutes(5)));
    turns.take(Turn.person("a"));
    queue(turns, Turn.person("a"));
    queue(turns, Turn.person("a"));
    assertBusy(turns, Turn.person("a"), "2 other runs of this tool wait");
    queue(turns, Turn.person("b"));
    assertBusy(turns, Turn.person("c"), "busy");
  }

  @Test
  void whoWaitedTooLongIsToldThatItIsBusy() throws Exception {
    Turns turns =
        new Turns(
            1,
            new Turns.Waits(2, 3, Duration.ofMillis(1)),
            () -> clock.addAndGet(Duration.ofMillis(1).toNanos()));
    turns.take(Turn.person("a"));
    assertBusy(turns, Turn.person("a"), "for its turn");
    assertThat(turns.waiting()).isZero();
  }

  @Test
  void whoLostAWorkerIsTheNextOfItsToolEvenWhereNoMoreMayWait() throws Exception {
    Turns turns = turns(1, new Turns.Waits(1, 1, Duration.ofMinutes(5)));
    Turns.Taken busy = turns.take(Turn.person("a"));
    queue(turns, Turn.person("a"));
    Thread.ofVirtual()
        .start(() -> served.add(new Served("again", turns.takeAgain(Turn.person("a")))));
    untilWaiting(turns, 2);
    assertThat(order(turns, busy, 2)).containsExactly("again", "a");
  }

  @Test
  void closingSendsAllAway() throws Exception {
    Turns turns = turns(1, PATIENT);
    turns.take(Turn.person("a"));
    BlockingQueue<Problem> sentAway = new LinkedBlockingQueue<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            turns.take(Turn.person("a"));
          } catch (Problem problem) {
            sentAway.add(problem);
          }
        });
    untilWaiting(turns, 1);
    turns.close();
    Problem problem = sentAway.poll(10, TimeUnit.SECONDS);
    assertThat(problem).isNotNull();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
  }

  private Turns turns(int workers, Turns.Waits waits) {
    return new Turns(workers, waits, clock::get);
  }

  private void queue(Turns turns, Turn turn) {
    queue(turns, turn, _ -> true);
  }

  private void queue(Turns turns, Turn turn, Claim claim) {
    int before = turns.waiting();
    int had = served.size();
    Thread.ofVirtual().start(() -> served.add(new Served(turn.tool(), turns.take(turn, claim))));
    while (turns.waiting() == before && served.size() == had) {
      Thread.onSpinWait();
    }
  }

  private static void untilWaiting(Turns turns, int count) {
    while (turns.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  private List<String> order(Turns turns, Turns.Taken first, int count)
      throws InterruptedException {
    List<String> order = new ArrayList<>();
    Turns.Taken taken = first;
    while (order.size() < count) {
      turns.done(taken);
      Served next = served.take();
      order.add(next.tool());
      taken = next.taken();
    }
    return order;
  }

  private static void assertBusy(Turns turns, Turn turn, String why) {
    assertThatThrownBy(() -> turns.take(turn))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_MANY))
        .hasMessageContaining(why);
  }
}
