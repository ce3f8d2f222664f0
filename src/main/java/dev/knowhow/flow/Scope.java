package dev.knowhow.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that can be used at a place of a flow. Immutable.
record Scope(Map<String, Known> names) {
  static final Scope EMPTY = new Scope(Map.of());

  Scope {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /// A name at a place.
  ///
  /// @param js the JavaScript that gives its value
  /// @param certain whether it is there whenever the place is reached; one given in a branch is not
  /// @param whole for a side of a match the JavaScript of its whole list, used by `where`
  /// @param knowledge whether it is a source of knowledge
  record Known(String js, Sort sort, boolean certain, Optional<String> whole, boolean knowledge) {

    static Known certain(String js, Sort sort) {
      return new Known(js, sort, true, Optional.empty(), false);
    }

    static Known perhaps(String js, Sort sort) {
      return new Known(js, sort, false, Optional.empty(), false);
    }
  }

  Optional<Known> find(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /// The scope with one more name, which hides another of the same.
  Scope with(String name, Known known) {
    Map<String, Known> more = new LinkedHashMap<>(names);
    more.put(name, known);
    return new Scope(more);
  }

  /// The scope with more names.
  Scope withAll(Map<String, Known> more) {
    Map<String, Known> all = new LinkedHashMap<>(names);
    all.putAll(more);
    return new Scope(all);
  }

  Set<String> all() {
    return names.keySet();
  }
}
