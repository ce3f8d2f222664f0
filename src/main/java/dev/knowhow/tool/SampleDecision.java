package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.Arrays;
import java.util.Optional;

/// What a person decides in an example, in place of a person.
///
/// @param instead the whole answer as the person writes it; not stated for anything but an edit
/// @param fills what the person fills in, by name, canonical by the review's types
public record SampleDecision(Kind kind, Value instead, Value.Fields fills) {

  /// How it is decided.
  public enum Kind {
    /// It is good as it is.
    APPROVE("approve"),
    /// The person writes it anew.
    EDIT("edit"),
    /// Nobody decides in time.
    TOO_LATE("too late");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// The words in an example's file.
    public String words() {
      return words;
    }

    static Optional<Kind> of(String words) {
      return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst();
    }
  }
}
