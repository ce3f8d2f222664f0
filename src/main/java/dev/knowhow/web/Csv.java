package dev.knowhow.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Lines of a CSV file (RFC 4180) that a spreadsheet opens as text, whatever people wrote.
final class Csv {
  /// What a file begins with, so that spreadsheets read it as UTF-8.
  static final String FOR_SPREADSHEETS = "\uFEFF";

  private Csv() {}

  /// One line with its end.
  static String line(String... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
