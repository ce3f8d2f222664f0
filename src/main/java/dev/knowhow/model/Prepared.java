package dev.knowhow.model;

import dev.knowhow.net.Destination;
import dev.knowhow.price.Money;
import dev.knowhow.prompt.tokens.TokenCounter;

/// A question made ready for one model: the bytes, the address, and the most it can cost.
///
/// The preview and the call itself both come from here, so what is shown is what is sent.
///
/// @param chosen the model
/// @param wire the protocol
/// @param to the full address
/// @param body the bytes of the body
/// @param structured whether the model is held to a shape
/// @param counter how the model's tokens are counted
/// @param inputTokens the tokens that are sent, as counted
/// @param atMost the most that the call can cost
record Prepared(
    Chosen chosen,
    Wire wire,
    Destination to,
    byte[] body,
    boolean structured,
    TokenCounter counter,
    long inputTokens,
    Money atMost) {

  Sending sending() {
    return new Sending(
        chosen,
        chosen.connection().recipient(),
        to.toString(),
        body,
        inputTokens,
        counter.exact(),
        atMost);
  }
}
