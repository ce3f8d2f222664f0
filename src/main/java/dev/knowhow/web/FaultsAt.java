package dev.knowhow.web;

import dev.knowhow.tool.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with a tool, by the place it is shown at.
final class FaultsAt {
  private final Map<Place, List<String>> sentences = new LinkedHashMap<>();

  /// Adds a fault.
  void add(Place place, String sentence) {
    sentences.computeIfAbsent(place, _ -> new ArrayList<>()).add(sentence);
  }

  /// What is wrong with a piece as a whole.
  List<String> at(Place place) {
    return sentences.getOrDefault(place, List.of());
  }

  /// What is wrong with a piece or anything in it.
  List<String> under(Place place) {
    List<String> all = new ArrayList<>();
    sentences.forEach((at, found) -> {
      if (isIn(at, place)) {
        all.addAll(found);
      }
    });
    return all;
  }

  /// How many places there are with something wrong, in a piece or anything in it.
  int count(Place place) {
    return (int) sentences.keySet().stream().filter(at -> isIn(at, place)).count();
  }

  private static boolean isIn(Place at, Place place) {
    return at.file().equals(place.file())
        && at.path().size() >= place.path().size()
        && at.path().subList(0, place.path().size()).equals(place.path());
  }
}
