package dev.knowhow.tool;

import dev.knowhow.tool.Difference.Kind;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares two versions of a tool thing by thing: an input that was added, a step that moved, a
/// text that was changed.
///
/// Steps are known by what they give or ask, so that one that moved is not one gone and one new.
public final class Differences {
  private static final List<String> STEP_NAMES =
      List.of(
          "ask",
          "review",
          "use a tool",
          "work towards",
          "gives",
          "look up",
          "calculate",
          "for each",
          "match",
          "check",
          "choose");

  private final String file;
  private final List<Difference> found = new ArrayList<>();

  private Differences(String file) {
    this.file = file;
  }

  /// Everything in which two versions differ, in the order of the files.
  public static List<Difference> between(ToolFiles was, ToolFiles now) {
    TreeSet<String> paths = new TreeSet<>(was.paths());
    paths.addAll(now.paths());
    List<Difference> all = new ArrayList<>(ofYaml("tool.yaml", was, now));
    for (String path : paths) {
      Optional<byte[]> before = was.get(path);
      Optional<byte[]> after = now.get(path);
      if (path.equals("tool.yaml") || Arrays.equals(before.orElse(null), after.orElse(null))) {
        continue;
      }
      if (path.endsWith(".yaml") && before.isPresent() && after.isPresent()) {
        all.addAll(ofYaml(path, was, now));
      } else {
        Kind kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        all.add(
            new Difference(kind, Place.of(path), "", "", text(path, before), text(path, after)));
      }
    }
    return List.copyOf(all);
  }

  private static List<Difference> ofYaml(String file, ToolFiles was, ToolFiles now) {
    Faults ignored = new Faults();
    Optional<Yaml> before = was.get(file).flatMap(b -> YamlReader.read(file, b, ignored));
    Optional<Yaml> after = now.get(file).flatMap(b -> YamlReader.read(file, b, ignored));
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Differences differences = new Differences(file);
    differences.compare(before.get(), after.get(), List.of(), "");
    return differences.found;
  }

  private void compare(Yaml was, Yaml now, List<String> path, String of) {
    if (Pieces.same(was, now)) {
      return;
    }
    if (was instanceof Yaml.Entries before && now instanceof Yaml.Entries after) {
      entries(before, after, path, of);
    } else if (isSteps(path) && was instanceof Yaml.Items b && now instanceof Yaml.Items a) {
      steps(b.items(), a.items(), path, of);
    } else if (was instanceof Yaml.Items b
        && now instanceof Yaml.Items a
        && a.items().size() == b.items().size()
        && a.items().stream().noneMatch(Yaml.Words.class::isInstance)) {
      for (int i = 0; i < a.items().size(); i++) {
        List<String> place = inside(path, Integer.toString(i + 1));
        compare(b.items().get(i), a.items().get(i), place, title(a.items().get(i)).orElse(of));
      }
    } else {
      found.add(
          new Difference(
              Kind.CHANGED,
              new Place(file, path),
              of,
              path.isEmpty() ? "" : path.getLast(),
              Pieces.shown(Optional.of(was)),
              Pieces.shown(Optional.of(now))));
    }
  }

  private void entries(Yaml.Entries was, Yaml.Entries now, List<String> path, String of) {
    for (Yaml.Entry entry : was.entries()) {
      if (now.get(entry.key()).isEmpty()) {
        add(Kind.REMOVED, inside(path, entry.key()), of, entry.value());
      }
    }
    for (Yaml.Entry entry : now.entries()) {
      Optional<Yaml> before = was.get(entry.key());
      if (before.isEmpty()) {
        add(Kind.ADDED, inside(path, entry.key()), of, entry.value());
      } else {
        String inner = title(entry.value()).orElse(of);
        compare(before.get(), entry.value(), inside(path, entry.key()), inner);
      }
    }
    Set<String> both = new HashSet<>(keys(was));
    both.retainAll(keys(now));
    List<String> before = keys(was).stream().filter(both::contains).toList();
    List<String> after = keys(now).stream().filter(both::contains).toList();
    if (isNamed(path) && !before.equals(after)) {
      moved(before, after)
          .forEach(key -> add(Kind.MOVED, inside(path, key), of, now.get(key).orElseThrow()));
    }
  }

