package dev.knowhow.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.knowhow.net.Limits;
import dev.knowhow.net.Outbound;
import dev.knowhow.net.OutboundFailure;
import dev.knowhow.net.OutboundRequest;
import dev.knowhow.net.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Sends one request and listens to its answer to the end.
final class Exchange {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ERROR_BYTES = 64_000;
  private static final Duration TIDY_END = Duration.ofMillis(250);
  private static final long BETWEEN_PARTIALS_NANOS = 50_000_000;

  private final Outbound outbound;
  private final InstantSource clock;

  Exchange(Outbound outbound, InstantSource clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  Came once(OutboundRequest request, Limits limits, Listening listening, Consumer<String> partial) {
    try (Reply reply = outbound.send(request, limits)) {
      if (reply.status() != 200) {
        return rejected(reply);
      }
      return listen(reply, listening, partial);
    } catch (OutboundFailure failure) {
      return failure.kind().beforeSending()
          ? new Came.Unreached(failure)
          : new Came.Silent(failure);
    }
  }

  private Came.Rejected rejected(Reply reply) {
    byte[] body;
    try {
      body = reply.bodyAtMost(MOST_ERROR_BYTES);
    } catch (IOException _) {
      body = new byte[0]; // the status alone says that nothing was generated
    }
    return new Came.Rejected(
        reply.status(), ProviderWords.of(body), RetryAfter.of(reply, clock.instant()));
  }

  private static Came listen(Reply reply, Listening listening, Consumer<String> partial) {
    try {
      if (isJson(reply)) {
        JsonNode answer = JSON.readTree(reply.body().readAllBytes());
        listening.whole(answer);
      } else {
        stream(reply, listening, partial);
      }
    } catch (JsonProcessingException _) {
      return broken(listening, "it sent something that is not an answer");
    } catch (OutboundFailure failure) {
      return broken(listening, failure.words());
    } catch (IOException _) {
      return broken(listening, "it sent more at once than an answer has");
    }
    partial.accept(listening.text().toString());
    return judged(listening.heard());
  }

  private static void stream(Reply reply, Listening listening, Consumer<String> partial)
      throws IOException {
    Events events = new Events(reply.body());
    long last = 0;
    int shown = 0;
    for (Optional<String> data = events.next(); data.isPresent(); data = events.next()) {
      if (data.get().equals("[DONE]")) {
        listening.done();
        reply.hurry(TIDY_END);
        continue;
      }
      listening.event(JSON.readTree(data.get()));
      long now = System.nanoTime();
      if (listening.text().length() > shown
          && (shown == 0 || now - last > BETWEEN_PARTIALS_NANOS)) {
        shown = listening.text().length();
        last = now;
        partial.accept(listening.text().toString());
      }
      if (listening.finished()) {
        reply.hurry(TIDY_END);
      }
    }
  }

  private static boolean isJson(Reply reply) {
    return reply
        .header("Content-Type")
        .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
        .orElse(false);
  }

  private static Came judged(Heard heard) {
    if (heard.fault().isPresent()) {
      return new Came.Broken(heard, heard.fault().get());
    }
    if (heard.ending().isEmpty()) {
      String words = heard.text().isEmpty() ? "it sent no answer" : "its answer broke off";
      return new Came.Broken(heard, words);
    }
    if (heard.text().isBlank() && heard.ending().get() == Ending.DONE) {
      return new Came.Broken(heard, "its answer was empty");
    }
    return new Came.Whole(heard, heard.ending().get());
  }

  private static Came broken(Listening listening, String words) {
    Heard heard = listening.heard();
    return heard.complete() ? judged(heard) : new Came.Broken(heard, heard.fault().orElse(words));
  }
}
