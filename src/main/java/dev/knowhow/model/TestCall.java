package dev.knowhow.model;

import dev.knowhow.account.Actor;
import dev.knowhow.net.Limits;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.Lifetime;
import dev.knowhow.prompt.Segment;
import dev.knowhow.prompt.tokens.TokenCounters;
import dev.knowhow.value.Tier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The tiny question that shows whether a connection works.
final class TestCall {
  private static final int MOST_TOKENS = 20;

  private TestCall() {}

  static ModelCall by(Actor actor, Tier tier, long id) {
    Segment system = segment("You check a connection. Answer with the one word OK.");
    Segment user = segment("Are you there?");
    CompiledPrompt prompt =
        new CompiledPrompt(
            List.of(system),
            List.of(user),
            system.tokens() + user.tokens(),
            sha256(system.text() + "\n" + user.text()),
            Optional.empty());
    String run = "test-" + Long.toHexString(id);
    return new ModelCall(run, "test", 1, "", "", 0, actor.personId(), tier, prompt, MOST_TOKENS);
  }

  /// One attempt that a person waits for.
  static Patience patience(Patience usual) {
    Limits limits = usual.limits().within(Duration.ofSeconds(40));
    return new Patience(
        1, Duration.ofSeconds(45), limits, usual.pause(), usual.random(), usual.clock());
  }

  private static Segment segment(String text) {
    return new Segment(
        Lifetime.STABLE, "test", text, TokenCounters.o200k().count(text), sha256(text));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
