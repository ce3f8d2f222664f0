package dev.knowhow.account;

import java.time.Instant;

/// A person who has just signed in.
///
/// @param token the secret for the person's cookie; it is kept nowhere else in clear
/// @param actor the person
/// @param expires when the person has to sign in again
public record Session(String token, Actor actor, Instant expires) {

  /// The session without its secret.
  @Override
  public String toString() {
    return "Session[" + actor.name() + ", until " + expires + "]";
  }
}
