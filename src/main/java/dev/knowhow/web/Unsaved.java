package dev.knowhow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person typed that is not saved, put back into the fields it was typed in.
///
/// @param typed by the place of the field
record Unsaved(Map<String, String> typed) {
  /// Copies the map.
  Unsaved {
    typed = Map.copyOf(typed);
  }

  /// The sheet with what was typed.
  BuildPage.Sheet in(BuildPage.Sheet sheet) {
    return new BuildPage.Sheet(
        sheet.title(),
        sheet.lead(),
        sheet.group().map(this::group),
        sheet.cards().stream().map(this::card).toList(),
        sheet.adds(),
        sheet.addLabel());
  }

  private BuildPage.Card card(BuildPage.Card card) {
    return new BuildPage.Card(
        card.kind(),
        card.id(),
        card.at(),
        card.number(),
        card.brief(),
        card.sentence(),
        card.below(),
        card.faults(),
        card.cost(),
        card.depth(),
        card.name().map(this::field),
        card.editor().map(this::group),
        card.doing(),
        card.adds());
  }

  private Edited of(Edited edited) {
    return switch (edited) {
      case Edited.Field field -> field(field);
      case Edited.Group group -> group(group);
      case Edited.Rows rows ->
          new Edited.Rows(
              rows.part(),
              rows.spot(),
              rows.rows().stream().map(this::row).toList(),
              rows.adds(),
              rows.addLabel());
      case Edited.Phrase phrase -> phrase(phrase);
      case Edited.Instructions text ->
          new Edited.Instructions(
              text.part(),
              text.spot(),
              typed.getOrDefault(text.spot().place(), text.value()),
              text.was(),
              text.rows(),
              text.chips());
    };
  }

  /// A sentence as it would be, in one line.
  private Edited phrase(Edited.Phrase phrase) {
    return typed.containsKey(phrase.spot().place())
        ? field(Edited.Field.line(phrase.spot(), phrase.was(), ""))
        : phrase;
  }

  private Edited.Row row(Edited.Row row) {
    Optional<Edited.Field> name = row.name().map(this::field);
    return new Edited.Row(row.spot(), name, all(row.inside()), row.doing());
  }

  private Edited.Group group(Edited.Group group) {
    return new Edited.Group(group.part(), group.spot(), all(group.inside()), all(group.more()));
  }

  private List<Edited> all(List<Edited> some) {
    return some.stream().map(this::of).toList();
  }

  private Edited.Field field(Edited.Field field) {
    String text = typed.get(field.spot().place());
    if (text == null) {
      return field;
    }
    boolean maybe = text.endsWith(TypeEditor.MAYBE);
    String value = maybe ? text.substring(0, text.length() - TypeEditor.MAYBE.length()) : text;
    List<String> chosen = value.lines().toList();
    return new Edited.Field(
        field.part(),
        field.spot(),
        value,
        field.was(),
        field.hint(),
        field.choices().stream()
            .map(one ->
                new Control.Choice(
                    one.value(),
                    one.label(),
                    one.note(),
                    one.value().equals(value) || chosen.contains(one.value())))
            .toList(),
        field.maybe().map(_ -> maybe),
        field.rows());
  }
}
