package dev.knowhow.eval;

import java.time.Instant;
import java.util.List;

/// How a version's examples came out when they were tried last.
///
/// @param trialId the trial that says more
/// @param at when it was done
/// @param live whether models answered; else only sample answers were gone through
/// @param models the models that answered, by name
/// @param passed how many examples passed
/// @param of how many there were
/// @param notPassed the names of those that did not, as persons read them
public record HowItDid(
    String trialId,
    Instant at,
    boolean live,
    List<String> models,
    int passed,
    int of,
    List<String> notPassed) {

  /// Copies the lists.
  public HowItDid {
    models = List.copyOf(models);
    notPassed = List.copyOf(notPassed);
  }

  /// Whether every example passed.
  public boolean allPassed() {
    return passed == of;
  }
}
