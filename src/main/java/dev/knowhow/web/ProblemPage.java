package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import io.javalin.http.HttpStatus;
import java.util.List;

/// A problem as a page: what happened, what to do, and a way on.
///
/// @param reference what to look for in the log, or empty
record ProblemPage(Frame frame, String what, String hint, List<String> faults, String reference) {

  /// Copies the list.
  ProblemPage {
    faults = List.copyOf(faults);
  }

  /// The status of a problem.
  static HttpStatus status(Problem.Kind kind) {
    return switch (kind) {
      case BAD_INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
      case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT, NO_MODEL -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      case OVER_BUDGET -> HttpStatus.PAYMENT_REQUIRED;
      case PROVIDER_FAILED -> HttpStatus.BAD_GATEWAY;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
