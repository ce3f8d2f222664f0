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
  private final MessageDigest sha256;
  private int delivered;

  OpenFlow(Context context, Value driver) {
    this.context = context;
    this.driver = driver;
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
    driver.execute("start", request);
    return goOnWith("");
  }

  /// Gives more answers, and goes on until the flow waits or ends.
  String goOn(String answers) {
    return goOnWith(answers);
  }

  private String goOnWith(String answers) {
    if (!answers.isEmpty()) {
      driver.execute("more", answers);
    }
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
      byte[] hash = sha256.digest(arguments.asString().getBytes(StandardCharsets.UTF_8));
      driver.execute("hashed", HexFormat.of().formatHex(hash));
    }
  }

  @Override
  public void close() {
    context.close(true);
  }
}
