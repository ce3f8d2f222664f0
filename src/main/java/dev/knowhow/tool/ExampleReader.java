package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.FormChecker;
import dev.knowhow.tool.yaml.Nearest;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import dev.knowhow.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the files in `examples/` against a tool. Not thread-safe.
final class ExampleReader {
  private final Tool tool;
  private final ToolFiles files;
  private final DocumentReader documents;
  private final Faults faults;

  ExampleReader(Tool tool, ToolFiles files, DocumentReader documents, Faults faults) {
    this.tool = tool;
    this.files = files;
    this.documents = documents;
    this.faults = faults;
  }

  /// The example in a file; empty where the file could not be read at all.
  Optional<Example> read(String file) {
    Optional<Yaml> root = YamlReader.read(file, files.get(file).orElseThrow(), faults);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    FormChecker.check(file, root.get(), ExampleForm.form(), LaterKeys.ALL, faults);
    return Optional.of(example(file, new Section(file, root.get(), "", faults)));
  }

  private Example example(String file, Section root) {
    String id = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
    ExampleKind kind =
        Arrays.stream(ExampleKind.values())
            .filter(each -> each.words().equals(root.text("kind")))
            .findFirst()
            .orElse(ExampleKind.EASY);
    Outcome outcome =
        root.text("outcome").equals(Outcome.CANT_SAY.words()) ? Outcome.CANT_SAY : Outcome.RESULT;
    SampleAnswers answers =
        new AnswersReader(tool).answers(root.at("answers"), root.at("decisions"));
    return new Example(
        id,
        root.text("name"),
        kind,
        inputs(root.at("inputs")),
        answers,
        outcome,
        ToolBuilder.allWritten(root.at("holds")),
        new MistakesReader(tool, answers).mistakes(root.at("planted mistakes")),
        file);
  }

  private Value.Fields inputs(Section inputs) {
    List<String> known = tool.inputs().stream().map(Input::name).toList();
    for (Section.NamedSection entry : inputs.entries()) {
      if (!known.contains(entry.name())) {
        String hint = Nearest.hint(entry.name(), known);
        faults.add(
            inputs.file(),
            entry.line(),
            inputs.where(),
            "the tool has no input \"" + entry.name() + "\"; it has " + String.join(", ", known),
            hint);
      }
    }
    Map<String, Value> values = new LinkedHashMap<>();
    for (Input input : tool.inputs()) {
      values.put(input.name(), input(input, inputs));
    }
    return Value.fields(values);
  }

  private Value input(Input input, Section inputs) {
    Optional<Section> given = inputs.maybe(input.name());
    if (given.isEmpty()) {
      if (input.required() && !input.initial().isStated()) {
        inputs.fault("the required input \"" + input.name() + "\" is missing", "");
      }
      return input.initial();
    }
    Value raw =
        switch (input.type()) {
          case Type.Document _ -> document(given.get());
          case Type.Documents _ ->
              given.get().yaml() instanceof Yaml.Items
                  ? Value.items(given.get().items().stream().map(this::document).toList())
                  : Value.items(document(given.get()));
          case Type.Text _,
              Type.Paragraph _,
              Type.Number _,
              Type.Money _,
              Type.Date _,
              Type.Measure _,
              Type.YesNo _,
              Type.OneOf _,
              Type.Items _,
              Type.Rows _,
              Type.Fields _ ->
              YamlValues.value(given.get().yaml());
        };
    return YamlValues.read(input.type(), raw, given.get(), Manner.FORM);
  }

  /// A text, or `{file: …}`.
  private Value document(Section section) {
    if (!section.has("file")) {
      return section.entries().isEmpty() ? YamlValues.value(section.yaml()) : Value.notStated();
    }
    String path = section.text("file");
    Optional<byte[]> bytes = files.get(path);
    if (bytes.isEmpty()) {
      String hint = Nearest.hint(path, files.paths());
      section.at("file").fault("there is no file \"" + path + "\" in the tool's folder", hint);
      return Value.text("-");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    try {
      return documents.read(name, bytes.get()).toValue();
    } catch (Problem problem) {
      section.at("file").fault(problem.what(), problem.hint());
      return Value.text("-");
    }
  }
}
