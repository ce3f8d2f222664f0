package dev.knowhow.tool.yaml;

import dev.knowhow.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers what is wrong, so that a person gets everything at once.
///
/// After [#LIMIT] faults it keeps no more. Not thread-safe.
public final class Faults {
  /// How many faults are kept.
  public static final int LIMIT = 200;

  private static final int SHOWN = 60;

  private final Set<Fault> faults = new LinkedHashSet<>();

  /// An empty collection.
  public Faults() {}

  /// Adds a fault.
  public void add(String file, int line, String where, String what, String hint) {
    if (!isFull()) {
      faults.add(Fault.at(file, line, where, what, sentence(hint)));
    }
  }

  /// Adds faults.
  public void addAll(List<Fault> more) {
    for (Fault fault : more) {
      add(fault.file(), fault.line(), fault.where(), fault.what(), fault.hint());
    }
  }

  private static String sentence(String hint) {
    return hint.isEmpty() || hint.endsWith(".") ? hint : hint + ".";
  }

  /// Whether nothing is wrong.
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /// Whether no more are kept.
  public boolean isFull() {
    return faults.size() >= LIMIT;
  }

  /// All of them.
  public List<Fault> all() {
    return new ArrayList<>(faults);
  }

  /// A person's text for a message: in quotation marks, on one line, shortened, and without
  /// characters that can't be seen or that turn the writing direction.
  public static String quote(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int points = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (++points > SHOWN) {
        shown.append('…');
        break;
      }
      if (Character.isWhitespace(point)) {
        shown.append(' ');
      } else if (isVisible(point)) {
        shown.appendCodePoint(point);
      } else {
        shown.append('\uFFFD');
      }
    }
    return shown.append('"').toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
