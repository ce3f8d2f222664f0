package dev.knowhow.web;

/// How the parts of this server are, for `/health`.
///
/// @param database whether the database answers
/// @param workers how the sandbox is, in a word or two
/// @param workersReady whether a flow could be executed now
public record Health(boolean database, String workers, boolean workersReady) {

  /// Whether the server can do its work.
  boolean well() {
    return database && workersReady;
  }
}
