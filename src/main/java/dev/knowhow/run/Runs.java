package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.flow.Flows;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.model.Models;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The runs of this workspace: start one, look at it, hear its news, let it go on, stop it.
///
/// A started run is on the disk before [#start] returns; from then on it reaches a result or a
/// stated failure whatever happens to this process. Thread-safe.
public final class Runs implements AutoCloseable {
  private final Database database;
  private final Tools tools;
  private final Preparation preparation;
  private final Previews previews;
  private final RunViews views;
  private final Workbench workbench;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final RunStore store = new RunStore();

  /// The rooms that runs are made of.
  public record Rooms(
      Database database,
      Tools tools,
      Flows flows,
      Models models,
      Ledger ledger,
      Estimates estimates,
      InstantSource clock) {}

  /// The runs kept in the database of `rooms`.
  ///
  /// @param serverId tells this process from every other that shares the database
  public Runs(Rooms rooms, Preparation preparation, String serverId, RandomGenerator random) {
    this.database = rooms.database();
    this.tools = rooms.tools();
    this.preparation = preparation;
    this.clock = rooms.clock();
    this.random = random;
    this.previews = new Previews(rooms, preparation);
    this.workbench =
        new Workbench(rooms, new CallDesk(database, rooms.models(), clock), this::load, serverId);
    this.views = new RunViews(rooms, workbench);
  }

  /// Takes up the runs that a stopped or killed server left, and from now on those of others whose
  /// lease ran out.
  ///
  /// @param alone whether no other server uses this database, so that every lease is a dead one's
  public void takeUp(boolean alone) {
    workbench.takeUp(alone);
  }

  /// Starts a run and returns its id once it is on the disk.
  ///
  /// @throws Problem when the person may not run the tool, or it has no such version or example
  public String start(Actor actor, NewRun wanted) {
    ToolVersion version = tools.version(actor, wanted.toolId(), wanted.version());
    Prepared prepared = preparation.of(version.definition());
    Optional<String> sample =
        switch (wanted.answers()) {
          case NewRun.Live() -> Optional.empty();
          case NewRun.Sample(String example) -> Optional.of(exampleOf(version, example));
        };
    Optional<CostRange> estimate =
        sample.isPresent()
            ? Optional.empty()
            : previews.estimate(version.definition(), wanted.inputs());
    String id = newId();
    database.write(handle -> {
      String program = database.blobs().put(handle, Programs.write(prepared.program()));
      store.insert(
          handle,
          new RunStore.Row(
              id,
              wanted.toolId(),
              wanted.version(),
              actor.personId(),
              sample,
              RunState.RUNNING,
              wanted.inputs(),
              random.nextLong(),
              program,
              estimate,
              clock.instant(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      return true;
    });
    workbench.workOn(id);
    return id;
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
    RunStore.Row row = row(id);
    return views.of(row, tools.version(actor, row.toolId(), row.version()));
  }

  /// The last runs of a tool, newest first.
  public List<RunRow> recent(Actor actor, String toolId, int atMost) {
    String name = tools.newest(actor, toolId).tool().name();
    return views.rows(database.read(handle -> store.ofTool(handle, toolId, atMost)), name);
  }

  /// Lets a parked run go on; what it has paid for is not paid again.
  ///
  /// @throws Problem of kind `CONFLICT` when it is not parked
  public void goOn(Actor actor, String id) {
    view(actor, id);
    if (!database.write(handle -> store.goOn(handle, id))) {
      throw Problem.of(
          Problem.Kind.CONFLICT, "This run does not wait for you.", "Look at it again.");
    }
    workbench.workOn(id);
  }

  /// Stops a run. A call that is under way is still paid for and kept.
  public void stop(Actor actor, String id) {
    view(actor, id);
    database.write(handle -> store.stop(handle, id, clock.instant()));
    workbench.stopped(id);
  }

  /// Hears the news of a run until the result is closed; where no one works on it here, there is
  /// none.
  public AutoCloseable listen(String id, RunListener listener) {
    return workbench.listen(id, listener);
  }

  /// The open reviews that a person may decide, the oldest first; the first two hundred of them.
  public List<ReviewView> inbox(Actor actor) {
    return List.of();
  }

  /// How many open reviews a person may decide.
  public int waitingFor(Actor actor) {
    return 0;
  }

  /// A review, open or not.
  ///
  /// @throws Problem of kind `NOT_FOUND` when there is none, or not for this person
  public ReviewView review(Actor actor, String reviewId) {
    view(actor, reviewId);
    throw noSuchReview();
  }

  /// Decides a review, and lets its run go on.
  ///
  /// @throws Problem of kind `CONFLICT` when it is decided already, late, or its run has ended;
  ///   `NOT_ALLOWED` for a person without its role; `BAD_INPUT` with a fault for each field
  public void decide(Actor actor, String reviewId, Decision decision) {
    view(actor, reviewId);
    throw noSuchReview();
  }

  /// Makes a new run from this one, which asks again from a call on; what was answered before that
  /// call is kept and not paid for again.
  ///
  /// @return the new run's id
  public String again(Actor actor, String id, int fromCall) {
    view(actor, id);
    throw noSuchRun();
  }

  /// Executes the flow again from the journal, without a network and for nothing.
  public Replayed replay(Actor actor, String id) {
    view(actor, id);
    throw noSuchRun();
  }

  /// Makes a new run from this one, in which some asks are different; all answers that do not
  /// depend on them are kept and not paid for again.
  ///
  /// @return the new run's id
  /// @throws Problem of kind `BAD_INPUT` when a change can't be made
  public String replayWith(Actor actor, String id, Changes changes) {
    view(actor, id);
    throw noSuchRun();
  }

  /// What [#replayWith] would cost: an estimate, and called one.
  public Optional<CostRange> priceOf(Actor actor, String id, Changes changes) {
    return Optional.empty();
  }

  /// A run beside the one that it was made from.
  ///
  /// @throws Problem of kind `NOT_FOUND` when it was made from none
  public Compared compare(Actor actor, String id) {
    view(actor, id);
    throw noSuchRun();
  }

  /// Lets runs finish the calls that are under way, and leaves the rest to the next start.
  @Override
  public void close() {
    workbench.close();
  }

  private Optional<Workbench.Job> load(String id) {
    RunStore.Row row = row(id);
    ToolVersion version = tools.versionOfRun(row.toolId(), row.version());
    byte[] program = database.read(handle -> database.blobs().get(handle, row.program()));
    return Optional.of(
        new Workbench.Job(row, preparation.of(version.definition(), Programs.read(program))));
  }

  private RunStore.Row row(String id) {
    return database.read(handle -> store.find(handle, id)).orElseThrow(Runs::noSuchRun);
  }

  private static Problem noSuchRun() {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        "There is no such run.",
        "It may belong to another Knowhow. Look at the tool's list of runs.");
  }

  private static Problem noSuchReview() {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        "There is no such review, or it is not for you.",
        "Look at the list of what waits for you.");
  }

  private static String exampleOf(ToolVersion version, String example) {
    return version.examples().stream()
        .filter(each -> each.id().equals(example))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "The tool has no example of this name.",
                "Choose one of its examples."))
        .id();
  }

  /// Sorts by the time of the start, so that the index stays compact.
  private String newId() {
    Instant now = clock.instant();
    return Long.toString(now.toEpochMilli(), 36)
        + Long.toString(random.nextLong() & Long.MAX_VALUE, 36)
        + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
  }
}
