package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import java.util.List;
import java.util.Optional;

/// Who may see and touch which run: owners and builders all, a runner their own and those whose
/// reviews they may decide, and nobody the runs of a tool that they may not see. What a person may
/// not see is not there for them. Thread-safe.
final class Access {
  private final Database database;
  private final Tools tools;
  private final RunStore runs = new RunStore();
  private final ReviewStore reviews = new ReviewStore();

  Access(Database database, Tools tools) {
    this.database = database;
    this.tools = tools;
  }

  /// A run with its tool's version.
  record Seen(RunStore.Row run, ToolVersion version) {}

  /// A run that a person may see.
  ///
  /// @throws Problem of kind `NOT_FOUND` when there is none, or not for this person
  Seen see(Actor actor, String id) {
    RunStore.Row run =
        database.read(handle -> runs.find(handle, id)).orElseThrow(Access::noSuchRun);
    if (!isTheirs(actor, run) && !decides(actor, run)) {
      throw noSuchRun();
    }
    return new Seen(run, version(actor, run));
  }

  /// A run that a person may stop, let go on or make again.
  ///
  /// @throws Problem of kind `NOT_FOUND` when there is none, or not for this person; `NOT_ALLOWED`
  ///   for someone who may only look at it
  Seen touch(Actor actor, String id) {
    Seen seen = see(actor, id);
    if (!isTheirs(actor, seen.run())) {
      throw Problem.of(
          Problem.Kind.NOT_ALLOWED,
          actor.name() + " may look at this run and not change it.",
          "Whoever started it, a builder or an owner can.");
    }
    return seen;
  }

  /// Whether a person may see all runs of the tools that they see.
  static boolean seesAll(Actor actor) {
    return actor.role() != Role.RUNNER;
  }

  private static boolean isTheirs(Actor actor, RunStore.Row run) {
    return seesAll(actor) || run.personId().equals(actor.personId());
  }

  private boolean decides(Actor actor, RunStore.Row run) {
    List<ReviewStore.Row> all = database.read(handle -> reviews.ofRun(handle, run.id()));
    return all.stream().anyMatch(review -> mayDecide(actor, review));
  }

  /// Whether a person may decide a review.
  static boolean mayDecide(Actor actor, ReviewStore.Row review) {
    if (review.decider().isEmpty()) {
      return seesAll(actor) || review.startedBy().equals(actor.personId());
    }
    int slash = review.decider().indexOf('/');
    return actor.mayDecide(
        review.decider().substring(0, slash), review.decider().substring(slash + 1));
  }

  private ToolVersion version(Actor actor, RunStore.Row run) {
    try {
      return tools.version(actor, run.toolId(), run.version());
    } catch (Problem problem) {
      throw problem.kind() == Problem.Kind.NOT_FOUND ? noSuchRun() : problem;
    }
  }

  /// The version of a review's tool; empty where the person may not see the tool.
  Optional<ToolVersion> version(Actor actor, ReviewStore.Row review) {
    try {
      return Optional.of(tools.version(actor, review.toolId(), review.version()));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /// Whether a person sees a tool.
  boolean seesTool(Actor actor, String toolId) {
    try {
      tools.row(actor, toolId);
      return true;
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.NOT_FOUND) {
        return false;
      }
      throw problem;
    }
  }

  static Problem noSuchRun() {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        "There is no such run.",
        "It may belong to another Knowhow. Look at the tool's list of runs.");
  }
}
