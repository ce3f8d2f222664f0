package dev.knowhow.run;

import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.ledger.Reservation;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where this server's runs are worked on: claims them by lease, drives each on a thread of its
/// own, writes how it rested. Thread-safe.
final class Workbench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.run");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(20);
  private static final int CLAIMED_AT_ONCE = 200;

  private final Database database;
  private final Flows flows;
  private final Ledger ledger;
  private final CallDesk desk;
  private final Function<String, Optional<Job>> load;
  private final String serverId;
  private final InstantSource clock;
  private final RunStore runs = new RunStore();
  private final JournalStore journal = new JournalStore();
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final Set<String> dropped = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("run-", 0).factory());
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-sweep").factory());
  private volatile boolean closing;

  /// A run to be worked on.
  record Job(RunStore.Row run, Prepared prepared) {}

  Workbench(
      Runs.Rooms rooms, CallDesk desk, Function<String, Optional<Job>> load, String serverId) {
    this.database = rooms.database();
    this.flows = rooms.flows();
    this.ledger = rooms.ledger();
    this.desk = desk;
    this.load = load;
    this.serverId = serverId;
    this.clock = rooms.clock();
  }

  void takeUp(boolean alone) {
    if (alone) {
      database.write(handle -> {
        runs.freeAllLeases(handle);
        return true;
      });
    }
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Works on a run, unless it is worked on already.
  void workOn(String id) {
    if (closing) {
      return;
    }
    Live mine = new Live(id);
    if (live.putIfAbsent(id, mine) == null) {
      threads.execute(() -> work(id, mine));
    }
  }

  Optional<Live> live(String id) {
    return Optional.ofNullable(live.get(id));
  }

  AutoCloseable listen(String id, RunListener listener) {
    @Nullable Live one = live.get(id);
    if (one == null) {
      return () -> {};
    }
    one.listen(listener);
    if (live.get(id) != one) {
      listener.happened(new RunEvent.Rested(id, RunState.RUNNING));
    }
    return () -> one.unlisten(listener);
  }

  /// Tells whoever looks at a run that a person stopped it.
  void stopped(String id) {
    live(id).ifPresent(one -> one.stop());
  }

  @Override
  public void close() {
    closing = true;
    sweeper.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("{} runs are left to the next start with a call under way", live.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    try {
      Instant now = clock.instant();
      database.write(handle -> {
        runs.renew(handle, serverId, now.plus(LEASE));
        return true;
      });
      database.read(handle -> runs.claimable(handle, now, CLAIMED_AT_ONCE)).forEach(this::workOn);
      dropped.removeIf(id -> {
        workOn(id);
        return true;
      });
    } catch (RuntimeException e) {
      LOG.warn("runs can't be looked after now, and will be in {} s", SWEEP.toSeconds(), e);
    }
  }

  private void work(String id, Live mine) {
    RunState rested = RunState.RUNNING;
    try {
      if (claim(id)) {
        rested = drive(id, mine);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      if (closing) {
        LOG.info("run {} had a call under way; the next start takes it up", id);
      } else {
        LOG.error("run {} is left where it stands and taken up again soon", id, e);
      }
      dropped.add(id); // its lease is ours and renewed, so nobody else takes it up
    } finally {
      live.remove(id, mine);
      mine.rested(rested);
    }
  }

  /// Takes the lease, and gives the calls up that were under way when it was lost.
  private boolean claim(String id) {
    Instant now = clock.instant();
    return database.write(handle -> {
      if (!runs.claim(handle, id, serverId, now, now.plus(LEASE))) {
        return false;
      }
      for (Reservation reservation : ledger.openOf(handle, id)) {
        ledger.lost(handle, reservation);
      }
      return true;
    });
  }

  private RunState drive(String id, Live mine) throws InterruptedException {
    Job job = load.apply(id).orElseThrow();
    RunDriver.Rested rested;
    try {
      rested =
          new RunDriver(job.run(), job.prepared(), flows, desk, mine, threads)
              .drive(answers(id), () -> closing || mine.isStopped());
    } catch (Problem problem) {
      rested =
          new RunDriver.Rested(
              RunState.PARKED, new Outcomes(Optional.empty(), mine.trace()), Optional.of(problem));
    }
    return rest(id, rested);
  }

  private List<JournalAnswer> answers(String id) {
    return database.read(handle -> journal.of(handle, id)).stream()
        .filter(entry -> entry.arrival().isPresent())
        .sorted(Comparator.comparing(entry -> entry.arrival().orElseThrow()))
        .map(entry ->
            new JournalAnswer(
                entry.number(), entry.name(), entry.argumentsSha(), entry.answer().orElseThrow()))
        .toList();
  }

  private RunState rest(String id, RunDriver.Rested rested) {
    if (rested.state() == RunState.RUNNING) {
      database.write(handle -> {
        runs.release(handle, id, serverId);
        return true;
      });
      return RunState.RUNNING;
    }
    Instant endedAt = rested.state().ended() ? clock.instant() : null;
    boolean mine =
        database.write(handle ->
            runs.rest(
                handle,
                id,
                rested.state(),
                rested.outcomes().write(),
                rested.problem().map(Workbench::write),
                endedAt));
    return mine ? rested.state() : RunState.STOPPED;
  }

  private static Value write(Problem problem) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("kind", Value.text(problem.kind().name()));
    fields.put("where", Value.text(problem.where()));
    fields.put("what", Value.text(problem.what()));
    fields.put("hint", Value.text(problem.hint()));
    return Value.fields(fields);
  }

  static Problem readProblem(Value value) {
    Value.Fields fields = value instanceof Value.Fields some ? some : Value.noFields();
    return Problem.at(
        Problem.Kind.valueOf(fields.get("kind").textOrEmpty()),
        fields.get("where").textOrEmpty(),
        fields.get("what").textOrEmpty(),
        fields.get("hint").textOrEmpty());
  }
}
