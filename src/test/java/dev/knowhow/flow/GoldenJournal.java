package dev.knowhow.flow;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A run as a file: the flow's prelude and script, what it began with, its journal, and what it
/// came to. Once written it is never written again; it must replay to the same for ever.
record GoldenJournal(SliceRequest request, String outcome) {
  private static final String LINE = "\n----------\n";

  static GoldenJournal read(Path file) throws IOException {
    String[] parts = Files.readString(file).split(LINE, -1);
    Value.Fields began = fields(parts[0]);
    Map<String, String> knowledge = new LinkedHashMap<>();
    ((Value.Fields) began.get("knowledge"))
        .fields()
        .forEach((name, text) -> knowledge.put(name, text.textOrEmpty()));
    List<JournalAnswer> journal = new ArrayList<>();
    parts[2].lines().filter(line -> !line.isEmpty()).forEach(line -> journal.add(answer(line)));
    FlowProgram program =
        new FlowProgram(
            parts[1] + "\n",
            Integer.parseInt(began.get("prelude").textOrEmpty()),
            List.of(),
            new TreeSet<>(knowledge.keySet()));
    return new GoldenJournal(
        new SliceRequest(
            program,
            (Value.Fields) began.get("inputs"),
            knowledge,
            Instant.parse(began.get("startedAt").textOrEmpty()),
            Long.parseLong(began.get("seed").textOrEmpty()),
            journal,
            "",
            Turn.person("golden")),
        parts[3]);
  }

  void write(Path file) throws IOException {
    Map<String, Value> knowledge = new LinkedHashMap<>();
    request.knowledgeTexts().forEach((name, text) -> knowledge.put(name, Value.text(text)));
    Map<String, Value> began = new LinkedHashMap<>();
    began.put("prelude", Value.text(Integer.toString(request.program().prelude())));
    began.put("startedAt", Value.text(request.startedAt().toString()));
    began.put("seed", Value.text(Long.toString(request.seed())));
    began.put("inputs", request.inputs());
    began.put("knowledge", Value.fields(knowledge));
    StringBuilder text = new StringBuilder(ValueJson.print(Value.fields(began)));
    text.append(LINE).append(request.program().javascript().stripTrailing()).append(LINE);
    for (JournalAnswer answer : request.journal()) {
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("number", Value.text(Integer.toString(answer.number())));
      fields.put("name", Value.text(answer.name()));
      fields.put("hash", Value.text(answer.argumentsHash()));
      fields.put("answer", answer.answer());
      text.append(ValueJson.print(Value.fields(fields))).append('\n');
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.append(LINE).append(outcome));
  }

  /// What a slice came to, as text: its end, then each thing that it did.
  static String told(Slice slice) {
    StringBuilder text = new StringBuilder();
    switch (slice) {
      case Slice.Done(FlowResult result, _) ->
          text.append(result.outcome())
              .append(' ')
              .append(result.because())
              .append('\n')
              .append(ValueJson.print(result.results()))
              .append('\n')
              .append(result.notStated())
              .append('\n');
      case Slice.Failed(FlowFault fault, _) -> text.append(fault).append('\n');
      case Slice.Waiting(List<FlowCall> calls, _) ->
          calls.forEach(call -> text.append("waits for ").append(call).append('\n'));
    }
    slice.trace().forEach(entry -> text.append(told(entry)).append('\n'));
    return text.toString();
  }

  private static String told(TraceEntry entry) {
    return String.join(
        " | ",
        entry.kind().name(),
        entry.step(),
        entry.lane(),
        entry.words().replace("\n", "\\n"),
        entry.verdict().name(),
        ValueJson.print(entry.details()),
        entry.found().toString().replace("\n", "\\n"));
  }

  private static JournalAnswer answer(String line) {
    Value.Fields fields = fields(line);
    return new JournalAnswer(
        Integer.parseInt(fields.get("number").textOrEmpty()),
        fields.get("name").textOrEmpty(),
        fields.get("hash").textOrEmpty(),
        fields.get("answer"));
  }

  private static Value.Fields fields(String json) {
    return (Value.Fields) ValueJson.parse(json);
  }
}
