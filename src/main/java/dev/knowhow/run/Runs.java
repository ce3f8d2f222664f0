package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.flow.Flows;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.model.Models;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Tools;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The runs of this workspace: start one, look at it, hear its news, decide what it waits for, let
/// it go on, stop it, execute it again.
///
/// A started run is on the disk before [#start] returns; from then on it reaches a result or a
/// stated failure whatever happens to this process. Thread-safe.
public final class Runs implements AutoCloseable {
  private final Database database;
  private final Tools tools;
  private final InstantSource clock;
  private final Previews previews;
  private final Starting starting;
  private final RunViews views;
  private final Access access;
  private final Timers timers;
  private final Reviews reviews;
  private final Ending ending;
  private final Again again;
  private final Replays replays;
  private final Loading loading;
  private final TrialRuns trials;
  private final Workbench workbench;
  private final RunStore store = new RunStore();
  private final StateStore states = new StateStore();

  /// The rooms that runs are made of.
  public record Rooms(
      Database database,
      Tools tools,
      Flows flows,
      Models models,
      Ledger ledger,
      Estimates estimates,
      InstantSource clock) {}

  /// The runs kept in the database of `rooms`, tried again as a server does.
  ///
  /// @param serverId tells this process from every other that shares the database
  public Runs(Rooms rooms, Preparation preparation, String serverId, RandomGenerator random) {
    this(rooms, preparation, serverId, random, Retrying.usual());
  }

  /// The runs kept in the database of `rooms`.
  ///
  /// @param serverId tells this process from every other that shares the database
  /// @param retrying how patiently they are tried again
  public Runs(
      Rooms rooms,
      Preparation preparation,
      String serverId,
      RandomGenerator random,
      Retrying retrying) {
    this.database = rooms.database();
    this.tools = rooms.tools();
    this.clock = rooms.clock();
    this.previews = new Previews(rooms, preparation);
    this.starting = new Starting(rooms, preparation, previews, random, serverId);
    this.access = new Access(database, tools);
    Timers.Due due = new Timers.Due(this::late, this::wake);
    this.timers = new Timers(database, serverId, retrying.poll(), clock, due);
    this.reviews = new Reviews(database, access, timers, clock, this::workOn);
    Spending spending = new Spending(database, rooms.ledger());
    this.ending = new Ending(spending, clock);
    this.again = new Again(database, rooms.models(), preparation);
    this.replays = new Replays(database, rooms.flows());
    this.loading = new Loading(database, tools, preparation, again);
    CallDesk desk =
        new CallDesk(
            database,
            rooms.models(),
            new ReviewDesk(database, timers, clock),
            new ChildDesk(database, tools, preparation, clock, random),
            clock);
    this.workbench =
        new Workbench(
            rooms,
            desk,
            new Resting(database, timers, retrying, ending, clock),
            loading::load,
            serverId);
    this.views = new RunViews(rooms, workbench, spending);
    this.trials = new TrialRuns(rooms, starting, loading, spending, workbench::workOn);
  }

  /// Takes up the runs that a stopped or killed server left, from now on also those of others whose
  /// lease ran out, and sees to what is due.
  ///
  /// @param alone whether no other server uses this database, so that every lease is a dead one's
  public void takeUp(boolean alone) {
    workbench.takeUp(alone);
    timers.start();
  }

  /// Starts a run and returns its id once it is on the disk.
  ///
  /// @throws Problem when the person may not run the tool, or it has no such version or example
  public String start(Actor actor, NewRun wanted) {
    Workbench.Job claimed = starting.start(actor, wanted);
    workbench.workOn(claimed);
    return claimed.run().id();
  }

  /// The runs of trials.
  public TrialRuns ofTrials() {
    return trials;
  }

  /// What a run would send first and cost, with nothing sent.
  public Preview preview(Actor actor, NewRun wanted) {
    return previews.of(
        actor, tools.version(actor, wanted.toolId(), wanted.version()), wanted.inputs());
  }

  /// All that can be seen of a run.
  ///
  /// @throws Problem of kind `NOT_FOUND` when there is none, or not for this person
  public RunView view(Actor actor, String id) {
    Access.Seen seen = access.see(actor, id);
    return views.of(seen.run(), seen.version());
  }

  /// The last runs of a tool that a person may see, newest first.
  public List<RunRow> recent(Actor actor, String toolId, int atMost) {
    String name = tools.row(actor, toolId).name();
    return views.rows(
        database.read(handle ->
            Access.seesAll(actor)
                ? store.ofTool(handle, toolId, atMost)
                : store.ofTool(handle, toolId, actor.personId(), atMost)),
        name);
  }

