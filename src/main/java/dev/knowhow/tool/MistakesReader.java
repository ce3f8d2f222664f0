package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the planted mistakes of an example against its sample answers.
final class MistakesReader {
  private final Tool tool;
  private final SampleAnswers answers;
  private final Set<String> inLoops;

  MistakesReader(Tool tool, SampleAnswers answers) {
    this.tool = tool;
    this.answers = answers;
    this.inLoops = AnswersReader.inLoops(tool);
  }

  List<PlantedMistake> mistakes(Section list) {
    List<PlantedMistake> mistakes = new ArrayList<>();
    list.items().forEach(item -> mistake(item).ifPresent(mistakes::add));
    return mistakes;
  }

  private Optional<PlantedMistake> mistake(Section section) {
    Written caughtBy = ToolBuilder.written(section.at("caught by"));
    if (!caughtBy.text().isEmpty() && !ToolRules.isCheck(tool, caughtBy.text())) {
      section
          .at("caught by")
          .fault(
              "no check of the tool says " + Faults.quote(caughtBy.text()),
              "Copy a check in its exact words, or write \"never say\"");
    }
    Written in = ToolBuilder.written(section.at("in"));
    List<String> path = List.of(in.text().split("\\.", -1));
    String name = path.getFirst();
    Type type = tool.answers().get(name);
    if (type == null || answers.of(name).isEmpty()) {
      section.at("in").fault("the example has no answer \"" + name + "\"", "");
      return Optional.empty();
    }
    List<String> inside = path.subList(1, path.size());
    int number = 0;
    if (inLoops.contains(name)) {
      number = inside.isEmpty() ? -1 : rowNumber(inside.getFirst());
      if (number < 0 || number >= answers.of(name).size()) {
        section
            .at("in")
            .fault(
                "\""
                    + name
                    + "\" is answered for each row; wanted the row's number, from 1 to "
                    + answers.of(name).size(),
                "Write for example \"" + name + ".1\"");
        return Optional.empty();
      }
      inside = inside.subList(1, inside.size());
    }
    Value answer = answers.of(name).get(number);
    Optional<Value> there = AnswerPath.get(answer, inside);
    if (there.isEmpty()) {
      section.at("in").fault("the sample answer has no place " + Faults.quote(in.text()), "");
      return Optional.empty();
    }
    Optional<PlantedMistake.Change> change = change(section, there.get());
    if (change.isEmpty()) {
      return Optional.empty();
    }
    return fitting(
        new PlantedMistake(in, name, number, inside, change.get(), caughtBy), type, section);
  }

  private static Optional<PlantedMistake.Change> change(Section section, Value there) {
    if (!section.has("replace")) {
      return Optional.of(
          new PlantedMistake.Change.Instead(YamlValues.value(section.at("instead").yaml())));
    }
    String part = section.text("replace");
    if (!(there instanceof Value.Text(String text)) || !text.contains(part)) {
      section.at("replace").fault("the sample answer does not hold " + Faults.quote(part), "");
      return Optional.empty();
    }
    return Optional.of(new PlantedMistake.Change.Replace(part, section.text("instead")));
  }

  /// The same mistake with its value in canonical form, if the spoiled answer still has the type of
  /// the ask: else it would be refused before any check saw it.
  private Optional<PlantedMistake> fitting(PlantedMistake mistake, Type type, Section section) {
    Value spoiled = answers.with(mistake).of(mistake.ask()).get(mistake.answer());
    return switch (type.read(spoiled, Manner.AUTHOR)) {
      case Fitting.Misfits(List<Fitting.Misfit> misfits) -> {
        section
            .at("instead")
            .fault(
                misfits.getFirst().what(),
                "A planted mistake must still be an answer of the right type");
        yield Optional.empty();
      }
      case Fitting.Fits(Value value) ->
          Optional.of(
              switch (mistake.change()) {
                case PlantedMistake.Change.Replace _ -> mistake;
                case PlantedMistake.Change.Instead _ ->
                    new PlantedMistake(
                        mistake.in(),
                        mistake.ask(),
                        mistake.answer(),
                        mistake.path(),
                        new PlantedMistake.Change.Instead(
                            AnswerPath.get(value, mistake.path()).orElse(Value.notStated())),
                        mistake.caughtBy());
              });
    };
  }

  private static int rowNumber(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) - 1 : -1;
  }
}
