package dev.knowhow.flow;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Pieces of JavaScript text.
final class Js {
  private static final Set<String> TAKEN =
      Set.of(
          "arguments",
          "async",
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "eval",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "holds",
          "if",
          "implements",
          "import",
          "in",
          "instanceof",
          "interface",
          "let",
          "main",
          "names",
          "new",
          "null",
          "of",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "row",
          "run",
          "static",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "undefined",
          "var",
          "void",
          "while",
          "with",
          "yield",
          "isNaN",
          "escape",
          "globalThis");

  /// What the sandbox refuses wherever it stands, because nothing can be imported.
  private static final Pattern IMPORT =
      Pattern.compile("(?<![\\p{L}\\p{N}_$])import(?=[\\s\\p{Z}\\uFEFF]*[(/<-])");

  private Js() {}

  /// The variable of a tool's name; a word that the language or the script uses gets a `$`.
  static String variable(String name) {
    return TAKEN.contains(name) ? "$" + name : name;
  }

  /// A property of an object literal: `name`, or `name: value` where the value is another word.
  static String property(String name, String js) {
    String key = name.matches("[a-z][a-z0-9_]*") ? name : text(name);
    return key.equals(js) ? key : key + ": " + js;
  }

  /// An object literal on one line.
  static String object(Collection<String> properties) {
    return properties.isEmpty() ? "{}" : "{ " + String.join(", ", properties) + " }";
  }

  /// A list literal of texts on one line.
  static String texts(List<String> texts) {
    return texts.stream().map(Js::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /// A string literal.
  static String text(String text) {
    StringBuilder js = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> js.append("\\\"");
        case '\\' -> js.append("\\\\");
        case '\n' -> js.append("\\n");
        case '\r' -> js.append("\\r");
        case '\t' -> js.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
            js.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              js.append("0123456789abcdef".charAt(c >> shift & 15));
            }
          } else {
            js.append(c);
          }
        }
      }
    }
    return IMPORT.matcher(js.append('"')).replaceAll("im\\\\u0070ort");
  }

  /// A comment's text: never ends the comment or the line.
  static String comment(String text) {
    return "// "
        + IMPORT.matcher(text.replaceAll("[\\r\\n\\u2028\\u2029]+", " ")).replaceAll("“import”");
  }
}
