package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.eval.ExampleReport;
import dev.knowhow.eval.NewTrial;
import dev.knowhow.eval.TrialColumn;
import dev.knowhow.eval.TrialRow;
import dev.knowhow.model.Chosen;
import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Example;
import dev.knowhow.value.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes trials of what a person chose.
final class TrialChoices {
  private static final int LOOKED_BACK = 10;

  private final House house;
  private final Words words;

  TrialChoices(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// The tiers that can be tried, each with a model of its own.
  List<Chosen> tiers() {
    List<Chosen> tiers = new ArrayList<>();
    Set<ModelRef> seen = new HashSet<>();
    for (Tier tier : Tier.values()) {
      house
          .rooms()
          .models()
          .choose(tier)
          .filter(chosen -> seen.add(chosen.model()))
          .ifPresent(tiers::add);
    }
    return tiers;
  }

  /// The draft as a version that can be executed.
  ///
  /// @throws Problem of kind `BAD_INPUT` while the draft has faults
  int version(Actor actor, Draft draft) {
    boolean same = draft.basedOn() > 0 && !draft.differs();
    return same ? draft.basedOn() : house.rooms().drafts().snapshot(actor, draft.toolId()).number();
  }

  /// The examples that did not pass in the last trial; where there was none, those that do not come
  /// out right with their sample answers.
  List<String> failing(Actor actor, Draft draft) {
    Optional<Definition> definition = draft.sound();
    if (definition.isEmpty()) {
      return List.of();
    }
    List<String> known = definition.get().examples().stream().map(Example::id).toList();
    Optional<TrialRow> last =
        house.rooms().trials().recent(actor, draft.toolId(), LOOKED_BACK).stream()
            .filter(row -> row.state().ended())
            .findFirst();
    List<String> failing =
        last.map(row -> house.rooms().trials().view(actor, row.id()).notPassed())
            .orElseGet(() ->
                house
                    .rooms()
                    .examples()
                    .within(ExamplesPages.PATIENCE, definition.get())
                    .map(report ->
                        report.examples().stream()
                            .filter(each -> !each.faults().isEmpty())
                            .map(ExampleReport::id)
                            .toList())
                    .orElse(List.of()));
    return known.stream().filter(failing::contains).toList();
  }

  /// Which examples a choice means.
  NewTrial.Which which(Actor actor, Draft draft, TrialChoice choice) {
    return choice.failing()
        ? new NewTrial.Which.Only(failing(actor, draft))
        : new NewTrial.Which.All();
  }

  /// The live trial that a choice means.
  ///
  /// @throws Problem of kind `BAD_INPUT` while the draft has faults or nothing was chosen,
  ///   `NO_MODEL`
  NewTrial live(Actor actor, Draft draft, TrialChoice choice, Optional<Money> cap) {
    int version = version(actor, draft);
    List<TrialColumn> columns =
        choice.cheapest()
            ? house.rooms().trials().tierColumns(actor, draft.toolId(), version, choice.step())
            : columns(actor, draft, choice, version);
    if (columns.isEmpty()) {
      throw Problem.of(Problem.Kind.BAD_INPUT, words.of("examples.choose"), "");
    }
    return new NewTrial(
        draft.toolId(), about(choice), version, which(actor, draft, choice), columns, cap);
  }

  private String about(TrialChoice choice) {
    if (!choice.cheapest()) {
      return words.of("trial.about.live");
    }
    return choice
        .step()
        .map(step -> words.of("trial.about.step", step))
        .orElse(words.of("trial.about.cheapest"));
  }

  private List<TrialColumn> columns(Actor actor, Draft draft, TrialChoice choice, int version) {
    List<TrialColumn> columns = new ArrayList<>();
    if (choice.columns().contains("draft")) {
      columns.add(TrialColumn.live(words.of("trial.column.draft"), version));
    }
    int newest = house.rooms().tools().row(actor, draft.toolId()).newest();
    if (choice.columns().contains("newest") && newest > 0 && newest != version) {
      columns.add(TrialColumn.live(words.of("versions.number", newest), newest));
    }
    if (choice.columns().stream().anyMatch(TrialChoices::isTier)) {
      house.rooms().trials().tierColumns(actor, draft.toolId(), version, Optional.empty()).stream()
          .filter(column ->
              choice.columns().stream()
                  .filter(TrialChoices::isTier)
                  .anyMatch(
                      tier -> column.label().toLowerCase(Locale.ROOT).startsWith(tier + " (")))
          .forEach(columns::add);
    }
    return columns;
  }

  private static boolean isTier(String column) {
    for (Tier tier : Tier.values()) {
      if (tier.words().equals(column)) {
        return true;
      }
    }
    return false;
  }
}
