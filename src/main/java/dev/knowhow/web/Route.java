package dev.knowhow.web;

import io.javalin.http.HandlerType;

/// One address of the server.
///
/// @param what what it does, as the documentation of the routes says it
/// @param largest the most bytes its body may have
record Route(
    HandlerType method, String path, Access access, String what, long largest, Handling handling) {

  /// The most bytes of a form without documents.
  static final long SMALL_FORM = 256 * 1024;

  /// What a route does with a visit.
  @FunctionalInterface
  interface Handling {
    /// Answers the visit.
    void answer(Visit visit) throws Exception;
  }

  /// A page or a file.
  static Route get(String path, Access access, String what, Handling handling) {
    return new Route(HandlerType.GET, path, access, what, 0, handling);
  }

  /// A form without documents.
  static Route post(String path, Access access, String what, Handling handling) {
    return new Route(HandlerType.POST, path, access, what, SMALL_FORM, handling);
  }

  /// A form that may carry documents.
  static Route upload(String path, Access access, String what, long largest, Handling handling) {
    return new Route(HandlerType.POST, path, access, what, largest, handling);
  }
}
