package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Nearest;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the sample answers of an example against the asks of its tool.
final class AnswersReader {
  private static final String AUTHOR = "written by";
  private static final String RECORDED = "recorded from";
  private static final String ON = "on";
  private static final int MAX_ANSWER = 200_000;

  private final Tool tool;
  private final Set<String> inLoops;

  AnswersReader(Tool tool) {
    this.tool = tool;
    this.inLoops = inLoops(tool);
  }

  /// The names of what is answered once for each row of a list.
  static Set<String> inLoops(Tool tool) {
    return Steps.all(tool.steps()).stream()
        .filter(Step.ForEach.class::isInstance)
        .flatMap(loop -> Steps.all(((Step.ForEach) loop).steps()).stream())
        .map(Step::id)
        .filter(tool.answers()::containsKey)
        .collect(Collectors.toSet());
  }

  /// What an answer with some fields, or else a text, must be.
  static Type typeOf(Optional<Type.Fields> returns) {
    return returns
        .<Type>map(fields -> fields)
        .orElseGet(() -> new Type.Paragraph(MAX_ANSWER, false));
  }

  SampleAnswers answers(Section section, Section decisions) {
    Map<String, List<Value>> answers = new LinkedHashMap<>();
    for (Section.NamedSection entry : section.entries()) {
      String name = entry.name();
      if (name.equals(AUTHOR) || name.equals(RECORDED) || name.equals(ON)) {
        continue;
      }
      Type type = tool.answers().get(name);
      if (type != null) {
        answers.put(name, answersOf(name, type, entry.section()));
      } else {
        Set<String> known = tool.answers().keySet();
        entry
            .section()
            .fault(
                "the tool asks nothing called \""
                    + name
                    + "\"; it asks "
                    + String.join(", ", known),
                Nearest.hint(name, known));
      }
    }
    return new SampleAnswers(
        origin(section), answers, new DecisionsReader(tool).decisions(decisions));
  }

  private List<Value> answersOf(String name, Type type, Section section) {
    if (!inLoops.contains(name)) {
      return List.of(answer(type, section));
    }
    if (!(section.yaml() instanceof Yaml.Items)) {
      section.fault("found one answer, wanted a list with an answer for each row", "");
      return List.of();
    }
    List<Value> answers = new ArrayList<>();
    section.items().forEach(item -> answers.add(answer(type, item)));
    return answers;
  }

  private static Value answer(Type type, Section section) {
    return YamlValues.read(type, YamlValues.value(section.yaml()), section, Manner.AUTHOR);
  }

  private static SampleAnswers.Origin origin(Section section) {
    if (section.has(AUTHOR) == section.has(RECORDED)) {
      section.fault(
          "the answers do not say who wrote them",
          "Write \"written by: author\", or \"recorded from: a model\" with \"on: a date\"");
      return new SampleAnswers.Origin.Author();
    }
    if (section.has(AUTHOR)) {
      if (!section.text(AUTHOR).equals("author")) {
        section
            .at(AUTHOR)
            .fault("found \"" + section.text(AUTHOR) + "\", wanted \"author\"", "Write \"author\"");
      }
      return new SampleAnswers.Origin.Author();
    }
    Optional<LocalDate> on = Scalars.date(section.text(ON), false);
    if (on.isEmpty()) {
      section
          .at(RECORDED)
          .fault("recorded answers do not say when", "Add \"on: 2026-11-24\" with the day");
    }
    return new SampleAnswers.Origin.Recorded(section.text(RECORDED), on.orElse(LocalDate.EPOCH));
  }
}
