package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes the records of a checked `tool.yaml`.
final class ToolBuilder {
  private ToolBuilder() {}

  static Tool tool(Section root, Vertical house, List<Step> steps) {
    return new Tool(
        root.text("name"),
        root.text("about"),
        root.text("house"),
        root.text("button", "Run"),
        saves(root.text("saves")),
        root.text("saves because"),
        inputs(root.at("inputs")),
        knowledge(root.at("knowledge"), house),
        steps,
        results(root.at("results")),
        expertPoints(root.at("experts check")),
        root.has("flow") ? Optional.of(root.text("flow")) : Optional.empty());
  }

  private static Duration saves(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,3}")) {
      return Duration.ZERO;
    }
    long count = Long.parseLong(parts[0]);
    return parts[1].equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
  }

  private static List<Input> inputs(Section inputs) {
    List<Input> all = new ArrayList<>();
    for (Section.NamedSection entry : inputs.entries()) {
      Section input = entry.section();
      boolean required = input.yes("required");
      Type type = TypeBuilder.input(input, required);
      all.add(
          new Input(
              entry.name(),
              input.text("label"),
              type,
              required,
              TypeBuilder.initial(input, type),
              input.text("help")));
    }
    return all;
  }

  private static List<KnowledgeSource> knowledge(Section knowledge, Vertical house) {
    List<KnowledgeSource> all = new ArrayList<>();
    for (Section.NamedSection entry : knowledge.entries()) {
      Section source = entry.section();
      if (source.has("pack")) {
        String pack = source.text("pack");
        String name = pack.substring(pack.indexOf('/') + 1);
        String file = house.pack(name).map(Pack::file).orElse("");
        String label = house.pack(name).map(Pack::label).orElse(name);
        all.add(
            new KnowledgeSource(
                entry.name(),
                source.text("label", label),
                ToolFiles.HOUSE + house.id() + "/" + file,
                pack));
      } else {
        all.add(new KnowledgeSource(entry.name(), source.text("label"), source.text("file"), ""));
      }
    }
    return all;
  }

  private static List<ResultField> results(Section results) {
    List<ResultField> all = new ArrayList<>();
    for (Section.NamedSection entry : results.entries()) {
      Section result = entry.section();
      ResultKind kind =
          Arrays.stream(ResultKind.values())
              .filter(each -> each.words().equals(result.text("type")))
              .findFirst()
              .orElse(ResultKind.TEXT);
      Written from =
          result.has("from")
              ? written(result.at("from"))
              : new Written(entry.name(), result.file(), entry.line());
      all.add(new ResultField(entry.name(), result.text("label"), kind, from));
    }
    return all;
  }

  private static List<ExpertPoint> expertPoints(Section points) {
    List<ExpertPoint> all = new ArrayList<>();
    for (Section point : points.items()) {
      ExpertPoint.By by;
      if (point.has("check")) {
        by = new ExpertPoint.By.ACheck(point.text("check"));
      } else if (point.has("calculate")) {
        by = new ExpertPoint.By.ACalculation(point.text("calculate"));
      } else if (point.has("knowledge")) {
        by = new ExpertPoint.By.AKnowledge(point.text("knowledge"));
      } else {
        by = new ExpertPoint.By.APerson(point.text("person"));
      }
      all.add(new ExpertPoint(point.text("point"), by, point.line()));
    }
    return all;
  }

  /// The text of a piece with its place.
  static Written written(Section section) {
    return new Written(section.text(), section.file(), section.line());
  }

  /// The texts of a list with their places.
  static List<Written> allWritten(Section list) {
    return list.items().stream().map(ToolBuilder::written).toList();
  }
}