  /// Lets a parked run go on, or tries now what waits to be tried again; what it has paid for is
  /// not paid again.
  ///
  /// @throws Problem of kind `CONFLICT` when it does not wait for that
  public void goOn(Actor actor, String id) {
    access.touch(actor, id);
    if (!database.write(handle -> states.goOn(handle, id))) {
      throw Problem.of(
          Problem.Kind.CONFLICT, "This run does not wait for you.", "Look at it again.");
    }
    workbench.workOn(id);
  }

  /// Stops a run and the runs that it uses. A call that is under way is still paid for and kept.
  public void stop(Actor actor, String id) {
    Access.Seen seen = access.touch(actor, id);
    var answer = ending.answer(seen.run(), RunState.STOPPED, Outcomes.NONE, Optional.empty());
    for (String changed : database.write(handle -> ending.stop(handle, id, answer))) {
      if (seen.run().inside().parent().filter(p -> p.run().equals(changed)).isPresent()) {
        workbench.workOn(changed);
      } else {
        workbench.stopped(changed);
      }
    }
  }

  /// Hears the news of a run until the result is closed; where another server works on it, there is
  /// none.
  public AutoCloseable listen(String id, RunListener listener) {
    return workbench.listen(id, listener);
  }

  /// The open reviews that a person may decide, the oldest first; the first two hundred of them.
  public List<ReviewView> inbox(Actor actor) {
    return reviews.inbox(actor);
  }

  /// How many open reviews a person may decide.
  public int waitingFor(Actor actor) {
    return reviews.waitingFor(actor);
  }

  /// A review, open or not, for whoever may decide it or see its run.
  ///
  /// @throws Problem of kind `NOT_FOUND` when there is none, or not for this person
  public ReviewView review(Actor actor, String reviewId) {
    return reviews.view(actor, reviewId);
  }

  /// Decides a review, and lets its run go on.
  ///
  /// @throws Problem of kind `CONFLICT` when it is decided already, late, or its run has ended;
  ///   `NOT_ALLOWED` for a person without its role; `BAD_INPUT` with a fault for each field
  public void decide(Actor actor, String reviewId, Decision decision) {
    reviews.decide(actor, reviewId, decision);
  }

  /// Makes a new run from this one, which asks again from a call on; what was answered before that
  /// call is kept and not paid for again.
  ///
  /// @return the new run's id
  public String again(Actor actor, String id, int fromCall) {
    Access.Seen from = access.touch(actor, id);
    String made = starting.newId();
    again.from(actor, from, made, clock.instant(), fromCall);
    workbench.workOn(made);
    return made;
  }

  /// Executes the flow again from the journal, without a network and for nothing.
  public Replayed replay(Actor actor, String id) {
    Access.Seen seen = access.see(actor, id);
    try {
      return replays.replay(seen.run(), loading.prepared(seen.run(), seen.version()));
    } catch (Problem notThisVersion) {
      return new Replayed.CantBeReplayed(notThisVersion);
    }
  }

  /// Makes a new run from this one, in which some asks are different; all answers that do not
  /// depend on them are kept and not paid for again.
  ///
  /// @return the new run's id
  /// @throws Problem of kind `BAD_INPUT` when a change can't be made
  public String replayWith(Actor actor, String id, Changes changes) {
    Access.Seen from = access.touch(actor, id);
    String made = starting.newId();
    again.with(actor, from, made, clock.instant(), changes);
    workbench.workOn(made);
    return made;
  }

  /// What [#replayWith] would cost: an estimate, and called one; empty where no model was asked or
  /// a price is not known.
  public Optional<CostRange> priceOf(Actor actor, String id, Changes changes) {
    Access.Seen from = access.see(actor, id);
    return again.price(from.run(), from.version(), changes);
  }

  /// A run beside the one that it was made from.
  ///
  /// @throws Problem of kind `NOT_FOUND` when it was made from none
  public Compared compare(Actor actor, String id) {
    RunView now = view(actor, id);
    return Comparing.of(
        now, view(actor, now.from().map(RunView.From::runId).orElseThrow(Access::noSuchRun)));
  }

  /// Lets runs finish the calls that are under way, and leaves the rest to the next start.
  @Override
  public void close() {
    timers.close();
    workbench.close();
  }

  private void workOn(String id) {
    workbench.workOn(id);
  }

  private void late(String reviewId) {
    reviews.late(reviewId);
  }

  private void wake(String id) {
    if (database.write(handle -> states.wake(handle, id, clock.instant()))) {
      workbench.workOn(id);
    }
  }
}
