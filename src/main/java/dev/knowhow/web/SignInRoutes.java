package dev.knowhow.web;

import dev.knowhow.account.Password;
import dev.knowhow.account.Session;
import dev.knowhow.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Signing in and out.
final class SignInRoutes {
  private final House house;
  private final Cookies cookies;
  private final Browsers browsers;

  SignInRoutes(House house, Cookies cookies) {
    this.house = house;
    this.cookies = cookies;
    this.browsers = new Browsers(house.words());
  }

  List<Route> all() {
    return List.of(
        Route.get("/sign-in", Access.NOT_SIGNED_IN, "The sign-in form.", this::show),
        Route.post("/sign-in", Access.NOT_SIGNED_IN, "Signs a person in.", this::signIn),
        Route.post("/sign-out", Access.SIGNED_IN, "Ends the session.", this::signOut));
  }

  private void show(Visit visit) {
    if (!house.rooms().accounts().hasOwner()) {
      visit.leadTo("/welcome");
      return;
    }
    visit.show("sign-in", page(visit, "", ""));
  }

  private void signIn(Visit visit) {
    String email = visit.sent("email");
    try {
      Optional<Session> session =
          house
              .rooms()
              .accounts()
              .signIn(email, new Password(visit.sent("password")), browsers.of(visit.context()));
      if (session.isPresent()) {
        cookies.signIn(visit.context(), session.get().token());
        visit.leadTo("/");
        return;
      }
      visit.showFaulty("sign-in", page(visit, email, house.words().of("signIn.wrong")));
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show("sign-in", page(visit, email, Visit.sentence(problem.what(), problem.hint())));
    }
  }

  private void signOut(Visit visit) {
    Cookies.session(visit.context()).ifPresent(house.rooms().accounts()::signOut);
    cookies.signOut(visit.context());
    visit.leadTo("/sign-in");
  }

  private SignInPage page(Visit visit, String email, String problem) {
    Words words = house.words();
    return new SignInPage(
        visit.frame(words.of("signIn.title"), ""),
        Field.required(
            "email",
            words.of("signIn.email"),
            new Control.Line("email", email, "email", "", "", "username")),
        Field.required(
            "password",
            words.of("signIn.password"),
            new Control.Line("password", "", "text", "", "", "current-password")),
        problem);
  }
}
