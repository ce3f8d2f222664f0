package dev.knowhow.eval;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Fitting;
import dev.knowhow.tool.Manner;
import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.PlantedMistake.Change;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.Written;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Proposes mistakes for a check: at the places of an example's answers that the check speaks of,
/// errors of the kind that models make. None of them was tried yet. Pure.
final class PossibleMistakes {
  private final Definition definition;
  private final Example example;
  private final Written check;
  private final Set<String> inLoops;

  private PossibleMistakes(Definition definition, Example example, Written check) {
    this.definition = definition;
    this.example = example;
    this.check = check;
    this.inLoops = inLoops(definition.tool());
  }

  /// A place in an answer.
  ///
  /// @param dotted the place without the numbers of rows, as checks write it
  private record Spot(
      String ask, int answer, List<String> path, String dotted, Type type, Value value) {}

  /// The mistakes, the likeliest first; each leaves the answer of the right type.
  static List<PlantedMistake> of(Definition definition, Example example, Written check) {
    return new PossibleMistakes(definition, example, check).all();
  }

  /// What an example's answers have at the place of a mistake.
  static Optional<Value> at(Example example, PlantedMistake mistake) {
    List<Value> answers = example.answers().of(mistake.ask());
    Optional<Value> there =
        mistake.answer() < answers.size()
            ? Optional.of(answers.get(mistake.answer()))
            : Optional.empty();
    for (String step : mistake.path()) {
      there = there.flatMap(value -> inside(value, step));
    }
    return there;
  }

  private static Optional<Value> inside(Value value, String step) {
    return switch (value) {
      case Value.Fields fields -> Optional.ofNullable(fields.fields().get(step));
      case Value.Items(List<Value> items)
          when step.matches("[1-9][0-9]{0,3}") && Integer.parseInt(step) <= items.size() ->
          Optional.of(items.get(Integer.parseInt(step) - 1));
      case Value.Items _, Value.Text _, Value.YesNo _, Value.NotStated _ -> Optional.empty();
    };
  }

  private List<PlantedMistake> all() {
    List<Spot> spots = new ArrayList<>();
    definition
        .tool()
        .answers()
        .forEach((ask, type) -> {
          List<Value> answers = example.answers().of(ask);
          for (int i = 0; i < answers.size(); i++) {
            walk(new Spot(ask, i, List.of(), ask, type, answers.get(i)), spots);
          }
        });
    List<PlantedMistake> mistakes = new ArrayList<>();
    spots.stream()
        .filter(spot -> nearness(spot) > 0)
        .sorted(Comparator.comparingInt(this::nearness).reversed())
        .forEach(spot -> mistakes.addAll(at(spot)));
    return mistakes;
  }

  private void walk(Spot spot, List<Spot> spots) {
    spots.add(spot);
    if (spot.value() instanceof Value.Fields(Map<String, Value> fields)
        && spot.type() instanceof Type.Fields(Map<String, Type> types)) {
      types.forEach((name, type) -> {
        Value value = fields.get(name);
        if (value != null) {
          walk(inside(spot, name, spot.dotted() + "." + name, type, value), spots);
        }
      });
    }
    if (spot.value() instanceof Value.Items(List<Value> items)) {
      for (int i = 0; i < items.size(); i++) {
        String number = Integer.toString(i + 1);
        if (spot.type() instanceof Type.Rows rows) {
          walk(inside(spot, number, spot.dotted(), rows.row(), items.get(i)), spots);
        } else if (spot.type() instanceof Type.Items each) {
          Type text = new Type.Text(each.charactersEach(), false);
          walk(inside(spot, number, spot.dotted(), text, items.get(i)), spots);
        }
      }
    }
  }

  private static Spot inside(Spot spot, String step, String dotted, Type type, Value value) {
    List<String> path = new ArrayList<>(spot.path());
    path.add(step);
    return new Spot(spot.ask(), spot.answer(), List.copyOf(path), dotted, type, value);
  }

  /// How much a check has to do with a place: its own words, the answer around it, or nothing.
  private int nearness(Spot spot) {
    boolean isText = spot.value() instanceof Value.Text;
    if (neverSay()) {
      boolean writes = spot.type() instanceof Type.Text || spot.type() instanceof Type.Paragraph;
      return isText && writes ? Math.max(1, 10 - spot.path().size()) : 0;
    }
    if (says(spot.dotted())) {
      return isText ? 5 : 4;
    }
    boolean ofAsk =
        definition
            .tool()
            .ask(spot.ask())
            .filter(ask -> ask.checks().stream().anyMatch(one -> one.text().equals(check.text())))
            .isPresent();
    return says(spot.ask()) ? 2 : ofAsk ? 1 : 0;
  }

  private boolean neverSay() {
    return check.text().equals(PlantedMistake.NEVER_SAY);
  }

  private boolean says(String name) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?![\\w])")
        .matcher(check.text())
        .find();
  }

  private List<PlantedMistake> at(Spot spot) {
    Set<Change> changes = new LinkedHashSet<>();
    if (spot.value() instanceof Value.Text(String text) && neverSay()) {
      definition.house().neverSay().stream()
          .map(words -> WrongWords.saying(text, words.text()))
          .flatMap(Optional::stream)
          .forEach(changes::add);
    } else {
      changes.addAll(WrongValues.of(spot.type(), spot.value()));
      if (spot.value() instanceof Value.Text(String text) && isProse(spot.type())) {
        changes.addAll(WrongWords.of(text, check.text(), phrases(spot)));
      }
    }
    return changes.stream().map(change -> mistake(spot, change)).flatMap(Optional::stream).toList();
  }

  private static boolean isProse(Type type) {
    return type instanceof Type.Text || type instanceof Type.Paragraph;
  }

  /// Short texts of the other answers: what a text may have to quote.
  private List<String> phrases(Spot spot) {
    List<Spot> others = new ArrayList<>();
    definition
        .tool()
        .answers()
        .forEach((ask, type) -> {
          if (!ask.equals(spot.ask())) {
            example
                .answers()
                .of(ask)
                .forEach(value -> walk(new Spot(ask, 0, List.of(), ask, type, value), others));
          }
        });
    return others.stream()
        .map(other -> other.value().textOrEmpty())
        .filter(text -> text.length() >= 4 && text.length() <= 200)
        .distinct()
        .toList();
  }

  private Optional<PlantedMistake> mistake(Spot spot, Change change) {
    List<String> in = new ArrayList<>(List.of(spot.ask()));
    if (inLoops.contains(spot.ask())) {
      in.add(Integer.toString(spot.answer() + 1));
    }
    in.addAll(spot.path());
    PlantedMistake mistake =
        new PlantedMistake(
            new Written(String.join(".", in), example.file(), 0),
            spot.ask(),
            spot.answer(),
            spot.path(),
            change,
            check);
    Value spoiled = example.answers().with(mistake).of(spot.ask()).get(spot.answer());
    Type type = definition.tool().answers().get(spot.ask());
    boolean changed = !spoiled.equals(example.answers().of(spot.ask()).get(spot.answer()));
    return changed && type != null && type.read(spoiled, Manner.AUTHOR) instanceof Fitting.Fits
        ? Optional.of(mistake)
        : Optional.empty();
  }

  private static Set<String> inLoops(Tool tool) {
    return Steps.all(tool.steps()).stream()
        .filter(Step.ForEach.class::isInstance)
        .flatMap(loop -> Steps.all(((Step.ForEach) loop).steps()).stream())
        .map(Step::id)
        .collect(Collectors.toSet());
  }
}
