package dev.knowhow.eval;

import dev.knowhow.account.Actor;
import dev.knowhow.ledger.Purses;
import dev.knowhow.model.Models;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Estimates;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.run.Runs;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.tool.Tools;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The trials of this workspace: a tool's examples executed with several versions, tiers and
/// answerers, beside each other in a table.
///
/// A started trial is on the disk before [#start] returns; from then on it goes on until every cell
/// has its outcome, whatever happens to this process or to the page that shows it. Its live columns
/// never cost more than its cap together. For owners and builders. Thread-safe.
public final class Trials implements AutoCloseable {
  private final Rooms rooms;
  private final TrialBench bench;
  private final Planning planning;
  private final TrialViews views;
  private final TrialStore store = new TrialStore();

  /// The rooms that trials are made of.
  ///
  /// @param ids makes a new id at each call
  public record Rooms(
      Database database,
      Tools tools,
      ToolReader reader,
      Runs runs,
      Rehearsal rehearsal,
      Estimates estimates,
      Models models,
      Purses purses,
      InstantSource clock,
      Supplier<String> ids) {}

  /// The trials kept in the database of `rooms`.
  ///
  /// @param serverId tells this process from every other that shares the database
  public Trials(Rooms rooms, String serverId) {
    this.rooms = rooms;
    this.bench = new TrialBench(rooms, serverId);
    this.views = new TrialViews(rooms);
    this.planning = new Planning(rooms, views);
  }

  /// Takes up the trials that a stopped or killed server left, and from now on those of others
  /// whose lease ran out.
  ///
  /// @param alone whether no other server uses this database, so that every lease is a dead one's
  public void takeUp(boolean alone) {
    bench.takeUp(alone);
  }

  /// Starts a trial and returns its id once it is on the disk.
  ///
  /// @throws Problem of kind `NOT_ALLOWED` for who does not build, `NOT_FOUND` for a version, an
  ///   example or an ask that there is not, `BAD_INPUT` when it lacks a column, an example or a cap
  public String start(Actor actor, NewTrial wanted) {
    String id = planning.write(actor, wanted);
    bench.drive(id);
    return id;
  }

  /// The live columns that find the cheapest way to run a version that passes: the version as it
  /// is, and for each model of the tiers one in which all its asks, or only one, go to it. The
  /// cheapest tier comes first. [Cheapest#of] reads the recommendation from such a trial.
  ///
  /// @param step the ask or goal whose tier is tried; empty for all of them
  /// @throws Problem of kind `NO_MODEL` where no tier has a model with a price, `NOT_FOUND`
  public List<TrialColumn> tierColumns(
      Actor actor, String toolId, int version, Optional<String> step) {
    actor.mustBuild("try models");
    return TierColumns.of(rooms.models(), rooms.tools().version(actor, toolId, version), step);
  }

  /// What the live columns are expected to cost together; empty where none is live or a price is
  /// not known. An estimate, and called one.
  ///
  /// @throws Problem as [#start], but for the cap
  public Optional<CostRange> estimate(Actor actor, NewTrial wanted) {
    return planning.estimate(actor, wanted);
  }

  /// All that can be seen of a trial.
  ///
  /// @throws Problem of kind `NOT_FOUND` when there is none, or not for this person
  public TrialView view(Actor actor, String id) {
    return views.of(seen(actor, id));
  }

  /// The last trials of a tool, newest first.
  public List<TrialRow> recent(Actor actor, String toolId, int atMost) {
    mayTry(actor, toolId);
    return views.rows(rooms.database().read(handle -> store.ofTool(handle, toolId, atMost)));
  }

  /// How a version did when its examples were tried last with nothing changed: live where it was,
  /// else with sample answers. A version that has the files of a draft that was tried counts as
  /// tried.
  ///
  /// @return empty where it was not tried to the end
  public Optional<HowItDid> howItDid(Actor actor, String toolId, int version) {
    actor.mustBuild("see how the examples did");
    String sha256 = rooms.tools().version(actor, toolId, version).sha256();
    return views.howItDid(toolId, sha256);
  }

  /// Begins nothing new until the trial goes on; what is under way ends and is paid for.
  ///
  /// @throws Problem of kind `CONFLICT` when it does not run
  public void pause(Actor actor, String id) {
    change(actor, id, TrialState.RUNNING, TrialState.PAUSED);
  }

  /// Lets a paused trial go on.
  ///
  /// @throws Problem of kind `CONFLICT` when it is not paused
  public void goOn(Actor actor, String id) {
    change(actor, id, TrialState.PAUSED, TrialState.RUNNING);
  }

  /// Ends a trial. Its runs are stopped; a call that is under way is still paid for. What has its
  /// outcome stays.
  ///
  /// @throws Problem of kind `CONFLICT` when it has ended
  public void cancel(Actor actor, String id) {
    TrialState now = seen(actor, id).state();
    change(actor, id, now.ended() ? TrialState.RUNNING : now, TrialState.CANCELLED);
  }

  /// Hears that a trial's table may have changed until the result is closed; where another server
  /// drives it, nothing is heard.
  public AutoCloseable listen(String id, Runnable listener) {
    return bench.listen(id, listener);
  }

  /// Leaves trials where they stand to the next start.
  @Override
  public void close() {
    bench.close();
  }

  private void change(Actor actor, String id, TrialState from, TrialState to) {
    seen(actor, id);
    if (!rooms.database().write(handle -> store.change(handle, id, from, to))) {
      throw Problem.of(
          Problem.Kind.CONFLICT, "The trial has changed meanwhile.", "Look at it again.");
    }
    bench.drive(id);
  }

  private TrialStore.Trial seen(Actor actor, String id) {
    TrialStore.Trial trial =
        rooms.database().read(handle -> store.find(handle, id)).orElseThrow(Trials::noSuchTrial);
    mayTry(actor, trial.toolId());
    return trial;
  }

  private void mayTry(Actor actor, String toolId) {
    actor.mustBuild("try examples");
    rooms.tools().row(actor, toolId);
  }

  static Problem noSuchTrial() {
    return Problem.of(
        Problem.Kind.NOT_FOUND, "There is no such trial.", "Look at the tool's examples.");
  }
}
