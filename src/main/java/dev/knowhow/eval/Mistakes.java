package dev.knowhow.eval;

import dev.knowhow.problem.Problem;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.Written;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Planted mistakes check by check: what each catches, and which could be planted. Nothing is sent
/// anywhere and nothing costs anything; examples are executed with their sample answers.
/// Thread-safe.
public final class Mistakes {
  private static final int MOST_TRIED = 40;
  private static final int MOST_CAUGHT = 5;
  private static final int MOST_MISSED = 3;
  private static final int LONGEST_WORDS = 60;

  private final Catching catching;

  /// Mistakes that are seen by rehearsals.
  public Mistakes(Rehearsal rehearsal) {
    this.catching = new Catching(rehearsal);
  }

  /// Every check of a tool with the mistakes that are planted for it, in the order of the file; the
  /// house's `never say` comes last. A check without mistakes proves nothing.
  public List<CheckProof> proofs(Definition definition) {
    return checks(definition).map(check -> proof(definition, check)).toList();
  }

  /// Mistakes that could be planted in an example for a check, each tried: those that the check
  /// catches first, the likeliest of them first, then some that it lets pass. Empty where the
  /// example's answers have nothing to do with the check.
  ///
  /// @param check the check's exact words, or `never say`
  /// @throws Problem of kind `NOT_FOUND` when the tool has no such check
  public List<Suggested> suggest(Definition definition, Example example, String check) {
    Written written =
        checks(definition)
            .filter(each -> each.text().equals(check))
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "No check of the tool says “" + check + "”.",
                    "Look at its checks."));
    List<Suggested> caught = new ArrayList<>();
    List<Suggested> missed = new ArrayList<>();
    List<PlantedMistake> possible = PossibleMistakes.of(definition, example, written);
    for (PlantedMistake mistake : possible.subList(0, Math.min(MOST_TRIED, possible.size()))) {
      Optional<String> why = catching.missedBecause(definition, example, mistake);
      Suggested one = new Suggested(mistake, words(example, mistake), why.orElse(""));
      if (one.caught()) {
        caught.add(one);
      } else if (missed.size() < MOST_MISSED) {
        missed.add(one);
      }
      if (caught.size() == MOST_CAUGHT) {
        break;
      }
    }
    return Stream.concat(caught.stream(), missed.stream()).toList();
  }

  private CheckProof proof(Definition definition, Written check) {
    List<CheckProof.Planted> planted = new ArrayList<>();
    for (Example example : definition.examples()) {
      for (int i = 0; i < example.plantedMistakes().size(); i++) {
        PlantedMistake mistake = example.plantedMistakes().get(i);
        if (mistake.caughtBy().text().equals(check.text())) {
          planted.add(
              new CheckProof.Planted(
                  example.id(),
                  example.name(),
                  i + 1,
                  mistake,
                  words(example, mistake),
                  catching.missedBecause(definition, example, mistake).orElse("")));
        }
      }
    }
    return new CheckProof(check, planted);
  }

  private static Stream<Written> checks(Definition definition) {
    Stream<Written> neverSay =
        definition.house().neverSay().isEmpty()
            ? Stream.empty()
            : Stream.of(new Written(PlantedMistake.NEVER_SAY, "tool.yaml", 1));
    return Stream.concat(definition.tool().checks().stream(), neverSay).distinct();
  }

  private static String words(Example example, PlantedMistake mistake) {
    String place = "“" + mistake.in().text() + "”: ";
    return switch (mistake.change()) {
      case PlantedMistake.Change.Replace(String part, String instead) ->
          place + quoted(part) + " becomes " + quoted(instead);
      case PlantedMistake.Change.Instead(Value instead) ->
          place
              + shown(PossibleMistakes.at(example, mistake).orElse(Value.notStated()))
              + " becomes "
              + shown(instead);
    };
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.NotStated _ -> "not stated";
      case Value.Items items ->
          items.items().size() == 1 ? "one entry" : items.items().size() + " entries";
      case Value.Text _, Value.YesNo _, Value.Fields _ -> quoted(ValueText.of(value));
    };
  }

  private static String quoted(String text) {
    String short_ =
        text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS).strip() + "…";
    return "“" + short_ + "”";
  }
}
