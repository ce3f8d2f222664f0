package dev.knowhow.run;

import dev.knowhow.testing.Asked;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider for the tool `storm` that counts: no two of its answers are alike, and it remembers
/// which of them answered which question.
final class StormProvider implements AutoCloseable {
  private static final Pattern MARKER = Pattern.compile("(M[0-9]+)( [a-z]+)?");

  /// The provider's server.
  final FakeProvider fake = FakeProvider.start();

  /// The numbers of the answers to each question, in the order in which they were given.
  final Map<String, List<Integer>> given = new ConcurrentHashMap<>();

  /// Has a permit for each answer that was just given.
  final Semaphore answered = new Semaphore(0);

  private final AtomicInteger numbers = new AtomicInteger();
  private final Random random;

  StormProvider(long seed) {
    random = new Random(seed);
    fake.answers(new Scripted.Told(this::answer));
  }

  /// How many questions came for a marker.
  long calls(String marker) {
    return given.entrySet().stream()
        .filter(each -> each.getKey().startsWith(marker + "/"))
        .mapToLong(each -> each.getValue().size())
        .sum();
  }

  private String answer(Asked asked) {
    LockSupport.parkNanos(1_000_000L * delayMillis());
    String prompt = asked.prompt();
    Matcher marker = MARKER.matcher(prompt);
    if (!marker.find()) {
      throw new IllegalStateException("no marker in " + prompt);
    }
    String mark = marker.group(1);
    String line = marker.group(2) == null ? "" : marker.group(2);
    int number = numbers.incrementAndGet();
    String text;
    if (prompt.contains("FOUND")) {
      text = "{\"lines\":[" + row(mark, "one", number) + "," + row(mark, "two", number) + "]}";
      count(mark + "/found", number);
    } else if (prompt.contains("NOTE")) {
      text = "{\"remark\":\"#" + number + "#\"}";
      count(mark + "/note" + line, number);
    } else {
      text = "Thank you #" + number + "#.";
      count(mark + "/answer", number);
    }
    answered.release();
    return text;
  }

  private synchronized int delayMillis() {
    return random.nextInt(5) == 0 ? random.nextInt(400) : random.nextInt(40);
  }

  private void count(String question, int number) {
    given.computeIfAbsent(question, _ -> new CopyOnWriteArrayList<>()).add(number);
  }

  private static String row(String mark, String word, int number) {
    return "{\"words\":\"" + mark + " " + word + " #" + number + "#\"}";
  }

  @Override
  public void close() {
    fake.close();
  }
}
