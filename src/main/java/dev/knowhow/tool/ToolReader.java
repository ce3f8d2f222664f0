package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.PromptSource;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.FormChecker;
import dev.knowhow.tool.yaml.Nearest;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all files of a tool and gathers everything that is wrong in any of them.
///
/// It reads and runs nothing. What takes a reader of formulas and sentences is left to the flow.
/// Thread-safe if its [DocumentReader] is.
public final class ToolReader {
  private static final String TOOL = "tool.yaml";

  private final DocumentReader documents;

  /// A reader that turns the files of examples into text with `documents`.
  public ToolReader(DocumentReader documents) {
    this.documents = documents;
  }

  /// Reads files whose examples hold no documents but plain text.
  public static Reading read(ToolFiles files) {
    return new ToolReader(DocumentReader.TEXT_ONLY).readAll(files);
  }

  /// Reads files.
  public Reading readAll(ToolFiles files) {
    Faults faults = new Faults();
    Optional<Definition> definition = definition(files, faults);
    return definition.isPresent() && faults.isEmpty()
        ? new Reading.Sound(definition.get())
        : new Reading.Faulty(faults.all());
  }

  private Optional<Definition> definition(ToolFiles files, Faults faults) {
    Optional<byte[]> bytes = files.get(TOOL);
    if (bytes.isEmpty()) {
      String hint =
          Nearest.to(TOOL, files.paths()).map(near -> "Rename " + near + " to " + TOOL).orElse("");
      faults.add(TOOL, 0, "", "the file is missing", hint);
      return Optional.empty();
    }
    Optional<Yaml> yaml = YamlReader.read(TOOL, bytes.get(), faults);
    if (yaml.isEmpty()) {
      return Optional.empty();
    }
    FormChecker.check(TOOL, yaml.get(), ToolForm.form(), LaterKeys.ALL, faults);
    Section root = new Section(TOOL, yaml.get(), "", faults);
    Optional<Vertical> house = house(root, files, faults);
    if (house.isEmpty()) {
      return Optional.empty();
    }
    StepBuilder builder = new StepBuilder();
    Tool tool = ToolBuilder.tool(root, house.get(), builder.steps(root.at("steps")));
    Map<String, PromptSource> prompts = prompts(tool, files, faults);
    script(tool, root, files, faults);
    if (builder.isComplete()) {
      ToolRules.check(tool, lines(root), faults);
      ReviewRules.check(tool, house.get(), faults);
      FlowNames.check(tool, prompts, faults);
    }
    Map<String, String> knowledge = knowledge(tool, house.get(), root, files);
    List<Example> examples = examples(tool, files, faults);
    return Optional.of(new Definition(tool, house.get(), prompts, knowledge, examples, files));
  }

  private static Optional<Vertical> house(Section root, ToolFiles files, Faults faults) {
    String id = root.text("house");
    String file = ToolFiles.HOUSE + id + "/vertical.yaml";
    Optional<byte[]> bytes = files.get(file);
    if (bytes.isEmpty()) {
      if (!id.isEmpty()) {
        root.at("house")
            .fault(
                "there is no vertical " + Faults.quote(id) + " with a vertical.yaml",
                "Write the name of the folder in which the folder templates is");
      }
      return Optional.empty();
    }
    return VerticalReader.read(id, file, bytes.get(), faults);
  }

  private static Map<String, Integer> lines(Section root) {
    Map<String, Integer> lines = new HashMap<>();
    root.at("knowledge").entries().forEach(entry -> lines.put(entry.name(), entry.line()));
    root.at("inputs").entries().forEach(entry -> lines.putIfAbsent(entry.name(), entry.line()));
    return lines;
  }

  private static Map<String, PromptSource> prompts(Tool tool, ToolFiles files, Faults faults) {
    Map<String, PromptSource> prompts = new LinkedHashMap<>();
    for (Step.Ask ask : tool.asks()) {
      String path = ask.prompt();
      Optional<byte[]> bytes = files.get(path);
      if (bytes.isEmpty()) {
        faults.add(
            TOOL,
            ask.line(),
            ask.id(),
            "there is no file " + Faults.quote(path),
            Nearest.hint(path, files.paths()));
      } else if (!prompts.containsKey(path)) {
        YamlReader.text(path, bytes.get(), faults)
            .flatMap(text -> prompt(path, text, faults))
            .ifPresent(prompt -> prompts.put(path, prompt));
      }
    }
    return prompts;
  }

  private static void script(Tool tool, Section root, ToolFiles files, Faults faults) {
    if (tool.script().isEmpty()) {
      return;
    }
    Optional<byte[]> bytes = files.get(tool.script().get());
    if (bytes.isEmpty()) {
      root.at("flow")
          .fault(
              "there is no file " + Faults.quote(tool.script().get()),
              "Add it, or remove \"flow\": the steps are the flow then");
    } else {
      YamlReader.text(tool.script().get(), bytes.get(), faults);
    }
  }

  private static Optional<PromptSource> prompt(String path, String text, Faults faults) {
    try {
      return Optional.of(PromptSource.parse(path, text));
    } catch (Problem problem) {
      if (problem.faults().isEmpty()) {
        faults.add(path, 0, problem.where(), problem.what(), problem.hint());
      }
      faults.addAll(problem.faults());
      return Optional.empty();
    }
  }

  private static Map<String, String> knowledge(
      Tool tool, Vertical house, Section root, ToolFiles files) {
    Map<String, String> knowledge = new LinkedHashMap<>();
    for (KnowledgeSource source : tool.knowledge()) {
      Section at = root.at("knowledge").at(source.name());
      if (source.isPack() ? unknownPack(source, house, at) : !ToolPaths.isInside(source.file())) {
        continue;
      }
      Optional<byte[]> bytes = files.get(source.file());
      if (bytes.isEmpty()) {
        at.fault(
            "there is no file " + Faults.quote(source.file()),
            Nearest.hint(source.file(), files.paths()));
        continue;
      }
      YamlReader.text(source.file(), bytes.get(), at.faults())
          .ifPresent(text -> knowledge.put(source.name(), text));
    }
    return knowledge;
  }

  private static boolean unknownPack(KnowledgeSource source, Vertical house, Section at) {
    List<String> known =
        house.packs().stream().map(pack -> house.id() + "/" + pack.name()).toList();
    if (known.contains(source.pack())) {
      return false;
    }
    at.at("pack")
        .fault(
            "there is no pack "
                + Faults.quote(source.pack())
                + " in this house"
                + (known.isEmpty() ? "" : "; there is " + String.join(", ", known)),
            Nearest.hint(source.pack(), known));
    return true;
  }

  private List<Example> examples(Tool tool, ToolFiles files, Faults faults) {
    ExampleReader reader = new ExampleReader(tool, files, documents, faults);
    List<Example> examples = new ArrayList<>();
    for (String path : files.paths()) {
      if (path.matches("examples/[^/]+\\.yaml")) {
        reader.read(path).ifPresent(examples::add);
      }
    }
    return examples;
  }
}
