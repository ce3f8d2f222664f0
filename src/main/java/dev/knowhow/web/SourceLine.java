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

  /// One line for each number.
  static List<SourceLine> of(List<RunView.Source> sources) {
    Map<Integer, SourceLine> lines = new LinkedHashMap<>();
    for (RunView.Source source : sources) {
      SourceLine line =
          lines.getOrDefault(
              source.number(),
              new SourceLine(source.number(), source.source(), source.place(), List.of()));
      List<String> words = new ArrayList<>(line.words());
      words.add(source.words().strip());
      lines.put(source.number(), new SourceLine(line.number(), line.name(), line.place(), words));
    }
    return List.copyOf(lines.values());
  }
}
