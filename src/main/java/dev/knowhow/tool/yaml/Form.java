package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.function.Supplier;

/// What a piece of YAML must look like.
public sealed interface Form {

  /// Any text that is not empty.
  ///
  /// @param wanted what it is, for messages: `a sentence for the person`
  record Prose(String wanted) implements Form {}

  /// A text that a pattern matches.
  ///
  /// @param pattern in the common part of Java's and JavaScript's regular expressions
  /// @param wanted for messages: `a number of words such as "450 words"`
  record Matching(String pattern, String wanted) implements Form {}

  /// One of some words.
  record Word(List<String> words) implements Form {
    /// Copies the list.
    public Word {
      words = List.copyOf(words);
    }
  }

  /// A list of pieces of one form.
  ///
  /// @param wanted for messages: `a list of steps`
  record ListOf(Form item, int atLeast, int atMost, String wanted) implements Form {}

  /// Pieces by names that the author chooses.
  ///
  /// @param names what the names must look like
  /// @param wanted for messages: `inputs by their names`
  record Named(Matching names, Form value, int atMost, String wanted) implements Form {}

  /// Pieces by known keys.
  record Keyed(KeySet keys) implements Form {}

  /// One of several sets of keys, told apart by a key that each must have: the first set whose
  /// first key is there.
  ///
  /// @param wanted for messages: `a step`
  record Kinds(List<KeySet> kinds, String wanted) implements Form {
    /// Copies the list.
    public Kinds {
      kinds = List.copyOf(kinds);
    }
  }

  /// A text of one form, or else something with keys or a list of another.
  record TextOr(Form text, Form other) implements Form {}

  /// Anything; who asked for it checks it by a type that is only known there.
  ///
  /// @param wanted for messages
  record Anything(String wanted) implements Form {}

  /// A form that is defined elsewhere, by the name under which the schema keeps it; lets forms hold
  /// themselves.
  record Elsewhere(String name, Supplier<Form> form) implements Form {}
}
