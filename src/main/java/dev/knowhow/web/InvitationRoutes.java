package dev.knowhow.web;

import dev.knowhow.account.Invitation;
import dev.knowhow.account.Invitations;
import dev.knowhow.account.NewPerson;
import dev.knowhow.account.Password;
import dev.knowhow.account.Rights;
import dev.knowhow.account.Session;
import dev.knowhow.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The page behind the link that an owner hands to somebody.
final class InvitationRoutes {
  private static final String PATH = "/invitations/{token}";

  private final House house;
  private final Words words;
  private final Cookies cookies;
  private final Invitations invitations;

  InvitationRoutes(House house, Cookies cookies) {
    this.house = house;
    this.words = house.words();
    this.cookies = cookies;
    this.invitations = house.rooms().accounts().invitations();
  }

  List<Route> all() {
    return List.of(
        Route.get(PATH, Access.BY_LINK, "The form for an invited person's account.", this::show),
        Route.post(
            PATH,
            Access.BY_LINK,
            "Makes the account that a link is for and signs in; the link is used up.",
            this::accept));
  }

  private void show(Visit visit) {
    Invitation invitation = invitations.of(visit.part("token"));
    visit.show("invitation", page(visit, invitation, invitation.whom(), "", FieldFaults.NONE));
  }

  private void accept(Visit visit) {
    String token = visit.part("token");
    Invitation invitation = invitations.of(token);
    if (visit.signedIn()) {
      visit.leadTo("/invitations/" + token);
      return;
    }
    String name = visit.sent("name");
    String email = visit.sent("email");
    try {
      Session session =
          invitations.accept(
              token,
              new NewPerson(name, email, new Password(visit.sent("password"))),
              new Browsers(words).of(visit.context()));
      cookies.signIn(visit.context(), session.token());
      visit.leadTo("/");
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show("invitation", page(visit, invitation, name, email, FieldFaults.of(problem)));
    }
  }

  private InvitationPage page(
      Visit visit, Invitation invitation, String name, String email, FieldFaults faults) {
    List<Field> fields =
        List.of(
            field("name", line("text", name, "name"), faults),
            field("email", line("email", email, "username"), faults)
                .help(words.of("invitation.email.help")),
            field("password", line("password", "", "new-password"), faults)
                .help(words.of("welcome.password.help", Password.SHORTEST)));
    String workspace = house.rooms().accounts().workspace().name();
    Optional<String> signedIn =
        visit.signedIn()
            ? Optional.of(words.of("invitation.signedIn", visit.actor().name(), invitation.whom()))
            : Optional.empty();
    return new InvitationPage(
        visit.frame(words.of("invitation.title"), ""),
        visit.part("token"),
        words.of("invitation.head", invitation.invitedBy(), workspace),
        may(invitation.rights()),
        signedIn,
        fields,
        Field.faultsOf(fields),
        faults.whole());
  }

  private List<String> may(Rights rights) {
    List<String> may = new ArrayList<>();
    may.add(words.of("invitation." + rights.role().name().toLowerCase(Locale.ROOT)));
    if (!rights.decides().isEmpty()) {
      List<String> roles =
          rights.decides().stream().map(one -> one.substring(one.indexOf('/') + 1)).toList();
      may.add(words.of("invitation.decides", String.join(", ", roles.stream().sorted().toList())));
    }
    return may;
  }

  private Field field(String name, Control control, FieldFaults faults) {
    return Field.required(name, words.of("welcome." + name), control).faulty(faults.at(name));
  }

  private static Control.Line line(String type, String value, String complete) {
    return new Control.Line(type, value, type.equals("email") ? "email" : "text", "", "", complete);
  }
}
