package dev.knowhow.eval;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Edit;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlText;
import dev.knowhow.value.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts other tiers into a tool's files, as its author would: one key of a step and nothing else.
/// So what a trial executes is what an adopted tier is. Pure.
public final class TierChange {
  private static final String FILE = "tool.yaml";
  private static final List<String> ASKS = List.of("ask", "work towards");
  private static final List<String> ORDER =
      List.of(
          "ask",
          "work towards",
          "does",
          "prompt",
          "tier",
          "at most",
          "returns",
          "check",
          "otherwise",
          "by",
          "may use",
          "budget",
          "when spent");

  private TierChange() {}

  /// The files with other tiers.
  ///
  /// @param tiers the tier by the name of the ask or the goal
  /// @throws Problem of kind `NOT_FOUND` where the tool asks nothing of such a name
  public static ToolFiles of(ToolFiles files, Map<String, Tier> tiers) {
    if (tiers.isEmpty()) {
      return files;
    }
    YamlText text = text(files);
    for (Map.Entry<String, Tier> tier : tiers.entrySet()) {
      List<String> path = with(path(text.root(), tier.getKey()), "tier");
      text = text.put(path, Yaml.words(tier.getValue().words()), ORDER);
    }
    return files.with(FILE, text.text().getBytes(StandardCharsets.UTF_8));
  }

  /// The same as a change of a draft, for who adopts it.
  ///
  /// @throws Problem as [#of]
  public static Edit edit(ToolFiles files, Map<String, Tier> tiers) {
    YamlText text = text(files);
    List<Edit> edits = new ArrayList<>();
    tiers.forEach((ask, tier) -> {
      List<String> path = with(path(text.root(), ask), "tier");
      edits.add(
          new Edit.Put(
              new Place(FILE, path), Pieces.shown(text.at(path)), Yaml.words(tier.words())));
    });
    return new Edit.Together(edits);
  }

  /// The path of an ask or a goal in `tool.yaml`, such as `steps`, `3`, `steps`, `1`.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public static List<String> path(Yaml root, String ask) {
    return find(root, ask, List.of())
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "The tool asks nothing called “" + ask + "”.",
                "Look at the names of its steps."));
  }

  private static YamlText text(ToolFiles files) {
    byte[] bytes = files.get(FILE).orElseThrow();
    return YamlText.of(FILE, new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<List<String>> find(Yaml piece, String ask, List<String> path) {
    return switch (piece) {
      case Yaml.Words _ -> Optional.empty();
      case Yaml.Items(List<Yaml> items, int _) -> {
        for (int i = 0; i < items.size(); i++) {
          Optional<List<String>> found =
              find(items.get(i), ask, with(path, Integer.toString(i + 1)));
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      case Yaml.Entries entries -> {
        if (isStep(entries, ask) && path.contains("steps")) {
          yield Optional.of(path);
        }
        for (Yaml.Entry entry : entries.entries()) {
          Optional<List<String>> found = find(entry.value(), ask, with(path, entry.key()));
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
    };
  }

  private static boolean isStep(Yaml.Entries entries, String ask) {
    return ASKS.stream()
        .anyMatch(key ->
            entries
                .get(key)
                .filter(
                    name -> name instanceof Yaml.Words(String words, int _) && words.equals(ask))
                .isPresent());
  }

  private static List<String> with(List<String> path, String more) {
    List<String> longer = new ArrayList<>(path);
    longer.add(more);
    return longer;
  }
}
