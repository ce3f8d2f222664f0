package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Turns a file into its text; the room `knowledge` knows how, this room only asks.
@FunctionalInterface
public interface DocumentReader {

  /// Reads plain text and Markdown and nothing else.
  DocumentReader TEXT_ONLY =
      (name, bytes) -> {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".txt") && !lower.endsWith(".md")) {
          throw Problem.of(
              Problem.Kind.BAD_INPUT,
              "The file " + name + " is not plain text.",
              "Use a .txt or .md file.");
        }
        return new DocumentText(name, new String(bytes, StandardCharsets.UTF_8), 1);
      };

  /// The text of a file.
  ///
  /// @throws Problem that says what is wrong with the file
  DocumentText read(String name, byte[] bytes);
}
