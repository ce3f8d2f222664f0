package dev.knowhow.run;

import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.Segment;
import dev.knowhow.store.Blobs;
import dev.knowhow.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;

/// Prompts as they were sent: each segment's text once, under its hash, and per ask a list of them.
final class SentPrompts {
  private final Blobs blobs;

  SentPrompts(Blobs blobs) {
    this.blobs = blobs;
  }

  /// Keeps the segments' texts and gives the list for the journal.
  Value keep(Handle handle, CompiledPrompt prompt) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    prompt.system().forEach(segment -> texts.put(segment.sha256(), segment.text()));
    prompt.user().forEach(segment -> texts.put(segment.sha256(), segment.text()));
    blobs.putTexts(handle, texts);
    return manifest(prompt);
  }

  /// The list for the journal of a prompt whose texts are kept already, or are not to be.
  static Value manifest(CompiledPrompt prompt) {
    List<Value> segments = new ArrayList<>();
    prompt.system().forEach(segment -> segments.add(entry("system", segment)));
    prompt.user().forEach(segment -> segments.add(entry("user", segment)));
    return Value.items(segments);
  }

  /// The segments of a prompt that was kept.
  List<StepView.SentSegment> read(Handle handle, Value kept) {
    List<StepView.SentSegment> segments = new ArrayList<>();
    if (kept instanceof Value.Items(List<Value> items)) {
      for (Value each : items) {
        if (each instanceof Value.Fields segment) {
          byte[] text = blobs.get(handle, segment.get("sha256").textOrEmpty());
          segments.add(
              new StepView.SentSegment(
                  segment.get("role").textOrEmpty(),
                  segment.get("lifetime").textOrEmpty(),
                  segment.get("label").textOrEmpty(),
                  new String(text, StandardCharsets.UTF_8),
                  Integer.parseInt(segment.get("tokens").textOrEmpty())));
        }
      }
    }
    return segments;
  }

  /// The segments of a prompt that was not sent.
  static List<StepView.SentSegment> view(CompiledPrompt prompt) {
    List<StepView.SentSegment> segments = new ArrayList<>();
    prompt.system().forEach(segment -> segments.add(view("system", segment)));
    prompt.user().forEach(segment -> segments.add(view("user", segment)));
    return segments;
  }

  private static Value entry(String role, Segment segment) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("role", Value.text(role));
    fields.put("lifetime", Value.text(lifetime(segment)));
    fields.put("label", Value.text(segment.label()));
    fields.put("tokens", Value.text(Integer.toString(segment.tokens())));
    fields.put("sha256", Value.text(segment.sha256()));
    return Value.fields(fields);
  }

  private static StepView.SentSegment view(String role, Segment segment) {
    return new StepView.SentSegment(
        role, lifetime(segment), segment.label(), segment.text(), segment.tokens());
  }

  private static String lifetime(Segment segment) {
    return segment.lifetime().name().toLowerCase(Locale.ROOT);
  }
}
