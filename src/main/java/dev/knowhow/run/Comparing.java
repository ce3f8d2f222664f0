package dev.knowhow.run;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds a run against the run that it was made from.
final class Comparing {
  private Comparing() {}

  static Compared of(RunView now, RunView was) {
    return new Compared(
        now.id(),
        was.id(),
        now.state(),
        was.state(),
        results(now, was),
        steps(now, was),
        now.cost(),
        was.cost());
  }

  private static List<Compared.Part> results(RunView now, RunView was) {
    Map<String, RunView.ResultView> before = new LinkedHashMap<>();
    was.results().forEach(result -> before.put(result.name(), result));
    Map<String, RunView.ResultView> after = new LinkedHashMap<>();
    now.results().forEach(result -> after.put(result.name(), result));
    List<Compared.Part> parts = new ArrayList<>();
    for (String name : union(before.keySet(), after.keySet())) {
      Optional<RunView.ResultView> old = Optional.ofNullable(before.get(name));
      Optional<RunView.ResultView> young = Optional.ofNullable(after.get(name));
      parts.add(
          new Compared.Part(
              name,
              "",
              young.or(() -> old).map(RunView.ResultView::label).orElse(name),
              old.map(result -> text(result.value())),
              young.map(result -> text(result.value())),
              false));
    }
    return parts;
  }

  private record Place(String step, String lane) {}

  private static List<Compared.Part> steps(RunView now, RunView was) {
    Map<Place, StepView> before = called(was);
    Map<Place, StepView> after = called(now);
    List<Compared.Part> parts = new ArrayList<>();
    for (Place place : union(before.keySet(), after.keySet())) {
      Optional<StepView> old = Optional.ofNullable(before.get(place));
      Optional<StepView> young = Optional.ofNullable(after.get(place));
      parts.add(
          new Compared.Part(
              place.step(),
              place.lane(),
              young.or(() -> old).map(StepView::words).orElse(place.step()),
              old.flatMap(Comparing::answer),
              young.flatMap(Comparing::answer),
              young.filter(StepView::kept).isPresent()));
    }
    return parts;
  }

  private static Map<Place, StepView> called(RunView run) {
    Map<Place, StepView> steps = new LinkedHashMap<>();
    run.steps().stream()
        .filter(step -> step.firstCall() > 0)
        .forEach(step -> steps.put(new Place(step.step(), step.lane()), step));
    return steps;
  }

  /// What a step came to: a model's last answer, a person's decision, or what was looked up.
  private static Optional<String> answer(StepView step) {
    if (!step.asked().isEmpty()) {
      return Optional.of(step.asked().getLast().answer());
    }
    if (step.decided().isPresent()) {
      return Optional.of(step.decided().get().decision());
    }
    if (!step.passages().isEmpty()) {
      return Optional.of(
          String.join(
              "; ", step.passages().stream().map(p -> p.source() + " " + p.number()).toList()));
    }
    return Optional.of(String.join("; ", step.details()));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.NotStated() -> "not stated";
      case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Value.Items _, Value.Fields _ -> ValueJson.print(value);
    };
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }
}
