package dev.knowhow.tool;

/// A length, exact to the nanometre.
///
/// An inch is 25,400,000 nm, so feet, inches, 64ths of an inch and millimetres are whole numbers.
///
/// @param nanometres may be negative
public record Length(long nanometres) implements Comparable<Length> {
  @Override
  public int compareTo(Length other) {
    return Long.compare(nanometres, other.nanometres);
  }
}
