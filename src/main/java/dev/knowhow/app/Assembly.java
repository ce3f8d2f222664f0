package dev.knowhow.app;

import io.javalin.Javalin;
import java.net.URI;
import java.util.Optional;

/// The long-lived objects of a running server, built once and closed in the reverse order.
final class Assembly implements AutoCloseable {
  private final Javalin server;

  private Assembly(Javalin server) {
    this.server = server;
  }

  /// Builds everything and starts to answer.
  static Assembly open(Settings settings) {
    Javalin server =
        Javalin.create(config -> {
          config.concurrency.useVirtualThreads = true;
          config.startup.showJavalinBanner = false;
          config.routes.get("/health", context -> context.result("ok"));
        });
    server.start(settings.bind(), settings.port());
    return new Assembly(server);
  }

  /// Where the server is reached from this computer.
  URI address() {
    return URI.create("http://localhost:" + server.port());
  }

  /// The one-time code for the first owner's page; empty once there is an owner.
  Optional<String> setupCode() {
    return Optional.empty();
  }

  @Override
  public void close() {
    server.stop();
  }
}
