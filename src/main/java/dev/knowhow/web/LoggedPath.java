package dev.knowhow.web;

import io.javalin.http.Context;

/// The address of a request as it may stand in the log: without the secret of a link.
///
/// Whoever reads the log or gets a copy of it to look for a bug could else use a link before the
/// person it is for.
final class LoggedPath {
  private LoggedPath() {}

  /// The path, or the route's pattern where a part of the path is a secret.
  static String of(Context context) {
    return context.pathParamMap().containsKey("token") ? context.endpoint().path : context.path();
  }
}
