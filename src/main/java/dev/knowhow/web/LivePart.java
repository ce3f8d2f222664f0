package dev.knowhow.web;

import java.util.List;

/// The live preview beside what is being edited.
///
/// @param stale whether it is of the draft as it was before the faults that it has now
/// @param late whether it is still being made
/// @param cost what a run would cost, or empty
/// @param month what that comes to in a month, as a sentence, or empty
/// @param examples the examples to choose from
/// @param title what the prompts below belong to, or empty
/// @param asked the prompts of the step being edited
/// @param more how many more there are, in words, or empty
/// @param found what was looked up by the step being edited
/// @param lines what each step sends, where no step is being edited
/// @param stopped why it did not get to the end, or empty
record LivePart(
    boolean stale,
    boolean late,
    String cost,
    String month,
    List<Control.Choice> examples,
    String title,
    List<Asked> asked,
    String more,
    List<Found> found,
    List<Line> lines,
    String stopped) {

  /// Copies the lists.
  LivePart {
    examples = List.copyOf(examples);
    asked = List.copyOf(asked);
    found = List.copyOf(found);
    lines = List.copyOf(lines);
  }

  /// A preview that shows nothing.
  static final LivePart NONE =
      new LivePart(false, false, "", "", List.of(), "", List.of(), "", List.of(), List.of(), "");

  /// Whether there is nothing to show.
  boolean empty() {
    return examples.isEmpty();
  }

  /// A prompt.
  ///
  /// @param to who gets it and how large it is, in words
  record Asked(String to, String cost, List<SentSegment> segments) {
    /// Copies the list.
    Asked {
      segments = List.copyOf(segments);
    }
  }

  /// What a look-up found.
  record Found(String query, List<Passage> passages) {
    /// Copies the list.
    Found {
      passages = List.copyOf(passages);
    }
  }

  /// A passage.
  record Passage(String title, String heading, String text) {}

  /// What one step sends.
  record Line(String at, String words, String facts) {}
}
