package dev.knowhow.account;

/// An invitation that was just made, with the secret of its link.
///
/// @param token the secret, which is kept nowhere in clear: it can be shown now and never again
public record Invited(Invitation invitation, String token) {

  /// The invitation without its secret.
  @Override
  public String toString() {
    return "Invited[" + invitation + "]";
  }
}
