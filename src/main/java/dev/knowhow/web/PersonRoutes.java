package dev.knowhow.web;

import dev.knowhow.account.Member;
import dev.knowhow.account.People;
import dev.knowhow.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Settings, People, one person: change, suspend, let in again, remove.
final class PersonRoutes {
  private static final String PERSON = "/settings/people/{id}";

  private final House house;
  private final Words words;
  private final People people;
  private final RightsForm form;

  PersonRoutes(House house, RightsForm form) {
    this.house = house;
    this.words = house.words();
    this.people = house.rooms().accounts().people();
    this.form = form;
  }

  List<Route> all() {
    return List.of(
        Route.get(PERSON, Access.SIGNED_IN, "One person, and what the person may do.", this::show),
        Route.post(PERSON, Access.SIGNED_IN, "Changes what a person may do.", this::change),
        Route.post(
            PERSON + "/suspend",
            Access.SIGNED_IN,
            "Keeps a person out; all sessions end at once.",
            visit -> act(visit, "suspended", () -> people.suspend(visit.actor(), id(visit)))),
        Route.post(
            PERSON + "/let-in",
            Access.SIGNED_IN,
            "Lets a suspended person sign in again.",
            visit -> act(visit, "letIn", () -> people.letIn(visit.actor(), id(visit)))),
        Route.post(
            PERSON + "/remove",
            Access.SIGNED_IN,
            "Removes a person for good; what the person did stays.",
            visit -> act(visit, "removed", () -> people.remove(visit.actor(), id(visit)))));
  }

  private static String id(Visit visit) {
    return visit.part("id");
  }

  private void show(Visit visit) {
    Member member = people.one(visit.actor(), id(visit));
    visit.show(
        "settings/person",
        page(visit, member, RightsAnswers.of(member.rights()), FieldFaults.NONE));
  }

  private void change(Visit visit) {
    Member member = people.one(visit.actor(), id(visit));
    RightsAnswers answers = RightsAnswers.sent(visit);
    try {
      people.change(visit.actor(), member.id(), answers.rights(words));
      visit.leadTo("/settings/people?said=saved");
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show("settings/person", page(visit, member, answers, FieldFaults.of(problem)));
    }
  }

  private void act(Visit visit, String said, Runnable doing) {
    Member member = people.one(visit.actor(), id(visit));
    try {
      doing.run();
      visit.leadTo("/settings/people?said=" + said);
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show(
          "settings/person",
          page(visit, member, RightsAnswers.of(member.rights()), FieldFaults.of(problem)));
    }
  }

  private PersonPage page(Visit visit, Member member, RightsAnswers answers, FieldFaults faults) {
    List<Field> fields = form.fields(visit.actor(), answers, faults);
    Optional<String> suspended =
        member.suspended().map(since -> words.of("person.suspended", member.name(), day(since)));
    return new PersonPage(
        visit.frame(member.name(), "people"),
        member.id(),
        member.name(),
        member.email(),
        words.of("person.since", day(member.since())),
        suspended,
        member.id().equals(visit.actor().personId()),
        fields,
        Field.faultsOf(fields),
        faults.whole());
  }

  private String day(Instant moment) {
    return Dates.day(LocalDate.ofInstant(moment, house.rooms().accounts().workspace().zone()));
  }
}
