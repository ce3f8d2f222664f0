package dev.knowhow.web;

import dev.knowhow.account.Client;
import dev.knowhow.account.OwnAccount;
import dev.knowhow.account.Password;
import dev.knowhow.account.Rights;
import dev.knowhow.account.Role;
import dev.knowhow.account.Session;
import dev.knowhow.problem.Problem;
import java.time.ZoneId;
import java.util.List;

/// One's own account: for everybody who is signed in.
final class AccountRoutes {
  private static final String ACCOUNT = "/settings/account";

  private final House house;
  private final Words words;
  private final Cookies cookies;
  private final OwnAccount own;
  private final Browsers browsers;

  AccountRoutes(House house, Cookies cookies) {
    this.house = house;
    this.words = house.words();
    this.cookies = cookies;
    this.own = house.rooms().accounts().own();
    this.browsers = new Browsers(words);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            ACCOUNT,
            Access.SIGNED_IN,
            "One's own account: where one is signed in, and the form for another password.",
            visit -> visit.show("settings/account", page(visit, FieldFaults.NONE))),
        Route.post(
            ACCOUNT + "/password",
            Access.SIGNED_IN,
            "Changes one's own password; the old one is asked, and all other sessions end.",
            this::change),
        Route.post(
            ACCOUNT + "/end-others",
            Access.SIGNED_IN,
            "Signs one out everywhere else.",
            this::endOthers));
  }

  private void change(Visit visit) {
    try {
      Session session =
          own.changePassword(
              visit.actor(),
              new Password(visit.sent("old")),
              new Password(visit.sent("password")),
              browsers.of(visit.context()));
      cookies.signIn(visit.context(), session.token());
      visit.leadTo(ACCOUNT + "?said=passwordChanged");
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show("settings/account", page(visit, FieldFaults.of(problem)));
    }
  }

  private void endOthers(Visit visit) {
    own.endOthers(visit.actor(), token(visit));
    visit.leadTo(ACCOUNT + "?said=endedOthers");
  }

  private static String token(Visit visit) {
    return Cookies.session(visit.context()).orElse("");
  }

  private AccountPage page(Visit visit, FieldFaults faults) {
    List<Field> fields =
        List.of(
            password("old", "current-password", faults),
            password("password", "new-password", faults)
                .help(words.of("welcome.password.help", Password.SHORTEST)));
    List<AccountPage.Place> places = places(visit);
    return new AccountPage(
        visit.frame(words.of("account.title"), "account"),
        visit.actor().name(),
        own.email(visit.actor()),
        may(visit),
        places,
        places.size() > 1,
        fields,
        Field.faultsOf(fields),
        faults.whole());
  }

  private List<String> may(Visit visit) {
    boolean builds = visit.actor().role() != Role.RUNNER;
    List<Client> clients =
        builds ? house.rooms().accounts().clients().list(visit.actor()) : List.of();
    return new RightsForm(house).inWords(Rights.of(visit.actor()), clients);
  }

  private List<AccountPage.Place> places(Visit visit) {
    ZoneId zone = house.rooms().accounts().workspace().zone();
    return own.sessions(visit.actor(), token(visit)).stream()
        .map(one ->
            new AccountPage.Place(
                one.browser().words().isEmpty()
                    ? words.of("browser.unknown")
                    : one.browser().words(),
                words.of("account.since", Dates.moment(one.since(), zone)),
                one.here()))
        .toList();
  }

  private Field password(String name, String complete, FieldFaults faults) {
    Control.Line line = new Control.Line("password", "", "text", "", "", complete);
    return Field.required(name, words.of("account." + name), line).faulty(faults.at(name));
  }
}
