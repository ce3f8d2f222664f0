package dev.knowhow.tool.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the known word that a person probably meant.
public final class Nearest {
  private static final int MAX_LENGTH = 100;

  private Nearest() {}

  /// The known word with the fewest mistyped letters, if it is near enough to be meant.
  public static Optional<String> to(String found, Collection<String> known) {
    if (found.isEmpty() || found.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String word : known) {
      int distance = distance(plain(found), plain(word));
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    int allowed = Math.max(1, Math.min(3, found.length() / 3));
    return least <= allowed ? Optional.of(nearest) : Optional.empty();
  }

  /// What to do about a wrong word, as a sentence; empty where no known word is near.
  public static String hint(String found, Collection<String> known) {
    return to(found, known).map(word -> "Write \"" + word + "\"").orElse("");
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }

  /// Optimal string alignment: letters left out, added, changed, or swapped with a neighbour.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
