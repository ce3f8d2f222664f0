package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.ledger.Reservation;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where this server's runs are worked on: claims them by lease, drives each on a thread of its
/// own, writes how it rested. A run that waits is not here. Thread-safe.
final class Workbench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.run");

  /// For how long a run is claimed; the claim is renewed before that.
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(20);
  private static final int CLAIMED_AT_ONCE = 200;

  private final Database database;
  private final Runs.Rooms rooms;
  private final Ledger ledger;
  private final CallDesk desk;
  private final Resting resting;
  private final Function<String, Job> load;
  private final String serverId;
  private final InstantSource clock;
  private final StateStore states = new StateStore();
  private final JournalStore journal = new JournalStore();
  private final News news = new News();
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final Set<String> dropped = ConcurrentHashMap.newKeySet();
  private final Suspects suspects = new Suspects();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("run-", 0).factory());
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-sweep").factory());
  private volatile boolean claiming;
  private volatile boolean closing;

  /// A run to be worked on.
  ///
  /// @param kept the answers that it takes over from another run
  record Job(RunStore.Row run, Prepared prepared, Optional<Kept> kept) {}

  Workbench(
      Runs.Rooms rooms,
      CallDesk desk,
      Resting resting,
      Function<String, Job> load,
      String serverId) {
    this.database = rooms.database();
    this.rooms = rooms;
    this.ledger = rooms.ledger();
    this.desk = desk;
    this.resting = resting;
    this.load = load;
    this.serverId = serverId;
    this.clock = rooms.clock();
    var _ =
        sweeper.scheduleWithFixedDelay(
            this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// From now on also works on the runs of servers that are gone.
  void takeUp(boolean alone) {
    if (alone) {
      database.write(handle -> {
        states.freeAllLeases(handle);
        return true;
      });
    }
    claiming = true;
    sweeper.execute(this::sweep);
  }

  /// Works on a run, unless it is worked on already; then its driver is told to look at it.
  void workOn(String id) {
    if (closing) {
      return;
    }
    Live mine = new Live(id, news::tell);
    Live there = live.putIfAbsent(id, mine);
    if (there == null) {
      threads.execute(() -> work(id, mine, Optional.empty()));
    } else {
      there.poke();
    }
  }

  /// Works on a run that was claimed as it was written.
  void workOn(Job claimed) {
    String id = claimed.run().id();
    Live mine = new Live(id, news::tell);
    if (!closing && live.putIfAbsent(id, mine) == null) {
      threads.execute(() -> work(id, mine, Optional.of(claimed)));
    }
  }

  Optional<Live> live(String id) {
    return Optional.ofNullable(live.get(id));
  }

  AutoCloseable listen(String id, RunListener listener) {
    return news.listen(id, listener);
  }

  /// Tells whoever looks at a run that it ended without its driver.
  void stopped(String id) {
    live(id)
        .ifPresentOrElse(Live::stop, () -> news.tell(new RunEvent.Rested(id, RunState.STOPPED)));
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
      if (!live.isEmpty() || !dropped.isEmpty()) {
        database.write(handle -> {
          states.renew(handle, serverId, now.plus(LEASE));
          return true;
        });
      }
      if (claiming) {
        database
            .read(handle -> states.claimable(handle, now, CLAIMED_AT_ONCE))
            .forEach(this::takeUp);
      }
      dropped.removeIf(id -> {
        workOn(id);
        return true;
      });
    } catch (RuntimeException e) {
      LOG.warn("runs can't be looked after now, and will be in {} s", SWEEP.toSeconds(), e);
    }
  }

  private void takeUp(StateStore.Claimable run) {
    if (run.fruitless() < resting.retrying().suspectAfter() || suspects.admit(run.id())) {
      workOn(run.id());
    }
  }

  /// A run came further or rests: the next one under suspicion may be worked on.
  private void acquit(String id) {
    if (suspects.clear(id) && !closing) {
      try {
        sweeper.execute(this::sweep);
      } catch (RejectedExecutionException closed) {
        LOG.debug("no run is taken up while closing", closed);
      }
    }
  }

  private void work(String id, Live mine, Optional<Job> claimed) {
    RunState rested = RunState.RUNNING;
    try {
      if (claimed.isPresent()) {
        rested = drive(claimed.get(), mine);
      } else {
        Optional<Integer> drives = claim(id);
        if (drives.isPresent()) {
          Optional<Problem> poison = resting.poison(id, drives.get());
          rested = poison.isPresent() ? resting.cantBegin(id, poison.get()) : drive(id, mine);
        }
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
      acquit(id);
      mine.rested(rested);
      if (mine.wasPoked() && !mine.isStopped() && !rested.ended() && !dropped.contains(id)) {
        workOn(id); // the news may have come after the driver's last look
      }
    }
  }

  /// Takes the lease, and gives the calls up that were under way when it was lost.
  private Optional<Integer> claim(String id) {
    Instant now = clock.instant();
    return database.write(handle -> {
      Optional<Integer> drives = states.claim(handle, id, serverId, now, now.plus(LEASE));
      if (drives.isPresent()) {
        for (Reservation reservation : ledger.openOf(handle, id)) {
          ledger.lost(handle, reservation);
        }
      }
      return drives;
    });
  }

  private RunState drive(String id, Live mine) throws InterruptedException {
    Job job;
    try {
      job = load.apply(id);
    } catch (Problem problem) {
      return resting.cantBegin(id, problem);
    }
    return drive(job, mine);
  }

  private RunState drive(Job job, Live mine) throws InterruptedException {
    RunDriver driver =
        new RunDriver(
            job, rooms.flows(), new Means(job, mine), mine, resting.retrying().mostAtOnce());
    while (true) {
      RunDriver.Rested rested = driver.drive(() -> closing || mine.isStopped());
      Optional<Resting.At> at = resting.rest(job.run(), rested, driver.seen(), serverId);
      if (at.isPresent()) {
        at.get().changed().forEach(this::changed);
        return at.get().state();
      }
    }
  }

  /// Another run was answered or stopped by what happened here.
  void changed(String id) {
    live(id).ifPresent(Live::poke);
    workOn(id);
  }

  /// What the driver of a run works with.
  private final class Means implements RunDriver.Means {
    private final Job job;
    private final Live mine;

    Means(Job job, Live mine) {
      this.job = job;
      this.mine = mine;
    }

    @Override
    public Performed perform(FlowCall call) {
      Performed performed = desk.perform(job.run(), job.prepared(), call, mine);
      acquit(job.run().id());
      return performed;
    }

    @Override
    public List<Performed.Arrived> keep(List<Kept.Answered> answers) {
      return desk.keep(job.run(), job.prepared(), answers);
    }

    @Override
    public List<JournalStore.Entry> after(long place) {
      return database.read(handle -> journal.after(handle, job.run().id(), place));
    }

    @Override
    public void execute(Runnable work) {
      threads.execute(work);
    }

    @Override
    public void workOn(String run) {
      Workbench.this.workOn(run);
    }
  }
}
