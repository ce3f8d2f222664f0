package dev.knowhow.flow;

import java.util.List;

/// A script that grows line by line, indented by two spaces a level. Not thread-safe.
final class ScriptText {
  private static final int WIDTH = 110;

  private final StringBuilder text = new StringBuilder();
  private int level;
  private boolean justOpened;

  /// A line at the level; an empty one is left out at the beginning of a block.
  ScriptText line(String line) {
    if (line.isEmpty() && justOpened) {
      return this;
    }
    justOpened = false;
    if (!line.isEmpty()) {
      text.append("  ".repeat(level)).append(line);
    }
    text.append('\n');
    return this;
  }

  /// A line after which the level is one deeper.
  ScriptText open(String line) {
    line(line);
    level++;
    justOpened = true;
    return this;
  }

  /// A line before which the level is one less deep.
  ScriptText close(String line) {
    level--;
    return line(line);
  }

  /// A line that ends one block and begins the next.
  ScriptText between(String line) {
    level--;
    line(line);
    level++;
    justOpened = true;
    return this;
  }

  /// Some properties between a beginning and an end, on one line if they fit there, else one below
  /// the other.
  ScriptText spread(String start, List<String> properties, String end) {
    String one = start + String.join(", ", properties) + end;
    if (one.length() + 2 * level <= WIDTH) {
      return line(one);
    }
    open(start.stripTrailing());
    properties.forEach(property -> line(property + ","));
    return close(end.stripLeading());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
