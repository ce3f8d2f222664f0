package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Yaml;
import java.util.List;

/// One change of a draft.
public sealed interface Edit {

  /// Other words, or another piece, at a place; nothing in place of an entry takes it away.
  ///
  /// @param was what the person saw there, as [dev.knowhow.tool.yaml.Pieces#shown] shows it
  /// @param now an empty text to take an entry away
  record Put(Place place, String was, Yaml now) implements Edit {}

  /// One more piece.
  ///
  /// @param at counts from 0
  /// @param key its key; empty in a list
  record Insert(Place collection, int at, String key, Yaml piece) implements Edit {}

  /// One piece less; a collection that is empty then goes with its key.
  record Remove(Place place) implements Edit {}

  /// A piece at another place.
  ///
  /// @param collection where it goes, as it is called before the move
  /// @param at from 0, counted without the piece itself
  record Move(Place place, Place collection, int at) implements Edit {}

  /// Another name for an input, an answer, a piece of knowledge, a calculated value or rows,
  /// wherever it is used.
  record Rename(String from, String to) implements Edit {}

  /// Another text for a file; an empty `was` where it is new.
  ///
  /// @param was what the person saw
  record WriteFile(String path, String was, String now) implements Edit {}

  /// A new file.
  record AddFile(String path, byte[] bytes) implements Edit {}

  /// One file less.
  record RemoveFile(String path) implements Edit {}

  /// Several changes that are one to the person.
  record Together(List<Edit> edits) implements Edit {
    /// Copies the list.
    public Together {
      edits = List.copyOf(edits);
    }
  }

  /// Where the change is, if it is one text at one place; changes of the same text follow each
  /// other as one.
  default String where() {
    return switch (this) {
      case Put put -> put.place().toString();
      case WriteFile write -> Place.of(write.path()).toString();
      case Insert _, Remove _, Move _, Rename _, AddFile _, RemoveFile _, Together _ -> "";
    };
  }

  /// Whether places of other pieces are called otherwise after it.
  default boolean moves() {
    return switch (this) {
      case Put _, WriteFile _, AddFile _ -> false;
      case Insert _, Remove _, Move _, Rename _, RemoveFile _ -> true;
      case Together(List<Edit> edits) -> edits.stream().anyMatch(Edit::moves);
    };
  }
}
