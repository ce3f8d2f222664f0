package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// The decisions that runs wait for: who may make one, what is needed to make it, and making it.
/// The review's end, the journal's answer and the run's going on are one transaction. Thread-safe.
final class Reviews {
  private static final int MOST_IN_INBOX = 200;

  private final Database database;
  private final Access access;
  private final Timers timers;
  private final InstantSource clock;
  private final Entries entries;
  private final Consumer<String> goesOn;
  private final ReviewStore store = new ReviewStore();
  private final StateStore states = new StateStore();

  /// @param goesOn is given the id of a run that can go on
  Reviews(
      Database database,
      Access access,
      Timers timers,
      InstantSource clock,
      Consumer<String> goesOn) {
    this.database = database;
    this.access = access;
    this.timers = timers;
    this.clock = clock;
    this.entries = new Entries(clock);
    this.goesOn = goesOn;
  }

  List<ReviewView> inbox(Actor actor) {
    List<ReviewView> views = new ArrayList<>();
    for (ReviewStore.Row row :
        database.read(handle -> store.inbox(handle, deciding(actor), MOST_IN_INBOX))) {
      access.version(actor, row).ifPresent(version -> views.add(ReviewViews.of(row, version)));
    }
    return views;
  }

  int waitingFor(Actor actor) {
    return database.read(handle -> store.count(handle, deciding(actor))).stream()
        .filter(tool -> access.seesTool(actor, tool.toolId()))
        .mapToInt(ReviewStore.OfTool::open)
        .sum();
  }

  private static ReviewStore.Deciding deciding(Actor actor) {
    return new ReviewStore.Deciding(
        actor.role() == Role.OWNER, Access.seesAll(actor), actor.personId(), actor.decides());
  }

  /// A review with its tool's version, for whoever may decide it or see its run.
  ReviewView view(Actor actor, String id) {
    ReviewStore.Row row = row(id);
    return ReviewViews.of(row, seen(actor, row));
  }

  private ToolVersion seen(Actor actor, ReviewStore.Row row) {
    if (!Access.mayDecide(actor, row)) {
      try {
        return access.see(actor, row.runId()).version();
      } catch (Problem problem) {
        throw problem.kind() == Problem.Kind.NOT_FOUND ? noSuchReview() : problem;
      }
    }
    return access.version(actor, row).orElseThrow(Reviews::noSuchReview);
  }

  /// Decides an open review.
  void decide(Actor actor, String id, Decision decision) {
    ReviewStore.Row row = row(id);
    ToolVersion version = seen(actor, row);
    if (!Access.mayDecide(actor, row)) {
      throw Problem.of(
          Problem.Kind.NOT_ALLOWED,
          actor.name() + " may not decide this.",
          row.decider().isEmpty()
              ? "Whoever started the run, a builder or an owner can."
              : "It takes someone with the role " + role(row) + ", or an owner.");
    }
    if (row.state() != ReviewStore.State.OPEN) {
      throw over(row);
    }
    Instant now = clock.instant();
    if (row.until().filter(until -> !now.isBefore(until)).isPresent()) {
      late(id);
      throw over(row(id));
    }
    Deciding.Decided decided = Deciding.decide(ReviewViews.of(row, version), decision);
    Value answer = answer(decided, actor.name());
    boolean first =
        database.write(handle -> {
          ReviewView.Decided how = ReviewStore.decided(answer, now);
          return end(handle, row, ReviewStore.State.DECIDED, actor.personId(), how, answer);
        });
    if (!first) {
      throw over(row(id));
    }
    goesOn.accept(row.runId());
  }

  /// Ends a review whose time is over, unless it was decided.
  void late(String id) {
    Optional<ReviewStore.Row> found = database.read(handle -> store.find(handle, id));
    if (found.isEmpty() || found.get().state() != ReviewStore.State.OPEN) {
      return;
    }
    ReviewStore.Row row = found.get();
    Deciding.Decided decided = Deciding.late(row.asked().get("value"));
    Value answer = answer(decided, "");
    ReviewView.Decided how = ReviewStore.decided(answer, clock.instant());
    boolean first =
        database.write(handle -> end(handle, row, ReviewStore.State.LATE, "", how, answer));
    if (first) {
      goesOn.accept(row.runId());
    }
  }

  /// The run's row is held before the review is looked at: who comes second sees what came first.
  private boolean end(
      Handle handle,
      ReviewStore.Row row,
      ReviewStore.State state,
      String personId,
      ReviewView.Decided how,
      Value answer) {
    states.hold(handle, row.runId());
    if (store.find(handle, row.id()).filter(r -> r.state() == ReviewStore.State.OPEN).isEmpty()) {
      return false;
    }
    if (!entries.answerFromOutside(
        handle, row.runId(), row.number(), new Entries.Said(answer, "", Answerer.NOBODY))) {
      return false;
    }
    store.end(handle, row.id(), state, personId, how, answer);
    timers.decided(handle, row.id());
    return true;
  }

  private static Value answer(Deciding.Decided decided, String by) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("decision", Value.text(decided.decision()));
    fields.put("value", decided.value());
    fields.put("fills", decided.fills());
    fields.put("by", Value.text(by));
    fields.put("comment", Value.text(decided.comment()));
    return Value.fields(fields);
  }

  private ReviewStore.Row row(String id) {
    return database.read(handle -> store.find(handle, id)).orElseThrow(Reviews::noSuchReview);
  }

  private static String role(ReviewStore.Row row) {
    return row.decider().substring(row.decider().indexOf('/') + 1);
  }

  private static Problem over(ReviewStore.Row row) {
    String by = row.decided().map(ReviewView.Decided::by).orElse("");
    String what =
        switch (row.state()) {
          case OPEN, WITHDRAWN -> "The run has ended, so there is nothing left to decide.";
          case DECIDED -> "This was decided already" + (by.isEmpty() ? "." : " by " + by + ".");
          case LATE -> "The time for this decision is over.";
        };
    return Problem.of(Problem.Kind.CONFLICT, what, "Look at the run to see how it went on.");
  }

  private static Problem noSuchReview() {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        "There is no such review, or it is not for you.",
        "Look at the list of what waits for you.");
  }
}
