package dev.knowhow.run;

import dev.knowhow.flow.FlowProgram;
import dev.knowhow.flow.StepOutline;
import dev.knowhow.store.Blobs;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Compiled flows as bytes: a run keeps the program that it began with, so that it goes on with it
/// whatever the compiler has learned since.
final class Programs {
  private Programs() {}

  /// A compiled flow as it is kept.
  ///
  /// @param sha256 of the bytes
  record Stored(String sha256, byte[] bytes) {
    String keep(Handle handle, Blobs blobs) {
      blobs.put(handle, sha256, bytes);
      return sha256;
    }
  }

  static Stored stored(FlowProgram program) {
    byte[] bytes = write(program);
    return new Stored(Blobs.sha256(bytes), bytes);
  }

  private static byte[] write(FlowProgram program) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("javascript", Value.text(program.javascript()));
    fields.put("prelude", Value.text(Integer.toString(program.prelude())));
    fields.put("outline", Value.items(program.outline().stream().map(Programs::step).toList()));
    fields.put("knowledge", Value.items(program.knowledge().stream().map(Value::text).toList()));
    return ValueJson.print(Value.fields(fields)).getBytes(StandardCharsets.UTF_8);
  }

  static FlowProgram read(byte[] bytes) {
    if (!(ValueJson.parse(bytes) instanceof Value.Fields fields)) {
      throw new IllegalStateException("a stored flow is cut");
    }
    List<StepOutline> outline = new ArrayList<>();
    for (Value each : items(fields.get("outline"))) {
      if (each instanceof Value.Fields step) {
        outline.add(
            new StepOutline(
                step.get("id").textOrEmpty(),
                step.get("words").textOrEmpty(),
                StepOutline.Kind.valueOf(step.get("kind").textOrEmpty()),
                Integer.parseInt(step.get("depth").textOrEmpty())));
      }
    }
    return new FlowProgram(
        fields.get("javascript").textOrEmpty(),
        Integer.parseInt(fields.get("prelude").textOrEmpty()),
        outline,
        new TreeSet<>(items(fields.get("knowledge")).stream().map(Value::textOrEmpty).toList()));
  }

  private static Value step(StepOutline step) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("id", Value.text(step.id()));
    fields.put("words", Value.text(step.words()));
    fields.put("kind", Value.text(step.kind().name()));
    fields.put("depth", Value.text(Integer.toString(step.depth())));
    return Value.fields(fields);
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items(List<Value> items) ? items : List.of();
  }
}
