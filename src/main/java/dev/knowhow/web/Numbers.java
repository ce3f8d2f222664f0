package dev.knowhow.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/// Numbers as the pages write them, whatever the machine's language is.
final class Numbers {
  private static final long KB = 1024;
  private static final long MB = KB * KB;

  private Numbers() {}

  /// A whole number with its thousands grouped: `1,420`.
  static String grouped(long number) {
    return format("#,##0", (double) number);
  }

  /// A number of bytes: `20 MB`.
  static String size(long bytes) {
    return bytes >= MB ? grouped(bytes / MB) + " MB" : grouped(bytes / KB) + " KB";
  }

  /// How long something took: `under 0.1 s`, `0.4 s`, `12 s`, `2 min 5 s`.
  static String took(Duration time) {
    if (time.toMillis() < 50) {
      return "under 0.1 s";
    }
    if (time.compareTo(Duration.ofSeconds(10)) < 0) {
      return format("0.0", time.toMillis() / 1000.0) + " s";
    }
    long seconds = time.toSeconds();
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  private static String format(String pattern, double number) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }
}
