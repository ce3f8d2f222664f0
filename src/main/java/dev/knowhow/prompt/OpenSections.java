package dev.knowhow.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The sections that are open while a text is parsed, innermost last, with what they hold so far.
final class OpenSections {
  static final int MAX_DEPTH = 20;

  private record Open(Name name, boolean inverted, int line, List<Node> nodes) {}

  private final TagFaults faults;
  private final List<Node> top = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  OpenSections(TagFaults faults) {
    this.faults = faults;
  }

  void add(Node node) {
    (open.isEmpty() ? top : open.getLast().nodes()).add(node);
  }

  void open(Name name, boolean inverted, int line) {
    if (open.size() == MAX_DEPTH) {
      faults.tooDeep(line);
    }
    open.addLast(new Open(name, inverted, line, new ArrayList<>()));
  }

  /// Ends the innermost section of that name; sections inside it that are still open are faults.
  void close(String name, int line) {
    if (open.stream().noneMatch(section -> section.name().written().equals(name))) {
      faults.strayEnd(name, line);
      return;
    }
    while (!open.getLast().name().written().equals(name)) {
      Open inner = open.getLast();
      faults.notEnded(inner.name().written(), inner.line(), "{{/" + name + "}} on line " + line);
      end();
    }
    end();
  }

  /// All nodes; sections that are still open are faults.
  List<Node> closeAll() {
    while (!open.isEmpty()) {
      Open inner = open.getLast();
      faults.notEnded(inner.name().written(), inner.line(), "the end of the file");
      end();
    }
    return top;
  }

  private void end() {
    Open section = open.removeLast();
    add(new Node.Section(section.name(), section.inverted(), section.nodes(), section.line()));
  }
}
