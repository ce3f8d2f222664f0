package dev.knowhow.web;

import dev.knowhow.tool.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What of a tool is being edited: a section of the outline, or one piece in it.
///
/// @param section one of [#SECTIONS]
/// @param path the piece inside `tool.yaml`; empty for the section as a whole
record At(String section, List<String> path) {
  /// The file of the form and the steps.
  static final String TOOL = "tool.yaml";

  /// The sections, in the order of the outline.
  static final List<String> SECTIONS =
      List.of("purpose", "inputs", "knowledge", "steps", "results", "experts check", "examples");

  /// Copies the list.
  At {
    path = List.copyOf(path);
  }

  /// What the address asks for: `steps`, `steps/3` or `steps/3/steps/1`; whatever is not known is
  /// the steps.
  static At parse(String asked) {
    if (asked.isEmpty()) {
      return new At("steps", List.of());
    }
    List<String> path = Place.parse(TOOL + "#" + asked).path();
    String section = path.isEmpty() ? "" : path.getFirst();
    if (!SECTIONS.contains(section)) {
      return new At("steps", List.of());
    }
    return new At(section, path.size() > 1 ? path : List.of());
  }

  /// Where a piece of `tool.yaml` is edited: the step, input or other card that it is part of.
  static At of(Place place) {
    List<String> path = place.path();
    if (!place.file().equals(TOOL) || path.isEmpty() || !SECTIONS.contains(path.getFirst())) {
      return new At("purpose", List.of());
    }
    return path.size() == 1
        ? new At(path.getFirst(), List.of())
        : new At(path.getFirst(), card(path));
  }

  private static List<String> card(List<String> path) {
    if (!path.getFirst().equals("steps")) {
      return path.subList(0, 2);
    }
    int end = 2;
    for (int i = 2; i + 1 < path.size(); i++) {
      if (path.get(i).equals("steps") && path.get(i + 1).matches("[0-9]+")) {
        end = i + 2;
      }
    }
    return path.subList(0, end);
  }

  /// The piece's place in the files.
  Place place() {
    return new Place(TOOL, path.isEmpty() ? List.of(section) : path);
  }

  /// Whether a card is the one that is open.
  boolean opens(Place card) {
    return card.path().equals(path);
  }

  /// As the address says it.
  @Override
  public String toString() {
    return path.isEmpty() ? section : new Place(TOOL, path).toString().substring(TOOL.length() + 1);
  }

  /// As a link holds it.
  String linked() {
    return URLEncoder.encode(toString(), StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
