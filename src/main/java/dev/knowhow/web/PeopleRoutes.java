package dev.knowhow.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.account.Actor;
import dev.knowhow.account.Client;
import dev.knowhow.account.Invitation;
import dev.knowhow.account.Invitations;
import dev.knowhow.account.Invited;
import dev.knowhow.account.Member;
import dev.knowhow.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings, People: who is here, what each may do, and links for more.
final class PeopleRoutes {
  private static final String PEOPLE = "/settings/people";

  private final House house;
  private final Words words;
  private final Invitations invitations;
  private final RightsForm form;
  private final PersonRoutes one;

  /// Links that were made and not shown yet, each for the one look that follows.
  private final Cache<String, Invited> links =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(10)).build();

  PeopleRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.invitations = house.rooms().accounts().invitations();
    this.form = new RightsForm(house);
    this.one = new PersonRoutes(house, form);
  }

  List<Route> all() {
    Stream<Route> own =
        Stream.of(
            Route.get(
                PEOPLE,
                Access.SIGNED_IN,
                "The people, the links that wait, and the form for another; for owners.",
                this::show),
            Route.post(
                PEOPLE + "/invitations",
                Access.SIGNED_IN,
                "Makes a link for one person and shows it once.",
                this::invite),
            Route.post(
                PEOPLE + "/invitations/{id}/revoke",
                Access.SIGNED_IN,
                "Ends a link that waits.",
                this::revoke));
    return Stream.concat(own, one.all().stream()).toList();
  }

  private void show(Visit visit) {
    visit.actor().mustOwn(words.of("people.doing"));
    RightsAnswers answers = RightsAnswers.AT_FIRST.in(visit.query("client"));
    visit.show("settings/people", page(visit, "", answers, FieldFaults.NONE));
  }

  private void invite(Visit visit) {
    visit.actor().mustOwn(words.of("people.doing"));
    RightsAnswers answers = RightsAnswers.sent(visit);
    try {
      Invited invited =
          invitations.invite(visit.actor(), visit.sent("whom"), answers.rights(words));
      String id = invited.invitation().id();
      links.put(key(visit.actor(), id), invited);
      visit.leadTo(PEOPLE + "?invited=" + id);
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show(
          "settings/people", page(visit, visit.sent("whom"), answers, FieldFaults.of(problem)));
    }
  }

  private void revoke(Visit visit) {
    invitations.revoke(visit.actor(), visit.part("id"));
    visit.leadTo(PEOPLE + "?said=revoked");
  }

  private PeoplePage page(Visit visit, String whom, RightsAnswers answers, FieldFaults faults) {
    Actor owner = visit.actor();
    List<Client> clients = house.rooms().accounts().clients().list(owner);
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.required("whom", words.of("people.whom"), Control.Line.text(whom))
            .help(words.of("people.whom.help"))
            .faulty(faults.at("whom")));
    fields.addAll(form.fields(owner, answers, faults));
    return new PeoplePage(
        visit
            .frame(words.of("people.title"), "people")
            .with(house.assets().address("/static/js/copy.js")),
        link(visit),
        house.rooms().accounts().people().list(owner).stream()
            .map(member -> line(member, owner, clients))
            .toList(),
        invitations.open(owner).stream().map(one -> waiting(one, clients)).toList(),
        fields,
        Field.faultsOf(fields),
        faults.whole());
  }

  private Optional<PeoplePage.Link> link(Visit visit) {
    Invited invited = links.asMap().remove(key(visit.actor(), visit.query("invited")));
    return Optional.ofNullable(invited)
        .map(made ->
            new PeoplePage.Link(
                made.invitation().whom(),
                house.address(visit.context()) + "/invitations/" + made.token(),
                day(made.invitation().expires())));
  }

  private static String key(Actor actor, String invitationId) {
    return actor.personId() + " " + invitationId;
  }

  private PeoplePage.Person line(Member member, Actor owner, List<Client> clients) {
    boolean suspended = member.suspended().isPresent();
    String mark =
        suspended
            ? words.of("people.suspended")
            : member.id().equals(owner.personId()) ? words.of("people.you") : "";
    return new PeoplePage.Person(
        member.id(),
        member.name(),
        member.email(),
        form.inWords(member.rights(), clients),
        suspended,
        mark);
  }

  private PeoplePage.Waiting waiting(Invitation one, List<Client> clients) {
    return new PeoplePage.Waiting(
        one.id(), one.whom(), form.inWords(one.rights(), clients), day(one.expires()));
  }

  private String day(Instant moment) {
    return Dates.day(LocalDate.ofInstant(moment, house.rooms().accounts().workspace().zone()));
  }
}
