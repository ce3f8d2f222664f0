package dev.knowhow.knowledge;

/// The stem of an English word, as far as endings of number and tense go: the first step of M. F.
/// Porter, "An algorithm for suffix stripping", Program 14 (1980), 130-137. The later steps are
/// left out: what they gain on long words, they lose on a trade's words.
final class Stem {
  private static final int SHORTEST = 4;

  private Stem() {}

  /// The stem of a word in lower case; words with other letters than a to z stay as they are.
  static String of(String word) {
    if (word.length() < SHORTEST || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return word;
    }
    String singular = withoutPlural(word);
    String present = withoutTense(singular);
    int last = present.length() - 1;
    boolean ends = present.charAt(last) == 'y' && hasVowel(present.substring(0, last));
    return ends ? present.substring(0, last) + "i" : present;
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static String withoutTense(String word) {
    if (word.endsWith("eed")) {
      boolean long_ = hasVowel(word.substring(0, word.length() - 3));
      return long_ ? word.substring(0, word.length() - 1) : word;
    }
    if (word.endsWith("ed") && hasVowel(word.substring(0, word.length() - 2))) {
      return mended(word.substring(0, word.length() - 2));
    }
    if (word.endsWith("ing") && hasVowel(word.substring(0, word.length() - 3))) {
      return mended(word.substring(0, word.length() - 3));
    }
    return word;
  }

  /// What is left of `filing`, `stopped` or `relating`, made like `file`, `stop` and `relate`.
  private static String mended(String left) {
    if (left.endsWith("at") || left.endsWith("bl") || left.endsWith("iz")) {
      return left + "e";
    }
    int last = left.length() - 1;
    if (last >= 1
        && left.charAt(last) == left.charAt(last - 1)
        && isConsonant(left, last)
        && "lsz".indexOf(left.charAt(last)) < 0) {
      return left.substring(0, last);
    }
    return isShort(left) ? left + "e" : left;
  }

  /// One vowel group, then one consonant: `fil`, `cod`, but not `deni` or `appeal`.
  private static boolean isShort(String word) {
    int last = word.length() - 1;
    if (last < 2 || !isConsonant(word, last) || "wxy".indexOf(word.charAt(last)) >= 0) {
      return false;
    }
    return !isConsonant(word, last - 1)
        && isConsonant(word, last - 2)
        && !hasVowel(word.substring(0, last - 1));
  }

  private static boolean hasVowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isConsonant(word, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConsonant(String word, int at) {
    char c = word.charAt(at);
    return c == 'y' ? at == 0 || !isConsonant(word, at - 1) : "aeiou".indexOf(c) < 0;
  }
}
