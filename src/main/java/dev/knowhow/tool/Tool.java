package dev.knowhow.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that `tool.yaml` says.
///
/// @param about one or two sentences for the card
/// @param house the vertical whose rules it inherits
/// @param button the words on the run button
/// @param saves how much of a person's time one run saves; zero where the author does not say
/// @param savesBecause how the author came to that
/// @param inputs in the order of the form
/// @param results in the order of the page
/// @param script the file of the flow where the author took it over; else the steps are the flow
public record Tool(
    String name,
    String about,
    String house,
    String button,
    Duration saves,
    String savesBecause,
    List<Input> inputs,
    List<KnowledgeSource> knowledge,
    List<Step> steps,
    List<ResultField> results,
    List<ExpertPoint> expertPoints,
    Optional<String> script) {

  /// Copies the lists.
  public Tool {
    inputs = List.copyOf(inputs);
    knowledge = List.copyOf(knowledge);
    steps = List.copyOf(steps);
    results = List.copyOf(results);
    expertPoints = List.copyOf(expertPoints);
  }

  /// The input of a name.
  public Optional<Input> input(String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
  }

  /// The result of a name.
  public Optional<ResultField> result(String name) {
    return results.stream().filter(result -> result.name().equals(name)).findFirst();
  }

  /// The ask of a name, at whatever depth; for a goal what each of its turns asks.
  public Optional<Step.Ask> ask(String name) {
    return asks().stream().filter(ask -> ask.id().equals(name)).findFirst();
  }

  /// All asks, at whatever depth, in the order of the file; of a goal what each of its turns asks.
  public List<Step.Ask> asks() {
    List<Step.Ask> asks = new ArrayList<>();
    for (Step step : Steps.all(steps)) {
      if (step instanceof Step.Ask ask) {
        asks.add(ask);
      } else if (step instanceof WorkTowards goal) {
        asks.add(goal.turn());
      }
    }
    return List.copyOf(asks);
  }

  /// The goal of a name, at whatever depth.
  public Optional<WorkTowards> goal(String name) {
    return Steps.all(steps).stream()
        .filter(WorkTowards.class::isInstance)
        .map(WorkTowards.class::cast)
        .filter(goal -> goal.id().equals(name))
        .findFirst();
  }

  /// What somebody outside answers, by the name of the answer, with the type it must have: asks,
  /// goals and tools that are used, in the order of the file.
  public Map<String, Type> answers() {
    Map<String, Type> answers = new LinkedHashMap<>();
    for (Step step : Steps.all(steps)) {
      if (step instanceof Step.Ask ask) {
        answers.put(ask.id(), ask.answerType());
      } else if (step instanceof Step.UseTool use) {
        answers.put(use.id(), use.returns());
      } else if (step instanceof WorkTowards goal) {
        answers.put(goal.id(), goal.answerType());
      }
    }
    return answers;
  }

  /// Every sentence and formula that a check of the tool consists of, in the order of the file.
  public List<Written> checks() {
    return Steps.all(steps).stream().flatMap(step -> Steps.checksOf(step).stream()).toList();
  }
}
