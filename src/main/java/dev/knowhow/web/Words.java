package dev.knowhow.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/// The text of the pages, read from a message file: a second language is a second file.
///
/// A message may hold `{0}`, `{1}`, ...; a message about a number has two forms, `key.one` and
/// `key.many`. Immutable.
final class Words extends AbstractMessageResolver {
  private final Properties messages = new Properties();

  private Words(String file) {
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the message file " + file + " is missing");
      }
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of US English.
  static Words english() {
    return new Words("messages_en.properties");
  }

  /// The message of `key` with its places filled.
  String of(String key, Object... values) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return filled(message, values);
  }

  /// The message about `number` things: `key.one` or `key.many`, with the number in `{0}`.
  String count(String key, long number) {
    return of(key + (number == 1 ? ".one" : ".many"), Numbers.grouped(number));
  }

  /// Whether there is a message of `key`.
  boolean has(String key) {
    return messages.containsKey(key);
  }

  /// The keys of all messages.
  Set<String> keys() {
    return messages.stringPropertyNames();
  }

  @Override
  public String resolveMessage(
      ITemplateContext context, Class<?> origin, String key, Object[] values) {
    return of(key, values == null ? new Object[0] : values);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context, Class<?> origin, String key, Object[] values) {
    throw new IllegalArgumentException("no message " + key);
  }

  private static String filled(String message, @Nullable Object... values) {
    StringBuilder text = new StringBuilder(message.length() + 32);
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      if (c == '{' && i + 2 < message.length() && message.charAt(i + 2) == '}') {
        int place = message.charAt(i + 1) - '0';
        if (place >= 0 && place < values.length) {
          text.append(values[place]);
          i += 2;
          continue;
        }
      }
      text.append(c);
    }
    return text.toString();
  }
}
