package dev.knowhow.flow;

import java.util.Collection;
import java.util.Locale;

/// The word that a person may have meant.
final class Nearest {
  private Nearest() {}

  /// `Write “x”.` for the nearest of some words, or a list of them where none is near.
  static String hint(String found, Collection<String> known) {
    String best = "";
    int least = Math.max(2, found.length() / 3) + 1;
    for (String word : known) {
      int distance = distance(found.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    if (!best.isEmpty()) {
      return "Write “" + best + "”.";
    }
    return known.isEmpty() ? "" : "Write one of: " + String.join(", ", known) + ".";
  }

  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] next = new int[b.length() + 1];
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        next[j] = Math.min(Math.min(next[j - 1], last[j]) + 1, last[j - 1] + change);
      }
      last = next;
    }
    return last[b.length()];
  }
}
