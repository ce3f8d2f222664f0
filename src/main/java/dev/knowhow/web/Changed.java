package dev.knowhow.web;

import dev.knowhow.tool.Difference;
import dev.knowhow.tool.Differences;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says in a builder's words in what two versions of a tool differ.
final class Changed {
  private static final int SHORT = 60;

  private final Words words;
  private final ToolFiles was;
  private final ToolFiles now;

  private Changed(Words words, ToolFiles was, ToolFiles now) {
    this.words = words;
    this.was = was;
    this.now = now;
  }

  /// Everything that differs, thing by thing.
  static List<VersionsPage.Change> between(Words words, ToolFiles was, ToolFiles now) {
    Changed changed = new Changed(words, was, now);
    return Differences.between(was, now).stream().map(changed::change).toList();
  }

  private VersionsPage.Change change(Difference difference) {
    String of = of(difference);
    return switch (difference.kind()) {
      case ADDED ->
          difference.key().isEmpty()
              ? new VersionsPage.Change(words.of("changed.added", of), Optional.empty())
              : withTexts(difference, words.of("changed.keyAdded", of, key(difference)));
      case REMOVED ->
          difference.key().isEmpty()
              ? new VersionsPage.Change(words.of("changed.removed", of), Optional.empty())
              : withTexts(difference, words.of("changed.keyRemoved", of, key(difference)));
      case MOVED -> new VersionsPage.Change(words.of("changed.moved", of), Optional.empty());
      case CHANGED ->
          difference.key().isEmpty()
              ? withTexts(difference, words.of("changed.text", of))
              : withTexts(difference, words.of("changed.key", of, key(difference)));
    };
  }

  private VersionsPage.Change withTexts(Difference difference, String sentence) {
    boolean brief = isShort(difference.was()) && isShort(difference.now());
    if (brief && !difference.was().isEmpty() && !difference.now().isEmpty()) {
      String both = words.of("changed.both", word(difference.was()), word(difference.now()));
      return new VersionsPage.Change(sentence + both, Optional.empty());
    }
    boolean nothing = difference.was().isEmpty() && difference.now().isEmpty();
    boolean inBrackets = difference.was().contains("{") || difference.now().contains("{");
    if (nothing || (inBrackets && difference.place().file().endsWith(".yaml"))) {
      return new VersionsPage.Change(sentence, Optional.empty());
    }
    return new VersionsPage.Change(
        sentence, Optional.of(Apart.of(sentence, "", difference.was(), difference.now())));
  }

  private static boolean isShort(String text) {
    return text.length() <= SHORT && !text.contains("\n");
  }

  private String word(String text) {
    return new KeyWords(words).word(text);
  }

  /// What a change belongs to: a thing by its author's own words, a file by what it is.
  private String of(Difference difference) {
    Place place = difference.place();
    if (!place.file().equals("tool.yaml")) {
      String name = place.file().replaceAll("^[a-z]+/|\\.[a-z]+$", "");
      String message = "changed.file." + place.file().split("[/.]", 2)[0].toLowerCase(Locale.ROOT);
      return words.has(message) ? words.of(message, name) : place.file();
    }
    if (difference.of().isEmpty()) {
      return words.of("changed.tool");
    }
    String section = place.path().getFirst();
    String message = "changed.of." + KeyWords.slug(section);
    return words.has(message) ? words.of(message, difference.of()) : difference.of();
  }

  /// What the changed key is called on the page where it is edited.
  private String key(Difference difference) {
    Place place = difference.place();
    ToolFiles files = difference.kind() == Difference.Kind.REMOVED ? was : now;
    Optional<WantedAt> wanted =
        place.file().equals("tool.yaml")
            ? tool(files).flatMap(root -> WantedAt.of(root, place.path()))
            : Optional.empty();
    return wanted
        .filter(one -> one.key().name().equals(difference.key()))
        .map(one -> new KeyWords(words).label(one.set(), one.key()))
        .orElse(difference.key());
  }

  private static Optional<Yaml> tool(ToolFiles files) {
    Faults ignored = new Faults();
    return files.get("tool.yaml").flatMap(b -> YamlReader.read("tool.yaml", b, ignored));
  }
}
