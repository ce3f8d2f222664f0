package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.run.RunView;
import dev.knowhow.run.WaitsFor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a run waits for, as one person is told: whose turn it is, and until when.
final class Waits {
  private static final int MOST = 6;

  private final Words words;
  private final RunView run;
  private final Actor actor;
  private final ZoneId zone;

  Waits(Words words, RunView run, Actor actor, ZoneId zone) {
    this.words = words;
    this.run = run;
    this.actor = actor;
    this.zone = zone;
  }

  /// Whether a person may decide what a role of the run's trade decides.
  ///
  /// @param by the role, or empty for whoever started the run, a builder or an owner
  static boolean mayDecide(Actor actor, RunView run, String by) {
    return by.isEmpty()
        ? actor.role() != Role.RUNNER || run.startedBy().equals(actor.personId())
        : actor.mayDecide(run.version().house().id(), by);
  }

  /// Whose turn it is, in words.
  static String turn(Words words, String by) {
    return by.isEmpty() ? words.of("turn.starter") : words.of("turn.role", by);
  }

  /// What is said at the head of the run's page: this person's own turns first.
  List<RunPage.Wait> all() {
    return run.waitsFor().stream()
        .map(this::wait)
        .sorted((one, other) -> Boolean.compare(other.yours(), one.yours()))
        .limit(MOST)
        .toList();
  }

  /// How many more there are than [#all] tells, in words, or empty.
  String more() {
    int more = run.waitsFor().size() - MOST;
    return more > 0 ? words.count("waits.more", more) : "";
  }

  private RunPage.Wait wait(WaitsFor one) {
    return switch (one) {
      case WaitsFor.AReview review -> wait(review);
      case WaitsFor.ARun child ->
          new RunPage.Wait(
              false,
              false,
              words.of("waits.run", child.toolName()),
              "",
              Optional.of(
                  new Moment.Link(words.of("moment.child.look"), "/runs/" + child.runId())));
      case WaitsFor.ATime time ->
          new RunPage.Wait(false, true, retry(time), words.of("waits.kept"), Optional.empty());
    };
  }

  private RunPage.Wait wait(WaitsFor.AReview review) {
    boolean yours = mayDecide(actor, run, review.by());
    String title =
        yours ? words.of("waits.you") : words.of("waits.other", turn(words, review.by()));
    String since = words.of("waits.since", at(review.since()));
    String until = review.until().map(end -> " " + words.of("waits.until", at(end))).orElse("");
    return new RunPage.Wait(
        yours,
        false,
        title,
        Visit.sentence(review.words(), since + until),
        Optional.of(
            new Moment.Link(
                words.of(yours ? "waits.decide" : "waits.look"), "/reviews/" + review.reviewId())));
  }

  /// What is said at the step itself.
  Moment.Said said(WaitsFor one) {
    RunPage.Wait wait = wait(one);
    return new Moment.Said(wait.title(), "", wait.link());
  }

  private String retry(WaitsFor.ATime time) {
    return words.of("waits.time", at(time.at()), Visit.sentence(time.why(), ""));
  }

  private String at(Instant moment) {
    return Dates.near(moment, run.startedAt(), zone);
  }
}
