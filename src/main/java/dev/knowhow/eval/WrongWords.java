package dev.knowhow.eval;

import dev.knowhow.tool.PlantedMistake.Change;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Errors in prose: a changed number, quoted words that are not quite the same, what must be
/// mentioned left out, what must not be said, far too many words. Pure.
final class WrongWords {
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d,.]*\\d)?");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern AT_MOST = Pattern.compile("has at most (\\d{1,4}) words");
  private static final int MOST_WORDS = 1_000;

  private WrongWords() {}

  /// The errors, the likeliest first.
  ///
  /// @param check the check that is to catch them, which says what must and must not be there
  /// @param phrases what the text may have to quote
  static List<Change> of(String text, String check, List<String> phrases) {
    List<Change> wrong = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(check);
    while (quoted.find()) {
      if (text.contains(quoted.group(1))) {
        wrong.add(new Change.Replace(quoted.group(1), "something else"));
      } else {
        saying(text, quoted.group(1)).ifPresent(wrong::add);
      }
    }
    tooLong(text, check).ifPresent(wrong::add);
    phrases.stream()
        .filter(text::contains)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .limit(2)
        .forEach(phrase -> wrong.add(new Change.Replace(phrase, misquoted(phrase))));
    otherNumber(text).ifPresent(wrong::add);
    longestWord(text).ifPresent(word -> wrong.add(new Change.Replace(word, another(word))));
    wrong.add(new Change.Instead(Value.text("Something else entirely.")));
    if (check.contains("one question")) {
      wrong.add(new Change.Instead(Value.text(text + " Is that so? And why?")));
    }
    return wrong;
  }

  /// The text with words in it that must not be there.
  static Optional<Change> saying(String text, String words) {
    Matcher first = WORD.matcher(text);
    return first.find()
        ? Optional.of(new Change.Replace(first.group(), first.group() + ", " + words + ","))
        : Optional.empty();
  }

  private static Optional<Change> tooLong(String text, String check) {
    Matcher atMost = AT_MOST.matcher(check);
    if (!atMost.find() || Integer.parseInt(atMost.group(1)) > MOST_WORDS) {
      return Optional.empty();
    }
    int most = Integer.parseInt(atMost.group(1));
    int words = Math.max(1, text.split("\\s+").length);
    return Optional.of(
        new Change.Instead(Value.text(String.join(" ", repeated(text, most / words + 1)))));
  }

  private static List<String> repeated(String text, int times) {
    String[] all = new String[times];
    Arrays.fill(all, text.strip());
    return List.of(all);
  }

  private static Optional<Change> otherNumber(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return Optional.empty();
    }
    String digits = number.group();
    char last = digits.charAt(digits.length() - 1);
    char other = last == '9' ? '1' : (char) (last + 1);
    return Optional.of(
        new Change.Replace(digits, digits.substring(0, digits.length() - 1) + other));
  }

  private static String misquoted(String phrase) {
    return longestWord(phrase)
        .map(word -> phrase.replace(word, another(word)))
        .orElse("something else");
  }

  private static Optional<String> longestWord(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> word.group())
        .max(Comparator.comparingInt(String::length));
  }

  private static String another(String word) {
    return word.equals("different") ? "other" : "different";
  }
}
