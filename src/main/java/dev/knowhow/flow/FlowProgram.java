package dev.knowhow.flow;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A flow as the sandbox executes it, with its outline for pages. Stored with a tool's version.
///
/// @param javascript the script, which a person can read
/// @param prelude the number of the prelude that the script was made for
/// @param outline the steps in order, those inside loops and choices after them and deeper
/// @param knowledge the names of the knowledge whose text the flow's checks read
public record FlowProgram(
    String javascript, int prelude, List<StepOutline> outline, SortedSet<String> knowledge) {

  /// Copies the lists.
  public FlowProgram {
    outline = List.copyOf(outline);
    knowledge = Collections.unmodifiableSortedSet(new TreeSet<>(knowledge));
  }
}
