package dev.knowhow.prompt;

import java.util.Collection;
import java.util.Optional;

/// The known name that a mistyped one most likely means.
final class NearestName {
  private NearestName() {}

  /// The nearest name, if one is near enough to be meant: at most a third of its letters differ.
  static Optional<String> of(String written, Collection<String> known) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      int distance = distance(written, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    boolean near = least <= Math.max(1, Math.max(written.length(), nearest.length()) / 3);
    return near ? Optional.of(nearest) : Optional.empty();
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, d[i - 2][j - 2] + 1);
        }
        d[i][j] = least;
      }
    }
    return d[a.length()][b.length()];
  }
}
