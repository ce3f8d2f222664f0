package dev.knowhow.prompt;

import java.util.List;

/// A piece of a parsed prompt. Lines are counted from 1.
sealed interface Node {

  /// Text that is written as it stands.
  record Literal(String text) implements Node {}

  /// A value.
  ///
  /// @param raw whether the tag was `{{{name}}}` or `{{&name}}`
  record Variable(Name name, boolean raw, int line) implements Node {}

  /// Something that is there when a value is, once for each item; or, inverted, when it is not.
  record Section(Name name, boolean inverted, List<Node> nodes, int line) implements Node {
    public Section {
      nodes = List.copyOf(nodes);
    }
  }

  /// Another text, rendered here, each line of it indented.
  record Partial(String name, String indent, int line) implements Node {}
}
