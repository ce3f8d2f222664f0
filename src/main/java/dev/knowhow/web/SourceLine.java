package dev.knowhow.web;

import dev.knowhow.run.RunView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A place that a result rests on.
///
/// @param number the number beside the marked words
/// @param name the source: `Denial letter`
/// @param place where in it: `page 1`, or empty
/// @param words the exact words found there
record SourceLine(int number, String name, String place, List<String> words) {

  /// Copies the list.
  SourceLine {
    words = List.copyOf(words);
  }

  /// One line for each number; of words that another line's words begin with, only the longer.
  static List<SourceLine> of(List<RunView.Source> sources) {
    Map<Integer, SourceLine> lines = new LinkedHashMap<>();
    for (RunView.Source source : sources) {
      SourceLine line =
          lines.getOrDefault(
              source.number(),
              new SourceLine(source.number(), source.source(), source.place(), List.of()));
      lines.put(source.number(), line.with(source.words().strip()));
    }
    return List.copyOf(lines.values());
  }

  private SourceLine with(String more) {
    if (words.stream().anyMatch(known -> known.startsWith(more))) {
      return this;
    }
    List<String> all = new ArrayList<>(words);
    all.removeIf(more::startsWith);
    all.add(more);
    return new SourceLine(number, name, place, all);
  }
}
