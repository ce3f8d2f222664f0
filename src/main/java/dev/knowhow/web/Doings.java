package dev.knowhow.web;

import dev.knowhow.tool.Place;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a button of the builder's page does, as its value says it: a verb and what it needs.
///
/// @param words what follows the verb: places, kinds, numbers
record Doings(String verb, List<String> words) {

  /// Copies the list.
  Doings {
    words = List.copyOf(words);
  }

  /// Reads a button's value.
  static Doings parse(String value) {
    List<String> parts =
        Arrays.stream(value.split(" ", -1))
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    return new Doings(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /// A button that adds a piece of a kind to a collection.
  ///
  /// @param at before which one, counted from 0; -1 for the end
  static String add(Place collection, String kind, int at) {
    return of("add", collection.toString(), kind, Integer.toString(at));
  }

  /// A button that does something with a piece.
  static String of(String verb, Place place) {
    return of(verb, place.toString());
  }

  private static String of(String... parts) {
    return Stream.of(parts)
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  /// The place that is meant.
  Place place() {
    return Place.parse(word(0));
  }

  /// A word, or empty text where there are not so many.
  String word(int index) {
    return index < words.size() ? words.get(index) : "";
  }
}
