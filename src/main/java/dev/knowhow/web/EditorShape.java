package dev.knowhow.web;

import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an [Editor] asks of pieces and forms before it chooses a control.
final class EditorShape {
  private EditorShape() {}

  /// The buttons of a piece in a collection.
  static Edited.Doing doing(Place place, int index, int count) {
    return new Edited.Doing(
        index > 0 ? Doings.of("up", place) : "",
        index + 1 < count ? Doings.of("down", place) : "",
        Doings.of("copy", place),
        Doings.of("remove", place));
  }

  /// A piece as one text.
  static String text(Yaml piece) {
    return Pieces.shown(Optional.of(piece));
  }

  /// Whether a piece is a list of texts of one line each.
  static boolean isPlain(Yaml piece) {
    return piece instanceof Yaml.Items(List<Yaml> items, int _)
        && items.stream()
            .allMatch(
                item -> item instanceof Yaml.Words(String text, int _) && !text.contains("\n"));
  }

  /// Options with those marked that a text of lines holds; what it holds besides is an option too.
  static List<Control.Choice> chosen(List<Control.Choice> known, String lines) {
    List<String> now = lines.lines().toList();
    List<Control.Choice> all = new ArrayList<>();
    for (Control.Choice one : known) {
      all.add(new Control.Choice(one.value(), one.label(), "", now.contains(one.value())));
    }
    for (String other : now) {
      if (known.stream().noneMatch(one -> one.value().equals(other))) {
        all.add(new Control.Choice(other, other, "", true));
      }
    }
    return all;
  }

  /// Whether a form is a list of steps.
  static boolean isSteps(Form form) {
    return resolved(form) instanceof Form.ListOf(Form item, int _, int _, String _)
        && item instanceof Form.Elsewhere;
  }

  /// A form itself where it is defined elsewhere.
  static Form resolved(Form form) {
    return form instanceof Form.Elsewhere elsewhere ? resolved(elsewhere.form().get()) : form;
  }

  /// A place without words.
  static Edited.Spot spotAt(Place place) {
    return new Edited.Spot(Editor.id(place), place.toString(), "", "", List.of());
  }
}