  private void steps(List<Yaml> was, List<Yaml> now, List<String> path, String of) {
    Map<String, Yaml> before = byName(was);
    Map<String, Yaml> after = byName(now);
    List<String> names = new ArrayList<>(before.keySet());
    before.forEach((name, step) -> {
      if (!after.containsKey(name)) {
        add(Kind.REMOVED, inside(path, Integer.toString(names.indexOf(name) + 1)), of, step);
      }
    });
    int number = 0;
    for (Map.Entry<String, Yaml> step : after.entrySet()) {
      List<String> place = inside(path, Integer.toString(++number));
      Yaml earlier = before.get(step.getKey());
      if (earlier == null) {
        add(Kind.ADDED, place, of, step.getValue());
      } else {
        compare(earlier, step.getValue(), place, title(step.getValue()).orElse(of));
      }
    }
    List<String> kept = names.stream().filter(after::containsKey).toList();
    List<String> order = after.keySet().stream().filter(before::containsKey).toList();
    List<String> all = new ArrayList<>(after.keySet());
    moved(kept, order)
        .forEach(name ->
            add(
                Kind.MOVED,
                inside(path, Integer.toString(all.indexOf(name) + 1)),
                of,
                Optional.ofNullable(after.get(name)).orElseThrow()));
  }

  private void add(Kind kind, List<String> path, String of, Yaml piece) {
    String text = Pieces.shown(Optional.of(piece));
    Optional<String> title = title(piece);
    found.add(
        new Difference(
            kind,
            new Place(file, path),
            title.orElse(of),
            title.isPresent() ? "" : path.getLast(),
            kind == Kind.REMOVED ? text : "",
            kind == Kind.ADDED ? text : ""));
  }

  /// What a thing is called by its author: its label, or what it does.
  private static Optional<String> title(Yaml piece) {
    for (String key : List.of("label", "does", "point")) {
      Optional<Yaml> title = Pieces.at(piece, List.of(key));
      if (title.isPresent() && title.get() instanceof Yaml.Words(String words, int _)) {
        return Optional.of(words);
      }
    }
    return piece instanceof Yaml.Entries ? stepTitle(piece) : Optional.empty();
  }

  private static Optional<String> stepTitle(Yaml piece) {
    return STEP_NAMES.stream()
        .filter(name -> Pieces.at(piece, List.of(name)).isPresent())
        .findFirst()
        .map(name -> {
          String what = Pieces.shown(Pieces.at(piece, List.of(name)));
          return what.contains("{") || what.contains("\n") ? name : name + " " + what;
        });
  }

  private static Map<String, Yaml> byName(List<Yaml> steps) {
    Map<String, Yaml> byName = new LinkedHashMap<>();
    for (Yaml step : steps) {
      String name = stepName(step);
      int more = 1;
      while (byName.containsKey(name + " " + more)) {
        more++;
      }
      byName.put(name + " " + more, step);
    }
    return byName;
  }

  private static String stepName(Yaml step) {
    for (String key : STEP_NAMES) {
      Optional<Yaml> piece = Pieces.at(step, List.of(key));
      if (piece.isPresent()) {
        return piece.get() instanceof Yaml.Words(String words, int _) ? key + " " + words : key;
      }
    }
    return "";
  }

  /// The fewest names that stand elsewhere in another order of the same names.
  private static List<String> moved(List<String> before, List<String> after) {
    int[] length = new int[after.size()];
    int[] previous = new int[after.size()];
    int best = -1;
    for (int i = 0; i < after.size(); i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        boolean inOrder = before.indexOf(after.get(j)) < before.indexOf(after.get(i));
        if (inOrder && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    Set<Integer> stays = new HashSet<>();
    for (int i = best; i >= 0; i = previous[i]) {
      stays.add(i);
    }
    List<String> moved = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (!stays.contains(i)) {
        moved.add(after.get(i));
      }
    }
    return moved;
  }

  private static boolean isSteps(List<String> path) {
    return !path.isEmpty() && path.getLast().equals("steps");
  }

  /// Whether the order of what is inside is the author's and seen by people.
  private static boolean isNamed(List<String> path) {
    return path.size() == 1 && List.of("inputs", "knowledge", "results").contains(path.getLast());
  }

  private static List<String> keys(Yaml.Entries entries) {
    return entries.entries().stream().map(Yaml.Entry::key).toList();
  }

  private static List<String> inside(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private static String text(String path, Optional<byte[]> bytes) {
    boolean readable = path.endsWith(".md") || path.endsWith(".txt") || path.endsWith(".js");
    return readable ? bytes.map(b -> new String(b, StandardCharsets.UTF_8)).orElse("") : "";
  }
}
