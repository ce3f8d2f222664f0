package dev.knowhow.gallery;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds templates by a person's words.
final class TemplateSearch {
  private TemplateSearch() {}

  static List<TemplateCard> search(String query, List<TemplateCard> cards) {
    List<String> words = words(query);
    Comparator<TemplateCard> nameFirst =
        Comparator.comparing(card -> !holdsAll(words(card.name()), words));
    return cards.stream()
        .filter(card -> holdsAll(words(textOf(card)), words))
        .sorted(nameFirst)
        .toList();
  }

  private static String textOf(TemplateCard card) {
    return String.join(
        " ",
        card.name(),
        card.about(),
        card.verticalName(),
        card.id().replace('-', ' '),
        String.join(" ", card.needs()),
        String.join(" ", card.gives()));
  }

  private static boolean holdsAll(List<String> text, List<String> words) {
    return words.stream().allMatch(word -> text.stream().anyMatch(t -> t.startsWith(word)));
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return List.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
