package dev.knowhow.tool.yaml;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Writes pieces of YAML as people write them: plain words where they can stand, quotation marks
/// where they must, long texts folded below their key.
final class YamlWriter {
  /// How wide lines may get where a choice is left.
  static final int WIDTH = 118;

  private static final String NOT_FIRST = "-?:,[]{}#&*!|>'\"%@`";

  private YamlWriter() {}

  /// A piece on one line, collections in brackets.
  static String inBrackets(Yaml piece) {
    return switch (piece) {
      case Yaml.Words(String text, int _) -> oneLine(text, true);
      case Yaml.Items(List<Yaml> items, int _) ->
          "[" + String.join(", ", items.stream().map(YamlWriter::inBrackets).toList()) + "]";
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          "{"
              + String.join(
                  ", ",
                  entries.stream()
                      .map(entry -> oneLine(entry.key(), true) + ": " + inBrackets(entry.value()))
                      .toList())
              + "}";
    };
  }

  /// An entry of a block from its key on; further lines are indented.
  ///
  /// @param indent the column of the key
  static String entry(String key, Yaml piece, int indent) {
    return oneLine(key, false) + ":" + value(piece, indent);
  }

  /// An item of a block from its dash on.
  ///
  /// @param indent the column of the dash
  static String item(Yaml piece, int indent) {
    if (isShort(piece) || piece instanceof Yaml.Items) {
      return "-" + value(piece, indent);
    }
    if (piece instanceof Yaml.Entries(List<Yaml.Entry> entries, int _)) {
      return "- " + entries(entries, indent + 2);
    }
    return "-" + value(piece, indent);
  }

  /// What follows the colon or the dash.
  static String value(Yaml piece, int indent) {
    return switch (piece) {
      case Yaml.Words(String text, int _) -> text.isEmpty() ? " \"\"" : " " + words(text, indent);
      case Yaml.Items(List<Yaml> items, int _) when !isShort(piece) -> {
        String lead = "\n" + " ".repeat(indent + 2);
        yield lead + String.join(lead, items.stream().map(item -> item(item, indent + 2)).toList());
      }
      case Yaml.Entries(List<Yaml.Entry> entries, int _) when !isShort(piece) ->
          "\n" + " ".repeat(indent + 2) + entries(entries, indent + 2);
      case Yaml.Items _, Yaml.Entries _ -> " " + inBrackets(piece);
    };
  }

  private static String entries(List<Yaml.Entry> entries, int indent) {
    return String.join(
        "\n" + " ".repeat(indent),
        entries.stream().map(entry -> entry(entry.key(), entry.value(), indent)).toList());
  }

  /// Whether a collection reads well in brackets on one line: short, and nothing deep in it.
  static boolean isShort(Yaml piece) {
    return piece instanceof Yaml.Words(String text, int _)
        ? !text.contains("\n") && text.length() <= WIDTH
        : depth(piece) <= 2 && inBrackets(piece).length() <= 80;
  }

  private static int depth(Yaml piece) {
    return switch (piece) {
      case Yaml.Words _ -> 0;
      case Yaml.Items(List<Yaml> items, int _) ->
          1 + items.stream().mapToInt(YamlWriter::depth).max().orElse(0);
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          1 + entries.stream().mapToInt(entry -> depth(entry.value())).max().orElse(0);
    };
  }

  /// A text in a block, which may take more lines.
  ///
  /// @param indent the column of its key or dash
  static String words(String text, int indent) {
    String lead = "\n" + " ".repeat(indent + 2);
    if (text.contains("\n") && canBeBelow(text)) {
      boolean ends = text.endsWith("\n");
      StringBuilder below = new StringBuilder(ends ? "|" : "|-");
      text.lines().forEach(line -> below.append(line.isEmpty() ? "\n" : lead + line));
      return below.toString();
    }
    if (!text.contains("\n") && text.length() + indent > WIDTH && canBeBelow(text)) {
      return ">-" + lead + String.join(lead, folded(text, WIDTH - indent - 2));
    }
    return oneLine(text, false);
  }

  private static boolean canBeBelow(String text) {
    return !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.endsWith("\n\n")
        && !text.endsWith(" ")
        && text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty())
        && text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c != 0x7F && !isBreak(c)));
  }

  private static List<String> folded(String text, int width) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (text.length() - from > width) {
      int at = -1;
      for (int i = from + 1; i < text.length() - 1; i++) {
        if (i - from > width && at > 0) {
          break;
        }
        if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ') {
          at = i;
        }
      }
      if (at < 0) {
        break;
      }
      lines.add(text.substring(from, at));
      from = at + 1;
    }
    lines.add(text.substring(from));
    return lines;
  }

  /// A text on one line, in quotation marks where it must be.
  ///
  /// @param inBrackets whether it stands in brackets
  static String oneLine(String text, boolean inBrackets) {
    return isPlain(text, inBrackets) ? text : quoted(text);
  }

  private static boolean isPlain(String text, boolean inBrackets) {
    if (text.isEmpty()
        || text.startsWith(" ")
        || text.endsWith(" ")
        || text.endsWith(":")
        || NOT_FIRST.indexOf(text.charAt(0)) >= 0
        || text.contains(": ")
        || text.contains(" #")
        || text.startsWith("...")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F || isBreak(c) || Character.isSurrogate(c) || c == 0xFEFF) {
        return false;
      }
      if (inBrackets && (",[]{}".indexOf(c) >= 0 || c == ':' || c == '?')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBreak(int c) {
    return (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
              if (c < ' ' || c == 0x7F || isBreak(c) || c == 0xFEFF || c >= 0xFFFE && c <= 0xFFFF) {
                quoted
                    .append("\\u")
                    .append(HexFormat.of().toHexDigits(c, 4).toUpperCase(Locale.ROOT));
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
