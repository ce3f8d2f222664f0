package dev.knowhow.web;

/// How much of a limit is used, as a bar with its words.
///
/// @param label the words beside the bar: `$3.42 of $20 this month`
/// @param used the used part in percent, 0 to 100
/// @param held the part that running work holds, in percent, drawn after the used part
/// @param level `steady`, `near` or `full`
record Meter(String label, int used, int held, String level) {

  /// A bar of `used` and `held` against `cap`, in any one unit.
  static Meter of(String label, long used, long held, long cap) {
    int usedPercent = percent(used, cap);
    int heldPercent = Math.min(percent(held, cap), 100 - usedPercent);
    int sum = usedPercent + heldPercent;
    return new Meter(
        label, usedPercent, heldPercent, sum >= 100 ? "full" : sum >= 80 ? "near" : "steady");
  }

  private static int percent(long part, long whole) {
    if (part <= 0) {
      return 0;
    }
    if (whole <= 0 || part >= whole) {
      return 100;
    }
    return (int) Math.max(1, Math.round(100.0 * part / whole));
  }
}
