package dev.knowhow.price;

/// Other rates for long requests: they hold for the whole of a request that sends more tokens than
/// the limit.
///
/// @param aboveInput the number of input tokens, cached or not, up to which the band does not apply
/// @param rates the rates of the band
public record Band(long aboveInput, Rates rates) implements Comparable<Band> {

  /// Refuses a band that would begin at nothing.
  public Band {
    if (aboveInput <= 0) {
      throw new IllegalArgumentException("a band begins above a number of tokens");
    }
  }

  @Override
  public int compareTo(Band other) {
    return Long.compare(aboveInput, other.aboveInput);
  }
}
