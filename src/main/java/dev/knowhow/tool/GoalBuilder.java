package dev.knowhow.tool;

import static dev.knowhow.tool.ToolBuilder.allWritten;
import static dev.knowhow.tool.ToolBuilder.written;

import dev.knowhow.tool.yaml.Section;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes the record of a checked step that works towards a goal.
final class GoalBuilder {
  private static final int CALLS = 8;
  private static final int PASSAGES = 3;

  private GoalBuilder() {}

  static WorkTowards goal(Section section) {
    String name = section.text("work towards");
    WhenSpent whenSpent =
        Arrays.stream(WhenSpent.values())
            .filter(each -> each.words().equals(section.text("when spent")))
            .findFirst()
            .orElse(WhenSpent.STOP);
    Optional<Type.Fields> returns = section.maybe("returns").map(TypeBuilder::returned);
    List<MayUse> mayUse = mayUse(section.at("may use"));
    return new WorkTowards(
        StepBuilder.turn(section, name, Optional.of(Moves.fields(returns, mayUse))),
        returns,
        allWritten(section.at("check")),
        mayUse,
        budget(section.at("budget")),
        whenSpent);
  }

  private static List<MayUse> mayUse(Section list) {
    List<MayUse> all = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(Moves.ANSWER));
    for (Section each : list.items()) {
      MayUse use = mayUseOne(each);
      if (!names.add(use.name()) && !use.name().isEmpty()) {
        each.fault(
            use.name().equals(Moves.ANSWER)
                ? "\"answer\" is the move that ends the work"
                : "two things are called \"" + use.name() + "\"",
            "Call it otherwise");
      }
      all.add(use);
    }
    return all;
  }

  private static MayUse mayUseOne(Section use) {
    if (use.has("look up")) {
      return new MayUse.Knowledge(
          use.text("look up"), use.text("about"), use.count("at most", PASSAGES));
    }
    Type.Fields given = TypeBuilder.returned(use.at("given"));
    return use.has("calculate")
        ? new MayUse.Calculation(
            use.text("calculate"), use.text("about"), given, written(use.at("formula")))
        : new MayUse.OtherTool(
            use.text("called"),
            use.text("about"),
            given,
            use.text("use a tool"),
            TypeBuilder.returned(use.at("returns")));
  }

  private static GoalBudget budget(Section budget) {
    int minutes = budget.count("time", 0) * (budget.text("time").endsWith("h") ? 60 : 1);
    return new GoalBudget(
        budget.count("calls", CALLS),
        budget.has("tokens") ? Optional.of(budget.count("tokens", 0)) : Optional.empty(),
        budget.maybe("cost").flatMap(GoalBuilder::dollars),
        minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
  }

  private static Optional<BigDecimal> dollars(Section cost) {
    return cost.text().matches("\\$[0-9]{1,4}(\\.[0-9]{1,4})?")
        ? Optional.of(new BigDecimal(cost.text().substring(1)))
        : Optional.empty();
  }
}
