package dev.knowhow.eval;

import dev.knowhow.account.Actor;
import dev.knowhow.testing.Asked;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.tool.ToolFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tool that says which word belongs to a number, with as many examples as wanted.
public final class TrialTools {
  private static final Pattern NUMBER = Pattern.compile("number (\\d+),");
  private static final String TOOL =
      """
      format: knowhow/1
      name: Words
      about: Says which word belongs to a number.
      house: test
      inputs:
        number: {label: Number, type: number, required: yes}
      steps:
        # the only step
        - ask: found
          does: find the word
          tier: standard
          at most: 200 tokens
          returns: {word: text}
          check: [found.word has at most 3 words]
      results:
        word: {label: Word, type: text, from: found.word}
      """;
  private static final String VERTICAL =
      """
      format: knowhow-vertical/1
      name: Test
      about: For tests.
      """;

  private TrialTools() {}

  /// The tool with examples `e1`, `e2`, …
  public static ToolFiles words(int examples) {
    Map<String, byte[]> files = new TreeMap<>();
    put(files, "tool.yaml", TOOL);
    put(files, "house/test/vertical.yaml", VERTICAL);
    put(files, "prompts/found.md", "Which word belongs to it?\n\nThe number {{number}}, please.\n");
    for (int i = 1; i <= examples; i++) {
      put(files, "examples/e" + i + ".yaml", example(i, "word" + i));
    }
    return ToolFiles.of(files);
  }

  static String example(int number, String answer) {
    return """
    name: Number N
    kind: easy
    inputs: {number: N}
    answers:
      written by: author
      found: {word: ANSWER}
    holds: ['found.word = "wordN"']
    """
        .replace("Number N", "Number " + number)
        .replace("{number: N}", "{number: " + number + "}")
        .replace("wordN", "word" + number)
        .replace("ANSWER", answer);
  }

  /// The answer that an example wants, by the number in the prompt.
  public static String rightAnswer(Asked asked) {
    return "{\"word\":\"word" + number(asked) + "\"}";
  }

  /// The number that a prompt asks for.
  public static int number(Asked asked) {
    Matcher number = NUMBER.matcher(asked.prompt());
    if (!number.find()) {
      throw new IllegalArgumentException(asked.prompt());
    }
    return Integer.parseInt(number.group(1));
  }

  /// Waits until a trial is as wanted.
  static TrialView awaited(TestHouse house, Actor actor, String id, Predicate<TrialView> wanted)
      throws Exception {
    Instant patience = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(patience)) {
      CountDownLatch news = new CountDownLatch(1);
      try (AutoCloseable _ = house.rooms().trials().listen(id, news::countDown)) {
        TrialView view = house.rooms().trials().view(actor, id);
        if (wanted.test(view)) {
          return view;
        }
        var _ = news.await(500, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("the trial stays " + house.rooms().trials().view(actor, id));
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
