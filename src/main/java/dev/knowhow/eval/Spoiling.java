package dev.knowhow.eval;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.PlantedMistake.Change;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plants a mistake: the sample answers with one place spoiled.
final class Spoiling {
  private Spoiling() {}

  /// The answers with the mistake in them.
  ///
  /// @throws Problem when its place does not exist or is no text where a part must be replaced
  static SampleAnswers plant(SampleAnswers answers, PlantedMistake mistake) {
    List<String> path = Arrays.asList(mistake.in().text().split("\\.", -1));
    String ask = path.getFirst();
    List<Value> all = new ArrayList<>(answers.of(ask));
    boolean inLoop = path.size() > 1 && path.get(1).matches("[0-9]{1,4}");
    int row = inLoop ? Integer.parseInt(path.get(1)) : 1;
    if (row < 1 || row > all.size()) {
      throw noSuchPlace(mistake, ask + " has " + all.size() + " sample answers");
    }
    List<String> inside = path.subList(inLoop ? 2 : 1, path.size());
    all.set(row - 1, spoil(all.get(row - 1), inside, mistake));
    Map<String, List<Value>> changed = new LinkedHashMap<>(answers.answers());
    changed.put(ask, all);
    return new SampleAnswers(answers.origin(), changed, answers.decisions());
  }

  private static Value spoil(Value value, List<String> path, PlantedMistake mistake) {
    if (path.isEmpty()) {
      return change(value, mistake);
    }
    String next = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (value) {
      case Value.Fields fields when fields.fields().containsKey(next) ->
          fields.with(next, spoil(fields.get(next), rest, mistake));
      case Value.Items(List<Value> items) when isRow(next, items) -> {
        List<Value> changed = new ArrayList<>(items);
        int row = Integer.parseInt(next) - 1;
        changed.set(row, spoil(items.get(row), rest, mistake));
        yield Value.items(changed);
      }
      case Value.Fields _, Value.Items _, Value.Text _, Value.YesNo _, Value.NotStated _ ->
          throw noSuchPlace(mistake, "there is no " + next);
    };
  }

  private static boolean isRow(String word, List<Value> items) {
    return word.matches("[1-9][0-9]{0,3}") && Integer.parseInt(word) <= items.size();
  }

  private static Value change(Value value, PlantedMistake mistake) {
    return switch (mistake.change()) {
      case Change.Instead(Value instead) -> instead;
      case Change.Replace(String part, String instead) -> {
        String text = value.textOrEmpty();
        if (!text.contains(part)) {
          throw noSuchPlace(mistake, "the text there does not contain “" + part + "”");
        }
        yield Value.text(text.replace(part, instead));
      }
    };
  }

  private static Problem noSuchPlace(PlantedMistake mistake, String why) {
    return Problem.at(
        Problem.Kind.BAD_INPUT,
        "planted mistakes",
        "“" + mistake.in().text() + "” is no place in the sample answers: " + why,
        "Write the ask's name, then fields, with rows counted from 1.");
  }
}
