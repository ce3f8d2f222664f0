package dev.knowhow.prompt;

import dev.knowhow.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes parsed text over values; used once.
///
/// Work is bounded in what it writes and in how many nodes it visits, so that sections inside each
/// other over long lists end in a message and not in an exhausted server.
final class Renderer {
  static final int MAX_CHARACTERS = 8_000_000;
  static final int MAX_VISITS = 2_000_000;
  private static final int MAX_PARTIAL_DEPTH = 50;

  private final Writing writing;
  private final StringBuilder out = new StringBuilder();
  private final Map<Node.Partial, List<Node>> partials = new HashMap<>();
  private int visits;
  private int partialDepth;

  Renderer(Writing writing) {
    this.writing = writing;
  }

  /// The text of nodes over the values of a frame.
  String render(List<Node> nodes, Frame frame) {
    all(nodes, frame);
    return out.toString();
  }

  private void all(List<Node> nodes, Frame frame) {
    for (Node node : nodes) {
      if (++visits > MAX_VISITS || out.length() > MAX_CHARACTERS) {
        throw Problem.of(
            Problem.Kind.TOO_LARGE,
            "The prompt grows past 8 million characters or 2 million steps.",
            "Give fewer or shorter inputs, or take lists inside lists out of the prompt.");
      }
      switch (node) {
        case Node.Literal(String text) -> out.append(text);
        case Node.Variable variable -> writing.write(out, variable, frame.find(variable.name()));
        case Node.Section section -> section(section, frame);
        case Node.Partial partial -> partial(partial, frame);
      }
    }
  }

  private void section(Node.Section section, Frame frame) {
    PromptValue value = writing.deciding(section, frame.find(section.name()));
    if (section.inverted()) {
      if (!holds(value)) {
        all(section.nodes(), frame);
      }
    } else if (value instanceof PromptValue.Items(List<PromptValue> items)) {
      for (PromptValue item : items) {
        all(section.nodes(), new Frame(item, frame));
      }
    } else if (holds(value)) {
      all(section.nodes(), new Frame(value, frame));
    }
  }

  private static boolean holds(PromptValue value) {
    return switch (value) {
      case PromptValue.Inline(String text) -> !text.isEmpty();
      case PromptValue.Block(_, String text) -> !text.isEmpty();
      case PromptValue.YesNo(boolean yes) -> yes;
      case PromptValue.Items(List<PromptValue> items) -> !items.isEmpty();
      case PromptValue.Fields _ -> true;
      case PromptValue.NotStated _ -> false;
    };
  }

  private void partial(Node.Partial partial, Frame frame) {
    if (partialDepth == MAX_PARTIAL_DEPTH) {
      throw Problem.of(
          Problem.Kind.TOO_LARGE, "Partials insert each other without an end.", "Take one out.");
    }
    partialDepth++;
    all(partials.computeIfAbsent(partial, this::parsed), frame);
    partialDepth--;
  }

  private List<Node> parsed(Node.Partial partial) {
    String text = writing.partial(partial.name());
    if (text == null) {
      return List.of();
    }
    String indented =
        partial.indent().isEmpty() ? text : text.replaceAll("(?md)^", partial.indent());
    Mustache mustache = Mustache.parse(partial.name(), indented);
    if (!mustache.faults().isEmpty()) {
      throw Problem.ofFaults("The partial has faults.", mustache.faults());
    }
    return mustache.nodes();
  }
}
