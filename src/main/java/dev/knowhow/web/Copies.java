package dev.knowhow.web;

import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Edit;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second one of a step: everything that has a name in it gets one of its own, and what uses
/// these names inside it means the new ones.
final class Copies {
  private static final Set<String> GIVES_NAME = Set.of("ask", "work towards", "gives");

  private final FreshNames fresh;
  private final Map<String, String> names = new HashMap<>();
  private final List<Edit> files = new ArrayList<>();

  Copies(FreshNames fresh) {
    this.fresh = fresh;
  }

  /// The copy of a piece.
  Yaml of(Draft draft, Yaml piece) {
    gather(piece);
    prompts(draft, piece);
    return renamed(piece, "");
  }

  /// The files that the copy needs.
  List<Edit> files() {
    return files;
  }

  private void gather(Yaml piece) {
    switch (piece) {
      case Yaml.Words _ -> {}
      case Yaml.Items(List<Yaml> items, int _) -> items.forEach(this::gather);
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        for (Yaml.Entry entry : entries) {
          if (entry.value() instanceof Yaml.Words(String name, int _)
              && GIVES_NAME.contains(entry.key())) {
            names.put(name, fresh.like(name));
          } else if (entry.key().equals("calculate")
              && entry.value() instanceof Yaml.Entries(List<Yaml.Entry> values, int _)) {
            values.forEach(value -> names.put(value.key(), fresh.like(value.key())));
          } else {
            gather(entry.value());
          }
        }
      }
    }
  }

  private void prompts(Draft draft, Yaml piece) {
    switch (piece) {
      case Yaml.Words _ -> {}
      case Yaml.Items(List<Yaml> items, int _) -> items.forEach(item -> prompts(draft, item));
      case Yaml.Entries entries -> {
        Section step = new Section(At.TOOL, entries, "", new Faults());
        String name = step.text("ask", step.text("work towards"));
        if (names.containsKey(name) && !step.has("prompt")) {
          String text = draft.text(AskEditor.file(step)).orElse("");
          files.add(
              new Edit.AddFile(
                  "prompts/" + names.get(name) + ".md",
                  words(text).getBytes(StandardCharsets.UTF_8)));
        }
        entries.entries().forEach(entry -> prompts(draft, entry.value()));
      }
    }
  }

  private Yaml renamed(Yaml piece, String key) {
    return switch (piece) {
      case Yaml.Words(String text, int _) ->
          Yaml.words(Set.of("does", "because", "prompt").contains(key) ? text : words(text));
      case Yaml.Items(List<Yaml> items, int line) ->
          new Yaml.Items(items.stream().map(item -> renamed(item, key)).toList(), line);
      case Yaml.Entries(List<Yaml.Entry> entries, int line) ->
          new Yaml.Entries(
              entries.stream()
                  .map(entry ->
                      new Yaml.Entry(
                          key.equals("calculate")
                              ? names.getOrDefault(entry.key(), entry.key())
                              : entry.key(),
                          renamed(entry.value(), entry.key()),
                          0))
                  .toList(),
              line);
    };
  }

  private String words(String text) {
    String changed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      changed =
          Pattern.compile("(?<![\\w.])" + Pattern.quote(name.getKey()) + "(?!\\w)")
              .matcher(changed)
              .replaceAll(Matcher.quoteReplacement(name.getValue()));
    }
    return changed;
  }
}
