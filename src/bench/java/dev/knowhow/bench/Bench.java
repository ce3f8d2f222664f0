package dev.knowhow.bench;

import java.util.List;
import org.openjdk.jmh.Main;

/// Executes benchmarks by their names.
public final class Bench {
  private static final List<String> ALL =
      List.of("slices", "starts", "runs", "models", "reviews", "jmh");

  private Bench() {}

  /// Any of `slices`, `starts`, `runs`, `models`, `reviews`, `jmh` or a name of one of JMH's; `all`
  /// for all.
  public static void main(String[] arguments) throws Exception {
    List<String> names = List.of(arguments);
    for (String name : names.isEmpty() || names.equals(List.of("all")) ? ALL : names) {
      switch (name) {
        case "slices" -> SliceLoad.run();
        case "starts" -> StartLoad.run();
        case "runs" -> RunLoad.run();
        case "models" -> WaitLoad.forModels();
        case "reviews" -> WaitLoad.forPeople();
        case "jmh" -> Main.main(new String[] {"dev.knowhow.bench", "-foe", "true"});
        default -> Main.main(new String[] {name, "-foe", "true"});
      }
    }
  }
}
