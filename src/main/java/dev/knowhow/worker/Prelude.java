package dev.knowhow.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Source;

/// The script that every flow finds already there: its calls, exact numbers, dates, lengths,
/// checks.
///
/// A prelude is written in several files, which become one script in a fixed order. A released
/// prelude is never edited, like a migration: journals of its flows must replay for ever.
final class Prelude {
  /// The number of the newest prelude.
  static final int NEWEST = 2;

  /// The files of each prelude in their order. A prelude that leaves a file as it was takes it from
  /// the older one's folder.
  static final Map<Integer, List<String>> FILES =
      Map.of(
          1,
          List.of(
              "prelude-1/world.js",
              "prelude-1/numbers.js",
              "prelude-1/days.js",
              "prelude-1/lengths.js",
              "prelude-1/values.js",
              "prelude-1/logic.js",
              "prelude-1/formulas.js",
              "prelude-1/words.js",
              "prelude-1/figures.js",
              "prelude-1/sentences.js",
              "prelude-1/run.js",
              "prelude-1/steps.js",
              "prelude-1/driver.js"),
          2,
          List.of(
              "prelude-2/world.js",
              "prelude-2/numbers.js",
              "prelude-1/days.js",
              "prelude-1/lengths.js",
              "prelude-2/values.js",
              "prelude-2/logic.js",
              "prelude-2/formulas.js",
              "prelude-1/words.js",
              "prelude-1/figures.js",
              "prelude-1/sentences.js",
              "prelude-2/run.js",
              "prelude-2/asks.js",
              "prelude-2/reviews.js",
              "prelude-2/fitting.js",
              "prelude-2/tools.js",
              "prelude-2/goals.js",
              "prelude-2/helpers.js",
              "prelude-2/steps.js",
              "prelude-2/driver.js",
              "prelude-2/lock.js"));

  private Prelude() {}

  /// The script of a prelude, or none if there is no such number.
  static Source source(int number) {
    List<String> files = FILES.get(number);
    if (files == null) {
      throw new IllegalArgumentException("no prelude " + number);
    }
    StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
    for (String file : files) {
      script.append(text(file));
    }
    script.append("return driver;\n})()\n");
    return Source.newBuilder("js", script, "prelude-" + number + ".js")
        .internal(true)
        .cached(true)
        .buildLiteral();
  }

  /// The text of a file beside this class.
  static String text(String file) {
    try (InputStream in = Prelude.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the worker's jar lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
