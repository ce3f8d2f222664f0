package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives something another name wherever a tool's files use it: in `tool.yaml`, the prompts, the
/// examples and a flow by hand.
///
/// Texts for people and texts in quotation marks stay. Where a field of rows has the same name a
/// word alone can't tell which is meant; what comes out is then read by the author with its faults.
final class Renaming {
  /// Keys whose texts hold no names: words for people, types, amounts.
  private static final Set<String> WITHOUT_NAMES =
      Set.of(
          "name",
          "about",
          "house",
          "button",
          "saves",
          "saves because",
          "label",
          "help",
          "does",
          "because",
          "point",
          "person",
          "options",
          "one of",
          "default",
          "format",
          "type",
          "tier",
          "kind",
          "returns",
          "rows",
          "person fills",
          "replace",
          "instead",
          "at most",
          "within",
          "otherwise",
          "by",
          "outcome",
          "when spent",
          "written by",
          "recorded from",
          "pack",
          "file",
          "prompt");

  /// Where names are keys.
  private static final Set<String> NAMED =
      Set.of("inputs", "knowledge", "calculate", "results", "answers", "decisions", "person fills");

  private final String from;
  private final String to;
  private final Pattern word;

  private Renaming(String from, String to) {
    this.from = from;
    this.to = to;
    this.word = Pattern.compile("(?<![\\w.])" + Pattern.quote(from) + "(?!\\w)");
  }

  static ToolFiles rename(ToolFiles files, String from, String to) {
    if (!to.matches("[a-z][a-z0-9_]{0,39}")) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "“" + to + "” can't be a name.",
          "Use small letters, digits and _, with a letter first, at most 40.");
    }
    if (from.equals(to)) {
      return files;
    }
    Renaming renaming = new Renaming(from, to);
    ToolFiles renamed = files;
    for (String path : files.paths()) {
      byte[] bytes = files.get(path).orElseThrow();
      if (path.equals("tool.yaml") || path.matches("examples/[^/]+\\.yaml")) {
        renamed = renamed.with(path, bytes(renaming.yaml(Editing.yaml(files, path))));
      } else if (path.startsWith("prompts/")) {
        renamed = renamed.with(path, bytes(renaming.prompt(text(bytes))));
      } else if (path.equals("flow.js")) {
        renamed = renamed.with(path, bytes(renaming.script(text(bytes))));
      }
    }
    String own = "prompts/" + from + ".md";
    return files.has(own) && !names(files, own)
        ? renamed.with("prompts/" + to + ".md", renamed.get(own).orElseThrow()).without(own)
        : renamed;
  }

  /// Whether a step says by itself that its prompt is a file.
  private static boolean names(ToolFiles files, String prompt) {
    return text(files.get("tool.yaml").orElseThrow()).contains("prompt: " + prompt);
  }

  private String yaml(YamlText yaml) {
    YamlText changed = yaml;
    for (List<String> path : texts(yaml.root(), List.of())) {
      Optional<Yaml> piece = changed.at(path);
      if (piece.isPresent() && piece.get() instanceof Yaml.Words(String words, int _)) {
        changed = changed.put(path, Yaml.words(formula(words)), List.of());
      }
    }
    for (List<String> path : keys(changed.root(), List.of())) {
      changed = changed.renameKey(path, to);
    }
    for (List<String> path : unnamedLookUps(changed.root(), List.of())) {
      changed = changed.put(longer(path, "gives"), Yaml.words(to), List.of("in", "for", "at most"));
    }
    return changed.text();
  }

  private static List<List<String>> texts(Yaml piece, List<String> path) {
    List<List<String>> texts = new ArrayList<>();
    switch (piece) {
      case Yaml.Words _ -> texts.add(path);
      case Yaml.Items(List<Yaml> items, int _) -> {
        for (int i = 0; i < items.size(); i++) {
          texts.addAll(texts(items.get(i), longer(path, Integer.toString(i + 1))));
        }
      }
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        for (Yaml.Entry entry : entries) {
          boolean material =
              path.isEmpty() && (entry.key().equals("inputs") || entry.key().equals("answers"));
          boolean ofExample = material && Pieces.at(piece, List.of("kind")).isPresent();
          boolean types = entry.key().equals("given") && path.contains("may use");
          if (!WITHOUT_NAMES.contains(entry.key()) && !ofExample && !types) {
            texts.addAll(texts(entry.value(), longer(path, entry.key())));
          }
        }
      }
    }
    return texts;
  }

  private List<List<String>> keys(Yaml piece, List<String> path) {
    List<List<String>> keys = new ArrayList<>();
    switch (piece) {
      case Yaml.Words _ -> {}
      case Yaml.Items(List<Yaml> items, int _) -> {
        for (int i = 0; i < items.size(); i++) {
          keys.addAll(keys(items.get(i), longer(path, Integer.toString(i + 1))));
        }
      }
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        for (Yaml.Entry entry : entries) {
          boolean named = !path.isEmpty() && NAMED.contains(path.getLast());
          if (named && entry.key().equals(from)) {
            keys.add(longer(path, from));
          } else if (!path.equals(List.of("inputs")) && !path.equals(List.of("answers"))) {
            keys.addAll(keys(entry.value(), longer(path, entry.key())));
          }
        }
      }
    }
    return keys;
  }

  /// Look ups whose passages have the name that they have where nothing is said.
  private List<List<String>> unnamedLookUps(Yaml piece, List<String> path) {
    List<List<String>> found = new ArrayList<>();
    switch (piece) {
      case Yaml.Words _ -> {}
      case Yaml.Items(List<Yaml> items, int _) -> {
        for (int i = 0; i < items.size(); i++) {
          found.addAll(unnamedLookUps(items.get(i), longer(path, Integer.toString(i + 1))));
        }
      }
      case Yaml.Entries entries -> {
        boolean lookUp = !path.isEmpty() && path.getLast().equals("look up");
        if (from.equals("passages") && lookUp && entries.get("gives").isEmpty()) {
          found.add(path);
        }
        for (Yaml.Entry entry : entries.entries()) {
          found.addAll(unnamedLookUps(entry.value(), longer(path, entry.key())));
        }
      }
    }
    return found;
  }

  /// A formula or a sentence with the other name, but not in its quotation marks.
  private String formula(String words) {
    StringBuilder changed = new StringBuilder();
    String[] parts = words.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      changed
          .append(i == 0 ? "" : "\"")
          .append(i % 2 == 0 ? word.matcher(parts[i]).replaceAll(to) : parts[i]);
    }
    return changed.toString();
  }

  private String prompt(String text) {
    Pattern tag = Pattern.compile("\\{\\{\\{?\\s*[#^/&]?\\s*([\\w.]+)\\s*}}}?");
    return tag.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(word.matcher(found.group()).replaceAll(to)));
  }

  private String script(String text) {
    return Pattern.compile("([\"'`])" + Pattern.quote(from) + "(?=[.\"'`])")
        .matcher(text)
        .replaceAll("$1" + to);
  }

  private static List<String> longer(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
