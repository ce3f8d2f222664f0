package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.tool.Place;
import dev.knowhow.tool.ToolForm;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a person can change of a tool, against the table of keys.
final class FormatKeysTest {
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile("(?i)\\b(node|json|null|array|string|boolean|integer|yaml|schema)\\b");

  private static final Words WORDS = Words.english();
  private static final KeyWords KEYS = new KeyWords(WORDS);

  private final List<KeySet> sets = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private List<KeySet> sets() {
    walk(ToolForm.form());
    return sets;
  }

  private void walk(Form form) {
    switch (form) {
      case Form.Prose _, Form.Matching _, Form.Word _, Form.Anything _ -> {}
      case Form.ListOf list -> walk(list.item());
      case Form.Named named -> walk(named.value());
      case Form.Keyed(KeySet keys) -> add(keys);
      case Form.Kinds(List<KeySet> kinds, String _) -> kinds.forEach(this::add);
      case Form.TextOr(Form text, Form other) -> {
        walk(text);
        walk(other);
      }
      case Form.Elsewhere elsewhere -> {
        if (seen.add(elsewhere.name())) {
          walk(elsewhere.form().get());
        }
      }
    }
  }

  private void add(KeySet keys) {
    if (seen.add("keys of " + keys.name())) {
      sets.add(keys);
      keys.keys().forEach(key -> walk(key.form()));
    }
  }

  @Test
  void everyKeyHasALabelInPlainWords() {
    for (KeySet set : sets()) {
      for (Key key : set.keys()) {
        String message = KeyWords.message(set, key);
        assertThat(WORDS.has(message)).as(message).isTrue();
        String said = KEYS.label(set, key) + " " + KEYS.help(set, key);
        assertThat(FOR_PROGRAMMERS.matcher(said).find()).as(said).isFalse();
      }
    }
  }

  @Test
  void everyKeyHasAControl() {
    Editor editor =
        new Editor(
            KEYS, new Editor.Names(List.of(), List.of(), List.of(), List.of()), new FaultsAt());
    for (KeySet set : sets()) {
      Place place = Place.inTool("here");
      Edited.Group group = editor.keys(set, new Yaml.Entries(List.of(), 0), place, Set.of());
      List<String> places = new ArrayList<>();
      group.inside().forEach(one -> places.add(place(one)));
      group.more().forEach(one -> places.add(place(one)));
      for (Key key : set.keys()) {
        // Steps inside of steps are cards of their own.
        if (!EditorShape.isSteps(key.form())) {
          assertThat(places).contains(place.inside(key.name()).toString());
        }
      }
    }
  }

  private static String place(Edited edited) {
    return switch (edited) {
      case Edited.Field field -> field.spot().place();
      case Edited.Group group -> group.spot().place();
      case Edited.Rows rows -> rows.spot().place();
      case Edited.Phrase phrase -> phrase.spot().place();
      case Edited.Instructions text -> text.spot().place();
    };
  }

  @Test
  void everyKindOfStepCanBeAdded() {
    for (KeySet kind : StepCards.kinds()) {
      assertThat(WORDS.has("kind." + KeyWords.slug(kind.name()))).as(kind.name()).isTrue();
      assertThat(WORDS.has("add.step." + KeyWords.slug(kind.names().getFirst())))
          .as(kind.name())
          .isTrue();
    }
  }
}
