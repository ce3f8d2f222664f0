package dev.knowhow.bench;

import java.util.List;

/// Executes one benchmark by its name.
public final class Bench {
  private Bench() {}

  /// `slices`, `runs`, or nothing for both.
  public static void main(String[] arguments) throws Exception {
    for (String name : arguments.length == 0 ? List.of("slices", "runs") : List.of(arguments)) {
      switch (name) {
        case "slices" -> SliceLoad.run();
        case "runs" -> RunLoad.run();
        default -> throw new IllegalArgumentException("no benchmark " + name);
      }
    }
  }
}
