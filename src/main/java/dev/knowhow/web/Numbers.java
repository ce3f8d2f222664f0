package dev.knowhow.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as the pages write them, whatever the machine's language is.
final class Numbers {
  private Numbers() {}

  /// A whole number with its thousands grouped: `1,420`.
  static String grouped(long number) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }
}
