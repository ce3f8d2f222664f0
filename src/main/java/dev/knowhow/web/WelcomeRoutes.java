package dev.knowhow.web;

import dev.knowhow.account.NewOwner;
import dev.knowhow.account.Password;
import dev.knowhow.account.Session;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first page of a new installation.
final class WelcomeRoutes {
  private final House house;
  private final Cookies cookies;

  WelcomeRoutes(House house, Cookies cookies) {
    this.house = house;
    this.cookies = cookies;
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/welcome",
            Access.NOT_SIGNED_IN,
            "The owner's account, on a new installation.",
            this::show),
        Route.post(
            "/welcome",
            Access.NOT_SIGNED_IN,
            "Makes the owner's account and signs in.",
            this::take));
  }

  private void show(Visit visit) {
    if (house.rooms().accounts().hasOwner()) {
      visit.leadTo("/sign-in");
      return;
    }
    visit.show(
        "welcome", page(visit, new Typed(visit.query("code"), "", "", "", ""), Map.of(), ""));
  }

  private void take(Visit visit) {
    Typed typed =
        new Typed(
            visit.sent("code"),
            visit.sent("name"),
            visit.sent("email"),
            visit.sent("trade"),
            visit.sent("zone"));
    NewOwner owner =
        new NewOwner(
            typed.name(), typed.email(), new Password(visit.sent("password")), trade(typed));
    try {
      Session session =
          house
              .rooms()
              .accounts()
              .createOwner(
                  owner,
                  typed.code(),
                  zone(typed.zone()),
                  new Browsers(house.words()).of(visit.context()));
      cookies.signIn(visit.context(), session.token());
      visit.leadTo("/");
    } catch (Problem problem) {
      visit.showFaulty("welcome", again(visit, typed, problem));
    }
  }

  private WelcomePage again(Visit visit, Typed typed, Problem problem) {
    Map<String, String> faults = new HashMap<>();
    for (Fault fault : problem.faults()) {
      faults.put(fault.where(), Visit.sentence(fault.what(), fault.hint()));
    }
    if (problem.where().equals("code")) {
      faults.put("code", Visit.sentence(problem.what(), problem.hint()));
    }
    String whole = faults.isEmpty() ? Visit.sentence(problem.what(), problem.hint()) : "";
    return page(visit, typed, faults, whole);
  }

  private WelcomePage page(Visit visit, Typed typed, Map<String, String> faults, String problem) {
    Words words = house.words();
    List<Field> fields =
        List.of(
            field("code", line("text", typed.code(), "off"), faults)
                .help(words.of("welcome.code.help")),
            field("name", line("text", typed.name(), "name"), faults),
            field("email", line("email", typed.email(), "username"), faults),
            field("password", line("password", "", "new-password"), faults)
                .help(words.of("welcome.password.help", Password.SHORTEST)),
            field("trade", new Control.Pick(choices(typed.trade()), true), faults));
    Frame frame =
        visit
            .frame(words.of("welcome.title"), "")
            .with(house.assets().address("/static/js/zone.js"));
    return new WelcomePage(frame, fields, Field.faultsOf(fields), problem);
  }

  private Field field(String name, Control control, Map<String, String> faults) {
    return Field.required(name, house.words().of("welcome." + name), control)
        .faulty(Optional.ofNullable(faults.get(name)));
  }

  private static Control.Line line(String type, String value, String complete) {
    return new Control.Line(type, value, type.equals("email") ? "email" : "text", "", "", complete);
  }

  private List<Control.Choice> choices(String chosen) {
    return house.trades().stream()
        .map(trade ->
            new Control.Choice(trade.id(), trade.name(), trade.about(), trade.id().equals(chosen)))
        .toList();
  }

  private String trade(Typed typed) {
    return house.trades().stream().anyMatch(trade -> trade.id().equals(typed.trade()))
        ? typed.trade()
        : "";
  }

  /// The time zone that the browser says it is in; UTC where it says none.
  private static ZoneId zone(String typed) {
    try {
      return typed.isEmpty() ? ZoneOffset.UTC : ZoneId.of(typed);
    } catch (DateTimeException _) {
      return ZoneOffset.UTC;
    }
  }

  private record Typed(String code, String name, String email, String trade, String zone) {}
}
