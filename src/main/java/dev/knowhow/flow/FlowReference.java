package dev.knowhow.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a script may call, for authors: the one definition of the calls and helpers, each with an
/// example that is executed by a test and its outcome.
///
/// The file has chapters, which begin with `= `, and entries, which begin with `@ `; lines of an
/// example begin with `> `, and what it comes to is the line after them.
public final class FlowReference {
  private static final String FILE = "reference.txt";

  private FlowReference() {}

  /// A group of entries.
  public record Chapter(String title, String about, List<Entry> entries) {
    /// Copies the list.
    public Chapter {
      entries = List.copyOf(entries);
    }
  }

  /// A call or a function.
  ///
  /// @param signature how it is called
  /// @param about what it does, in sentences
  /// @param example lines of a script; the last gives a value
  /// @param outcome what the example comes to, as JSON
  public record Entry(String signature, String about, List<String> example, String outcome) {
    /// Copies the list.
    public Entry {
      example = List.copyOf(example);
    }

    /// The name that is called, such as `SUM` or `run.ask`.
    public String name() {
      return signature.substring(0, signature.indexOf('('));
    }

    /// The example as statements that end with a return.
    public String body() {
      String text = String.join("\n", example);
      return text.contains("return ") ? text : "return " + text + ";";
    }
  }

  /// All chapters in their order.
  public static List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    for (String chapter : text().split("(?m)^= ", -1)) {
      String[] parts = chapter.split("(?m)^@ ", -1);
      if (!parts[0].isBlank()) {
        int end = parts[0].indexOf('\n');
        List<Entry> entries = new ArrayList<>();
        for (String entry : List.of(parts).subList(1, parts.length)) {
          entries.add(entry(entry));
        }
        chapters.add(
            new Chapter(parts[0].substring(0, end), parts[0].substring(end).strip(), entries));
      }
    }
    return chapters;
  }

  /// The reference as a page in Markdown.
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# What a flow may call\n\n");
    page.append(
        "For authors who take the script of a tool over (`flow: flow.js`, see `FORMAT.md`)");
    page.append(" and for whoever reads one that\nKnowhow made of the steps. It comes from");
    page.append(" one definition; every example is executed by a test.\n");
    for (Chapter chapter : chapters()) {
      page.append("\n## ").append(chapter.title()).append("\n\n");
      page.append(chapter.about()).append(chapter.about().isEmpty() ? "" : "\n\n");
      chapter.entries().forEach(entry -> page.append(markdown(entry)));
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static String markdown(Entry entry) {
    return "### `"
        + entry.signature()
        + "`\n\n"
        + entry.about()
        + "\n\n```js\n"
        + String.join("\n", entry.example())
        + "\n// "
        + entry.outcome()
        + "\n```\n\n";
  }

  private static Entry entry(String text) {
    List<String> about = new ArrayList<>();
    List<String> example = new ArrayList<>();
    String outcome = "";
    List<String> lines = text.strip().lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("> ")) {
        example.add(line.substring(2));
      } else if (example.isEmpty()) {
        about.add(line);
      } else {
        outcome = line;
      }
    }
    return new Entry(lines.getFirst(), String.join(" ", about), example, outcome);
  }

  private static String text() {
    try (InputStream in = FlowReference.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
