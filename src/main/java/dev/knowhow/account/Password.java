package dev.knowhow.account;

/// A password as a person typed it.
///
/// @param typed the password in clear
public record Password(String typed) {
  /// The fewest characters that a new password may have.
  public static final int SHORTEST = 10;

  /// The most characters a password may have.
  public static final int LONGEST = 200;

  /// A word that gives nothing away.
  @Override
  public String toString() {
    return "Password";
  }
}
