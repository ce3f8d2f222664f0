package dev.knowhow.flow;

import dev.knowhow.value.Value;
import java.util.List;

/// One thing that a flow did, for the timeline. Every slice makes all entries of its run again, in
/// the same order.
///
/// @param step the step's id
/// @param lane the row it happened in, such as `reviewed[2]`, and empty outside loops
/// @param kind what was done
/// @param words what was done in plain words; for a check the sentence as it was written
/// @param details the values that belong to it, by name; for a check `found` and `wanted`
/// @param verdict how a check went; [Verdict#NONE] for anything else
/// @param found where quoted words were found
public record TraceEntry(
    String step,
    String lane,
    Kind kind,
    String words,
    Value.Fields details,
    Verdict verdict,
    List<Found> found) {

  /// Copies the list.
  public TraceEntry {
    found = List.copyOf(found);
  }

  /// What was done.
  public enum Kind {
    /// A model answered.
    ASKED,
    /// Knowledge was looked up.
    LOOKED_UP,
    /// Names were calculated.
    CALCULATED,
    /// A way was chosen.
    CHOSE,
    /// Two lists were compared.
    MATCHED,
    /// A loop began over its rows.
    LOOPED,
    /// Something was checked.
    CHECKED,
    /// A person decided: `decision`, `by`, `comment` and what was filled in, by name; the words are
    /// the decision.
    REVIEWED,
    /// Another tool was used: `tool`, `outcome`, `because`; the words are its outcome.
    USED_TOOL,
    /// A goal was worked towards: a turn, or what ended it; the words say which.
    WORKED,
    /// The script wrote a line to its console: `line` is the script's.
    LOGGED
  }

  /// How a check went.
  public enum Verdict {
    /// It is no check.
    NONE,
    /// It holds.
    PASSED,
    /// It does not hold.
    FAILED,
    /// It can't be checked, because something is not stated.
    CANT_BE_CHECKED
  }

  /// Words found in a source.
  ///
  /// @param source the name of the input, knowledge or step, `name[2]` for the second document
  /// @param start where they begin in the source's text, in UTF-16 units
  /// @param end where they end
  /// @param quote the words that were looked for
  public record Found(String source, int start, int end, String quote) {}
}
