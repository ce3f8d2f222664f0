package dev.knowhow.flow;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the step that a line of a flow's script belongs to.
final class StepAt {
  private static final Pattern TEXT = Pattern.compile("[\"'`]([^\"'`\\\\]+)[\"'`]");

  private StepAt() {}

  /// The id of the last step that is named on the line or before it; empty if there is none.
  static String line(FlowProgram program, int line) {
    Set<String> ids = program.outline().stream().map(StepOutline::id).collect(Collectors.toSet());
    List<String> lines = program.javascript().lines().limit(Math.max(0, line)).toList();
    for (String text : lines.reversed()) {
      Matcher quoted = TEXT.matcher(text);
      String found = "";
      while (quoted.find()) {
        found = ids.contains(quoted.group(1)) ? quoted.group(1) : found;
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
