package dev.knowhow.model;

import dev.knowhow.price.Money;
import java.nio.charset.StandardCharsets;

/// A request before it goes out: to whom, where, and every byte of its body.
///
/// The headers carry the key and are not shown.
///
/// @param chosen the model and its price
/// @param recipient who receives it, for a person
/// @param address the address it goes to
/// @param body the bytes exactly as they would be sent
/// @param inputTokens the tokens it sends, by the model's own count or by our estimate
/// @param exactTokens whether that count is the model's own
/// @param atMost the most that it can cost
public record Sending(
    Chosen chosen,
    String recipient,
    String address,
    byte[] body,
    long inputTokens,
    boolean exactTokens,
    Money atMost) {

  /// The body as text; it is JSON.
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
