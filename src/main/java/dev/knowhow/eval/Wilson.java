package dev.knowhow.eval;

/// The rate that some passed examples speak for, with the range in which it lies for 19 of 20 such
/// samples: Wilson's score interval with z = 1.96, which stays honest for few examples and at 0%
/// and 100%, where the usual one does not.
///
/// Edwin B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal
/// of the American Statistical Association 22 (1927), pages 209-212; recommended for small samples
/// by Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science
/// 16 (2001), pages 101-133.
///
/// @param passed how many passed
/// @param of how many there were
public record Wilson(int passed, int of) {
  private static final double Z = 1.959963984540054;

  /// Refuses numbers that can't be.
  public Wilson {
    if (passed < 0 || passed > of) {
      throw new IllegalArgumentException(passed + " of " + of);
    }
  }

  /// The part that passed, from 0 to 1; 0 where there were none.
  public double rate() {
    return of == 0 ? 0 : (double) passed / of;
  }

  /// The low end of the range, from 0 to 1.
  public double low() {
    return of == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /// The high end of the range, from 0 to 1.
  public double high() {
    return of == 0 ? 1 : Math.min(1, middle() + reach());
  }

  /// Whether there are too few examples to tell rates apart that differ much: less than twenty.
  public boolean isFew() {
    return of < 20;
  }

  private double middle() {
    return (rate() + Z * Z / (2.0 * of)) / (1 + Z * Z / of);
  }

  private double reach() {
    double rate = rate();
    return Z / (1 + Z * Z / of) * Math.sqrt(rate * (1 - rate) / of + Z * Z / (4.0 * of * of));
  }
}
