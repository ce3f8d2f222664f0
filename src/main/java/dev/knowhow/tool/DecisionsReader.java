package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Nearest;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the sample decisions of an example against the reviews of its tool.
final class DecisionsReader {
  private final Tool tool;

  DecisionsReader(Tool tool) {
    this.tool = tool;
  }

  Map<String, SampleDecision> decisions(Section section) {
    Map<String, SampleDecision> decisions = new LinkedHashMap<>();
    Map<String, Map<String, Type>> decided = decided();
    for (Section.NamedSection entry : section.entries()) {
      Map<String, Type> fills = decided.get(entry.name());
      if (fills == null) {
        entry
            .section()
            .fault(
                "nobody decides \""
                    + entry.name()
                    + "\" in the tool"
                    + (decided.isEmpty() ? "" : "; what is decided is " + known(decided)),
                Nearest.hint(entry.name(), decided.keySet()));
      } else {
        decisions.put(entry.name(), decision(entry.name(), entry.section(), fills));
      }
    }
    return decisions;
  }

  private static String known(Map<String, Map<String, Type>> decided) {
    return String.join(", ", decided.keySet());
  }

  /// What is decided by persons, each with what is filled in then.
  private Map<String, Map<String, Type>> decided() {
    Map<String, Map<String, Type>> decided = new LinkedHashMap<>();
    for (Step step : Steps.all(tool.steps())) {
      switch (step) {
        case Step.Review review ->
            decided
                .computeIfAbsent(review.of(), _ -> new LinkedHashMap<>())
                .putAll(review.fills().fields());
        case Step.Ask ask when ask.otherwise().contains(Otherwise.A_PERSON) ->
            decided.putIfAbsent(ask.id(), new LinkedHashMap<>());
        case Step.Check check when check.otherwise() == Otherwise.A_PERSON ->
            decided.putIfAbsent(check.id(), new LinkedHashMap<>());
        case Step.Ask _,
            Step.LookUp _,
            Step.Calculate _,
            Step.ForEach _,
            Step.Choose _,
            Step.Match _,
            Step.UseTool _,
            WorkTowards _,
            Step.Check _ -> {}
      }
    }
    return decided;
  }

  private SampleDecision decision(String of, Section section, Map<String, Type> types) {
    String words = section.entries().isEmpty() ? section.text() : section.text("decision");
    SampleDecision.Kind kind = SampleDecision.Kind.of(words).orElse(SampleDecision.Kind.APPROVE);
    Value instead = Value.notStated();
    Optional<Type> ask =
        Optional.ofNullable(tool.answers().get(of)).filter(_ -> tool.ask(of).isPresent());
    if (kind == SampleDecision.Kind.EDIT && ask.isPresent() && section.has("instead")) {
      Section written = section.at("instead");
      instead =
          YamlValues.read(ask.get(), YamlValues.value(written.yaml()), written, Manner.AUTHOR);
    } else if (kind == SampleDecision.Kind.EDIT) {
      section.fault(
          ask.isPresent() ? "an edit without \"instead\"" : "only an ask's answer can be edited",
          ask.isPresent() ? "Add \"instead: …\" with the whole answer" : "Write \"approve\"");
    }
    Value.Fields fills = Value.noFields();
    if (kind != SampleDecision.Kind.TOO_LATE) {
      fills = fills(section, types);
    }
    return new SampleDecision(kind, instead, fills);
  }

  private static Value.Fields fills(Section section, Map<String, Type> types) {
    Section filled = section.at("person fills");
    List<String> names = filled.entries().stream().map(Section.NamedSection::name).toList();
    for (String name : names) {
      if (!types.containsKey(name)) {
        filled
            .at(name)
            .fault(
                "a person fills in nothing called \"" + name + "\"",
                Nearest.hint(name, types.keySet()));
      }
    }
    Map<String, Value> fills = new LinkedHashMap<>();
    types.forEach((name, type) -> {
      if (names.contains(name)) {
        Section at = filled.at(name);
        fills.put(name, YamlValues.read(type, YamlValues.value(at.yaml()), at, Manner.FORM));
      } else if (!type.notStatedAllowed()) {
        section.fault(
            "the decision does not fill in \"" + name + "\"", "Add it below \"person fills\"");
      }
    });
    return Value.fields(fills);
  }
}
