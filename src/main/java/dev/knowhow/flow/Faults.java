package dev.knowhow.flow;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Written;
import java.util.ArrayList;
import java.util.List;

/// The faults found so far.
final class Faults {
  private final List<Fault> faults = new ArrayList<>();

  /// Notes a fault in something that was written.
  void at(Written written, String where, String what, String hint) {
    faults.add(Fault.at(written.file(), written.line(), where, what, withoutStop(hint)));
  }

  /// Notes a fault of a step.
  void at(int line, String where, String what, String hint) {
    faults.add(Fault.at("tool.yaml", line, where, what, withoutStop(hint)));
  }

  /// Takes faults that others found.
  void addAll(List<Fault> more) {
    faults.addAll(more);
  }

  /// All faults in the order of their files and lines, each once.
  List<Fault> all() {
    return faults.stream().distinct().sorted().toList();
  }

  private static String withoutStop(String hint) {
    return hint.endsWith(".") ? hint.substring(0, hint.length() - 1) : hint;
  }
}
