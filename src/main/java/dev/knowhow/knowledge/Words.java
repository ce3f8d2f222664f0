package dev.knowhow.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words by which texts are found: lower case, without the words that every text has, in their
/// stem; numbers and codes as they are written.
///
/// `1926.501(b)(1)` gives itself, and `1926.501(b)`, `1926.501`, `1926`, `501` and `1` too, so that
/// a question about the section finds its paragraphs. The word list and stems are English; other
/// languages are found by their exact words.
final class Words {
  private static final Set<String> EVERYWHERE =
      Set.of(
          "a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do",
          "does", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "into", "is",
          "it", "its", "may", "no", "not", "of", "on", "or", "our", "she", "so", "such", "than",
          "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
          "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "would",
          "you", "your");

  private Words() {}

  /// The words of a text in their order, at most `atMost` of them.
  static List<String> of(String text, int atMost) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < atMost) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        chunk(text.substring(at, end).toLowerCase(Locale.ROOT), words);
      }
      at = end + 1;
    }
    return words.size() > atMost ? List.copyOf(words.subList(0, atMost)) : words;
  }

  private static void chunk(String chunk, List<String> words) {
    if (chunk.chars().anyMatch(Character::isDigit)) {
      code(chunk, words);
      return;
    }
    int at = 0;
    while (at < chunk.length()) {
      int end = at;
      while (end < chunk.length() && isLetter(chunk, end)) {
        end++;
      }
      if (end > at) {
        word(chunk.substring(at, end), words);
      }
      at = end + 1;
    }
  }

  private static boolean isLetter(String chunk, int at) {
    char c = chunk.charAt(at);
    boolean inside = at > 0 && at + 1 < chunk.length();
    return Character.isLetter(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || inside && (c == '\'' || c == '’');
  }

  private static void word(String written, List<String> words) {
    String word = written.replace('’', '\'');
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (!bare.isEmpty() && !EVERYWHERE.contains(bare)) {
      words.add(Stem.of(bare.replace("'", "")));
    }
  }

  /// A number or a code: whole, up to each of its brackets, and in its parts.
  private static void code(String chunk, List<String> words) {
    String code = trimmed(chunk).replaceAll("(?<=\\d),(?=\\d{3})", "");
    List<String> forms = new ArrayList<>();
    forms.add(code);
    for (int at = code.indexOf('(', 1); at > 0; at = code.indexOf('(', at + 1)) {
      forms.add(code.substring(0, at));
    }
    for (String part : code.split("[^\\p{L}\\p{N}]+")) {
      if (part.chars().anyMatch(Character::isDigit)) {
        forms.add(part);
      } else if (part.length() > 2) {
        word(part, forms);
      }
    }
    forms.stream().filter(form -> !form.isEmpty()).distinct().forEach(words::add);
  }

  /// Without punctuation around it, but with the bracket that closes one inside.
  private static String trimmed(String chunk) {
    int from = 0;
    int to = chunk.length();
    while (from < to && !Character.isLetterOrDigit(chunk.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(chunk.charAt(to - 1))) {
      if (chunk.charAt(to - 1) == ')' && chunk.substring(from, to).indexOf('(') >= 0) {
        break;
      }
      to--;
    }
    return chunk.substring(from, to);
  }
}
