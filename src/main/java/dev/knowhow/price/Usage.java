package dev.knowhow.price;

/// How many tokens of each bucket a call used; the buckets are disjoint.
///
/// @param freshInput tokens of [Bucket#FRESH_INPUT]
/// @param cacheRead tokens of [Bucket#CACHE_READ]
/// @param cacheWrite5Min tokens of [Bucket#CACHE_WRITE_5_MIN]
/// @param cacheWrite1H tokens of [Bucket#CACHE_WRITE_1_H]
/// @param visibleOutput tokens of [Bucket#VISIBLE_OUTPUT]
/// @param reasoning tokens of [Bucket#REASONING]
public record Usage(
    long freshInput,
    long cacheRead,
    long cacheWrite5Min,
    long cacheWrite1H,
    long visibleOutput,
    long reasoning) {

  /// No token at all.
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

  /// Refuses a negative count: it means that a provider's overlapping figures were subtracted
  /// wrongly.
  public Usage {
    if ((freshInput | cacheRead | cacheWrite5Min | cacheWrite1H | visibleOutput | reasoning) < 0) {
      throw new IllegalArgumentException("a bucket holds a negative number of tokens");
    }
  }

  /// A call without a cache and without hidden reasoning.
  public static Usage of(long freshInput, long visibleOutput) {
    return new Usage(freshInput, 0, 0, 0, visibleOutput, 0);
  }

  /// The tokens in one bucket.
  public long in(Bucket bucket) {
    return switch (bucket) {
      case FRESH_INPUT -> freshInput;
      case CACHE_READ -> cacheRead;
      case CACHE_WRITE_5_MIN -> cacheWrite5Min;
      case CACHE_WRITE_1_H -> cacheWrite1H;
      case VISIBLE_OUTPUT -> visibleOutput;
      case REASONING -> reasoning;
    };
  }

  /// All tokens that were sent, cached or not; price bands go by this.
  public long input() {
    return Math.addExact(
        Math.addExact(freshInput, cacheRead), Math.addExact(cacheWrite5Min, cacheWrite1H));
  }

  /// All tokens that came back, shown or not.
  public long output() {
    return Math.addExact(visibleOutput, reasoning);
  }

  /// Both usages together.
  public Usage plus(Usage other) {
    return new Usage(
        Math.addExact(freshInput, other.freshInput),
        Math.addExact(cacheRead, other.cacheRead),
        Math.addExact(cacheWrite5Min, other.cacheWrite5Min),
        Math.addExact(cacheWrite1H, other.cacheWrite1H),
        Math.addExact(visibleOutput, other.visibleOutput),
        Math.addExact(reasoning, other.reasoning));
  }
}
