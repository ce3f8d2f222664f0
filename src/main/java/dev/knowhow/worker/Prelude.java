package dev.knowhow.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graalvm.polyglot.Source;

/// The script that every flow finds already there: its calls, exact numbers, dates, lengths,
/// checks.
///
/// A prelude is written in several files, which become one script in a fixed order. A released
/// prelude is never edited, like a migration: journals of its flows must replay for ever.
final class Prelude {
  /// The number of the newest prelude.
  static final int NEWEST = 1;

  private static final Map<Integer, String[]> FILES =
      Map.of(
          1,
          new String[] {
            "world",
            "numbers",
            "days",
            "lengths",
            "values",
            "logic",
            "formulas",
            "words",
            "figures",
            "sentences",
            "run",
            "steps",
            "driver"
          });

  private Prelude() {}

  /// The script of a prelude, or none if there is no such number.
  static Source source(int number) {
    String[] files = FILES.get(number);
    if (files == null) {
      throw new IllegalArgumentException("no prelude " + number);
    }
    StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
    for (String file : files) {
      script.append(text("prelude-" + number + "/" + file + ".js"));
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
