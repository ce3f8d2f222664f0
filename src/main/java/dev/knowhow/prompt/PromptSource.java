package dev.knowhow.prompt;

import dev.knowhow.problem.Fault;
import java.util.List;
import java.util.SortedSet;

/// A prompt file that was read and has no faults in itself.
public final class PromptSource {
  private PromptSource() {}

  /// Reads a prompt file.
  ///
  /// @throws dev.knowhow.problem.Problem with all faults of the file
  public static PromptSource parse(String file, String markdown) {
    throw new UnsupportedOperationException(file + markdown);
  }

  /// Every name that the prompt uses, dotted as written, those inside sections too; the first part
  /// of a name used inside a section may be a field of that section's rows.
  public SortedSet<String> names() {
    throw new UnsupportedOperationException();
  }

  /// Names that the prompt uses and that are not known where it uses them.
  public List<Fault> faults(KnownNames known) {
    throw new UnsupportedOperationException(known.toString());
  }
}
