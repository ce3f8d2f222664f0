package dev.knowhow.web;

import dev.knowhow.flow.StepOutline;
import java.util.ArrayList;
import java.util.List;

/// A step of an outline with the steps inside it.
record Branches(StepOutline step, List<Branches> inside) {

  /// Copies the list.
  Branches {
    inside = List.copyOf(inside);
  }

  /// The steps of an outline, each with what its depth puts inside it.
  static List<Branches> of(List<StepOutline> outline) {
    return of(outline, 0, outline.size());
  }

  private static List<Branches> of(List<StepOutline> outline, int from, int to) {
    List<Branches> all = new ArrayList<>();
    int at = from;
    while (at < to) {
      int end = at + 1;
      while (end < to && outline.get(end).depth() > outline.get(at).depth()) {
        end++;
      }
      all.add(new Branches(outline.get(at), of(outline, at + 1, end)));
      at = end;
    }
    return all;
  }
}
