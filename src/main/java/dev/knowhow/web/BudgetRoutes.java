package dev.knowhow.web;

import dev.knowhow.account.Role;
import dev.knowhow.ledger.Caps;
import dev.knowhow.ledger.MonthSpend;
import java.util.List;
import java.util.Optional;

/// The spending limits: how much a run and a month may cost.
final class BudgetRoutes {
  private final House house;

  BudgetRoutes(House house) {
    this.house = house;
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/settings/budget",
            Access.SIGNED_IN,
            "The spending limits and where the month stands.",
            this::show),
        Route.post(
            "/settings/budget", Access.SIGNED_IN, "Changes the spending limits.", this::change));
  }

  private void show(Visit visit) {
    visit.actor().mustWorkHere("see the spending limits");
    Caps caps = house.rooms().ledger().caps();
    visit.show(
        "settings/budget",
        page(
            visit,
            field("month", Dollars.typed(caps.perMonth())),
            field("run", Dollars.typed(caps.perRun()))));
  }

  private void change(Visit visit) {
    visit.actor().mustWorkHere("see the spending limits");
    Field month = field("month", visit.sent("month"));
    Field run = field("run", visit.sent("run"));
    if (month.fault().isPresent() || run.fault().isPresent()) {
      visit.showFaulty("settings/budget", page(visit, month, run));
      return;
    }
    Caps caps = new Caps(Dollars.money(visit.sent("run")), Dollars.money(visit.sent("month")));
    house.rooms().ledger().changeCaps(visit.actor(), caps);
    visit.leadTo("/settings/budget?said=saved");
  }

  private BudgetPage page(Visit visit, Field month, Field run) {
    MonthSpend spend = house.rooms().ledger().thisMonth();
    Words words = house.words();
    String unknown =
        spend.unknown().isZero() ? "" : words.of("budget.unknown", spend.unknown().shown());
    List<Field> fields = List.of(month, run);
    return new BudgetPage(
        visit.frame(words.of("budget.title"), "spending"),
        house.month(),
        unknown,
        visit.actor().role() == Role.OWNER,
        fields,
        Field.faultsOf(fields));
  }

  private Field field(String name, String typed) {
    Words words = house.words();
    boolean usable = Dollars.usable(typed);
    return new Field(
        name,
        words.of("budget." + name),
        words.of("budget." + name + ".help"),
        true,
        true,
        usable ? Optional.empty() : Optional.of(words.of("budget.amount", typed)),
        new Control.Line("text", typed, "decimal", "$", "", "off"));
  }
}
