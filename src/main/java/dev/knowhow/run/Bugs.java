package dev.knowhow.run;

import dev.knowhow.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Faults of our own: logged once with the run, and told to the person without their text, which
/// may hold anything.
final class Bugs {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.run");

  private Bugs() {}

  static Problem told(String runId, Throwable bug) {
    LOG.error("run {} met a fault of Knowhow's own", runId, bug);
    return Problem.of(
            Problem.Kind.UNAVAILABLE,
            "Something went wrong inside Knowhow.",
            "Nothing that was paid for is lost: press “Try again”. The server's log says"
                + " more.")
        .causedBy(bug);
  }
}
