package dev.knowhow.web;

import dev.knowhow.run.ReviewView;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a review is about, to read: the proposed value, what a person filled in, what was changed.
final class Settled {
  private final Words words;
  private final ValueParts parts;
  private final ReviewView review;

  Settled(Words words, ValueParts parts, ReviewView review) {
    this.words = words;
    this.parts = parts;
    this.review = review;
  }

  /// The proposed value, and what was filled in once it was decided.
  List<ResultPart> parts() {
    List<ResultPart> all = new ArrayList<>(parts.of(review.label(), review.value(), review.type()));
    Map<String, String> filled = new LinkedHashMap<>();
    review
        .decided()
        .ifPresent(decided -> {
          for (ReviewView.Fill fill : review.fills()) {
            String given = decided.fills().getOrDefault(fill.name(), "");
            if (!given.isEmpty()) {
              filled.put(ResultParts.heading(fill.label()), Shown.plain(Value.text(given), words));
            }
          }
        });
    if (!filled.isEmpty()) {
      all.add(ResultPart.facts(words.of("review.filled"), filled));
    }
    return all;
  }

  /// What was changed before it was let through; nothing where it was not.
  List<Apart> changes() {
    Optional<Value> through =
        review
            .decided()
            .filter(decided -> decided.decision().equals("edited"))
            .map(ReviewView.Decided::value);
    if (through.isEmpty()) {
      return List.of();
    }
    if (!(review.value() instanceof Value.Fields before
        && through.get() instanceof Value.Fields after)) {
      return List.of(apart(review.label(), review.value(), through.get()));
    }
    return before.fields().keySet().stream()
        .filter(name -> !before.get(name).equals(after.get(name)))
        .map(name -> apart(ResultParts.heading(name), before.get(name), after.get(name)))
        .toList();
  }

  private Apart apart(String label, Value before, Value after) {
    return Apart.of(label, "", lines(before), lines(after));
  }

  /// A value as text, one line for each item of a list.
  private String lines(Value value) {
    return value instanceof Value.Items(List<Value> items)
        ? String.join("\n", items.stream().map(item -> Shown.plain(item, words)).toList())
        : Shown.plain(value, words);
  }
}
