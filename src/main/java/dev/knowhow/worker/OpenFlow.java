package dev.knowhow.worker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/// A flow in its context, with the driver that its prelude gave.
///
/// Only texts and truth values pass between the two sides. Each call of the driver returns after
/// all microtasks that it set off have run, which is what makes one answer at a time mean the same
/// in every replay.
final class OpenFlow implements AutoCloseable {
  private final Context context;
  private final Value driver;
  private final boolean stepwise;
  private final MessageDigest sha256;
  private int delivered;

  /// A flow that was loaded after a prelude.
  OpenFlow(Context context, Value driver, int prelude) {
    this.context = context;
    this.driver = driver;
    this.stepwise = prelude > 1;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// How many answers the flow has had.
  int delivered() {
    return delivered;
  }

  /// Begins the flow and gives it the answers that came with the request.
  String start(String request) {
    context.enter();
    try {
      driver.execute("start", request);
      return untilItWaits();
    } finally {
      context.leave();
    }
  }

  /// Gives more answers, and goes on until the flow waits or ends.
  String goOn(String answers) {
    context.enter();
    try {
      driver.execute("more", answers);
      return untilItWaits();
    } finally {
      context.leave();
    }
  }

  private String untilItWaits() {
    return stepwise ? stepByStep() : commandByCommand();
  }

  /// The driver says what it needs next: the hash of a call's arguments, a pause after an answer.
  private String stepByStep() {
    String hash = "";
    while (true) {
      Value said = driver.execute("step", hash);
      hash = "";
      if (said.isBoolean()) {
        delivered++;
        continue;
      }
      String text = said.asString();
      if (text.charAt(0) != '#') {
        return text;
      }
      hash = hash(text.substring(1));
    }
  }

  /// The driver of the first prelude is asked for each of it.
  private String commandByCommand() {
    hashCalls();
    while (driver.execute("deliver").asBoolean()) {
      delivered++;
      hashCalls();
    }
    return driver.execute("outcome").asString();
  }

  private void hashCalls() {
    while (true) {
      Value arguments = driver.execute("unhashed");
      if (!arguments.isString()) {
        return;
      }
      driver.execute("hashed", hash(arguments.asString()));
    }
  }

  private String hash(String arguments) {
    return HexFormat.of().formatHex(sha256.digest(arguments.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    context.close(true);
  }
}
