package dev.knowhow.model;

import dev.knowhow.net.OutboundFailure;
import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.time.Duration;
import java.util.Locale;

/// Which failures are worth another attempt, and what a person is told of the last one.
final class Failures {
  private static final String MODELS = "Settings, Models";

  private Failures() {}

  static boolean worthAnother(Came came) {
    return switch (came) {
      case Came.Whole _ -> false;
      case Came.Broken _, Came.Silent _ -> true;
      case Came.Unreached(OutboundFailure failure) ->
          failure.kind() == OutboundFailure.Kind.NOT_CONNECTED
              || failure.kind() == OutboundFailure.Kind.UNKNOWN_HOST;
      case Came.Rejected rejected ->
          switch (rejected.status()) {
            case 408, 500, 502, 503, 504, 529 -> true;
            case 429 -> !outOfCredit(rejected.words());
            default -> false;
          };
    };
  }

  /// Whether a call that failed like this may well be answered in minutes or hours though nobody
  /// changes a setting.
  static boolean mayPass(Came came) {
    return switch (came) {
      case Came.Whole _ -> false;
      case Came.Broken _, Came.Silent _ -> true;
      case Came.Unreached(OutboundFailure failure) ->
          failure.kind() != OutboundFailure.Kind.REFUSED_ADDRESS
              && failure.kind() != OutboundFailure.Kind.NOT_SECURE;
      case Came.Rejected rejected ->
          switch (rejected.status()) {
            case 408, 429, 500, 502, 503, 504, 529 -> !outOfCredit(rejected.words());
            default -> false;
          };
    };
  }

  /// What a person is told, by the last failure of `attempts`.
  static Problem problem(Chosen chosen, Came came, int attempts) {
    String who = chosen.connection().recipient();
    String tries = attempts > 1 ? " after " + attempts + " attempts" : "";
    return switch (came) {
      case Came.Rejected rejected -> rejected(chosen, rejected, tries);
      case Came.Broken(_, String words) ->
          failed(
              who + " did not give a usable answer" + tries + ": " + words + ".",
              "Try again later. What the failed attempts cost is in the ledger.");
      case Came.Silent(OutboundFailure failure) ->
          failed(
              who + " did not answer" + tries + ": " + failure.words() + ".",
              "Try again later. What these attempts can have cost is in the ledger.");
      case Came.Unreached(OutboundFailure failure) ->
          failed(
              who + " can't be reached" + tries + ": " + failure.words() + ".", reaching(failure));
      case Came.Whole _ -> throw new IllegalArgumentException("a whole answer is no failure");
    };
  }

  private static String reaching(OutboundFailure failure) {
    return switch (failure.kind()) {
      case REFUSED_ADDRESS ->
          "A model on your own network can be called once the operator has listed its host and port"
              + " in KNOWHOW_LOCAL_MODELS.";
      case UNKNOWN_HOST ->
          "Check the address of the connection in " + MODELS + ", and this server's network.";
      case NOT_SECURE ->
          "Check that the address is right and that its certificate is one this server trusts.";
      case NOT_CONNECTED, NO_ANSWER, STALLED, TOO_LONG, TOO_LARGE, BROKEN ->
          "Check that it runs and that this server's network reaches it, then try again.";
    };
  }

  private static Problem rejected(Chosen chosen, Came.Rejected rejected, String tries) {
    String who = chosen.connection().recipient();
    String said = rejected.words().isEmpty() ? "" : " It says: \"" + rejected.words() + "\"";
    String status = " (" + rejected.status() + ")";
    if (rejected.status() == 402 || outOfCredit(rejected.words())) {
      return failed(
          who + " says that the account has no credit left" + status + "." + said,
          "Add credit at the provider, then try again.");
    }
    return switch (rejected.status()) {
      case 401, 403 ->
          failed(
              who + " refused the key" + status + "." + said,
              "Open " + MODELS + ", paste a key that is valid for this account, and test it.");
      case 404 ->
          failed(
              who + " does not know the model " + chosen.model().model() + status + "." + said,
              "Choose another model for the tier \""
                  + chosen.tier().words()
                  + "\" in "
                  + MODELS
                  + ", or check the connection's address.");
      case 408, 500, 502, 503, 504, 529 ->
          failed(
              who + " is not working at the moment" + status + tries + "." + said,
              "Try again later.");
      case 429 ->
          failed(
              who + " asks to be called less often" + status + tries + "." + said,
              rejected.retryAfter().map(Failures::later).orElse("Try again in some minutes."));
      case 300, 301, 302, 303, 307, 308 ->
          failed(
              who + " sends calls on to another address" + status + ", which is not followed.",
              "Enter the address that it really has in " + MODELS + ".");
      default ->
          failed(
              who + " refused the request" + status + "." + said,
              "If it is about the length, shorten what you put in; if it is about the model, choose"
                  + " another one in "
                  + MODELS
                  + ".");
    };
  }

  private static String later(Duration wait) {
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return "Try again in " + minutes + (minutes == 1 ? " minute." : " minutes.");
  }

  private static boolean outOfCredit(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("credit balance")
        || lower.contains("insufficient_quota")
        || lower.contains("exceeded your current quota")
        || lower.contains("insufficient credits");
  }

  private static Problem failed(String what, String hint) {
    return Problem.of(Kind.PROVIDER_FAILED, what, hint);
  }
}
