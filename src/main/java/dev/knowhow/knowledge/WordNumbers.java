package dev.knowhow.knowledge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The numbers and bullets that Word puts before paragraphs; they are nowhere in the text itself,
/// and "Section 4.2" can't be found without them. Keeps count as paragraphs come; used for one
/// document.
final class WordNumbers {
  private static final int LEVELS = 9;

  private record Level(int start, String format, String text) {}

  private final Map<String, Map<Integer, Level>> abstracts = new HashMap<>();
  private final Map<String, String> abstractOf = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();

  /// The numbering of a document, from its numbering part; empty bytes mean that it has none.
  static WordNumbers of(byte[] numbering) throws XMLStreamException {
    WordNumbers numbers = new WordNumbers();
    if (numbering.length > 0) {
      numbers.read(Xml.reader(numbering));
    }
    return numbers;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    String inAbstract = "";
    String inNum = "";
    int level = -1;
    int start = 1;
    String format = "";
    while (xml.hasNext()) {
      int event = Xml.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String value = Xml.attribute(xml, "val");
        switch (xml.getLocalName()) {
          case "abstractNum" -> inAbstract = Xml.attribute(xml, "abstractNumId");
          case "num" -> inNum = Xml.attribute(xml, "numId");
          case "abstractNumId" -> abstractOf.put(inNum, value);
          case "lvlOverride" -> Xml.skip(xml);
          case "lvl" -> {
            level = number(Xml.attribute(xml, "ilvl"), 0);
            start = 1;
            format = "decimal";
          }
          case "start" -> start = number(value, 1);
          case "numFmt" -> format = value;
          case "lvlText" ->
              abstracts
                  .computeIfAbsent(inAbstract, _ -> new TreeMap<>())
                  .put(level, new Level(start, format, value));
          default -> {}
        }
      }
    }
  }

  /// What stands before the next paragraph of a list, with a space after it; may be empty.
  String next(String list, int level) {
    Map<Integer, Level> levels = abstracts.get(abstractOf.getOrDefault(list, ""));
    if (levels == null || level < 0 || level >= LEVELS || !levels.containsKey(level)) {
      return "";
    }
    int[] counts = counters.computeIfAbsent(abstractOf.get(list), _ -> new int[LEVELS]);
    Level own = levels.get(level);
    counts[level] = counts[level] == 0 ? own.start() : counts[level] + 1;
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      counts[deeper] = 0;
    }
    if (own.format().equals("bullet")) {
      return "- ";
    }
    String text = own.text();
    for (int i = 0; i <= level; i++) {
      Level above = levels.getOrDefault(i, own);
      int count = counts[i] == 0 ? above.start() : counts[i];
      text = text.replace("%" + (i + 1), written(count, above.format()));
    }
    return text.isBlank() ? "" : text.strip() + " ";
  }

  private static String written(int count, String format) {
    return switch (format) {
      case "lowerLetter" -> letters(count);
      case "upperLetter" -> letters(count).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(count);
      case "upperRoman" -> roman(count).toUpperCase(Locale.ROOT);
      case "decimalZero" -> count < 10 ? "0" + count : Integer.toString(count);
      case "none" -> "";
      default -> Integer.toString(count);
    };
  }

  /// a to z, then aa to zz, as Word counts.
  private static String letters(int count) {
    int at = Math.max(0, count - 1);
    return String.valueOf((char) ('a' + at % 26)).repeat(Math.min(20, at / 26 + 1));
  }

  private static String roman(int count) {
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    StringBuilder roman = new StringBuilder();
    int left = Math.min(Math.max(0, count), 3_999);
    for (int i = 0; i < values.length; i++) {
      while (left >= values[i]) {
        roman.append(signs[i]);
        left -= values[i];
      }
    }
    return roman.toString();
  }

  static int number(String written, int otherwise) {
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
