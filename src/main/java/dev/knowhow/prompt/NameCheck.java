package dev.knowhow.prompt;

import dev.knowhow.problem.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which names of a prompt are not known where it uses them; used once.
final class NameCheck {
  private static final int MAX_LISTED = 12;

  private final String file;
  private final Deque<KnownNames> frames = new ArrayDeque<>();
  private final List<Fault> faults = new ArrayList<>();

  NameCheck(String file, KnownNames known) {
    this.file = file;
    frames.push(known);
  }

  List<Fault> faults(List<Node> nodes) {
    walk(nodes);
    return faults;
  }

  private void walk(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Literal _, Node.Partial _ -> {}
        case Node.Variable variable -> inside(variable.name(), variable.line());
        case Node.Section section -> {
          KnownNames inside = inside(section.name(), section.line());
          frames.push(inside == null ? KnownNames.NONE : inside);
          walk(section.nodes());
          frames.pop();
        }
      }
    }
  }

  /// What is inside a name, or null (and a fault) where it is not known.
  private @Nullable KnownNames inside(Name name, int line) {
    if (name.isItem()) {
      if (frames.size() == 1) {
        add(line, "found {{.}} outside of any section", "Write the name of the value.");
      }
      return frames.getFirst();
    }
    for (KnownNames frame : frames) {
      KnownNames found = frame.names().get(name.parts().getFirst());
      for (int i = 1; i < name.parts().size() && found != null; i++) {
        found = found.names().get(name.parts().get(i));
      }
      if (found != null) {
        return found;
      }
      if (frame.names().containsKey(name.parts().getFirst())) {
        break;
      }
    }
    unknown(name, line);
    return null;
  }

  private void unknown(Name name, int line) {
    SortedSet<String> usable = new TreeSet<>();
    frames.forEach(frame -> gather("", frame, usable));
    String hint =
        usable.stream()
            .filter(known -> known.endsWith("." + name.written()))
            .findFirst()
            .map(NameCheck::reachInto)
            .or(() ->
                NearestName.of(name.written(), usable).map(nearest -> "Write {{" + nearest + "}}."))
            .orElseGet(() -> list(usable));
    add(
        line,
        "found {{" + name.written() + "}}, and the prompt has no value of that name here",
        hint);
  }

  private void add(int line, String what, String hint) {
    faults.add(Fault.at(file, line, "", what, hint));
  }

  private static String reachInto(String known) {
    String around = known.substring(0, known.lastIndexOf('.'));
    return "Write {{" + known + "}}, or use it inside {{#" + around + "}}.";
  }

  private static String list(SortedSet<String> usable) {
    if (usable.isEmpty()) {
      return "No name can be used here.";
    }
    String listed = String.join(", ", usable.stream().limit(MAX_LISTED).toList());
    return "Use one of " + listed + (usable.size() > MAX_LISTED ? ", …." : ".");
  }

  private static void gather(String prefix, KnownNames known, SortedSet<String> usable) {
    for (Map.Entry<String, KnownNames> name : known.names().entrySet()) {
      usable.add(prefix + name.getKey());
      gather(prefix + name.getKey() + ".", name.getValue(), usable);
    }
  }
}
