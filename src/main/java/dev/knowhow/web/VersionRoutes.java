package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.ToolVersion;
import java.util.List;

/// A tool's versions: what is new in the draft, making it live, what two versions differ in, and
/// bringing one back.
final class VersionRoutes {
  private static final int LONGEST_NOTE = 500;

  private final House house;
  private final VersionPages pages;

  VersionRoutes(House house) {
    this.house = house;
    this.pages = new VersionPages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/tools/{id}/versions",
            Access.SIGNED_IN,
            "What is new in a tool's draft, and its versions; for builders.",
            this::show),
        Route.post(
            "/tools/{id}/versions",
            Access.SIGNED_IN,
            "Makes the draft the next version, and that one live. Where examples fail it asks for a"
                + " reason.",
            this::publish),
        Route.get(
            "/tools/{id}/versions/{number}",
            Access.SIGNED_IN,
            "In what a version differs from the one before, or from `?to=` (`draft` for the draft);"
                + " for builders.",
            this::compare),
        Route.post(
            "/tools/{id}/versions/{number}/bring-back",
            Access.SIGNED_IN,
            "Puts a version's files in place of the draft's; it can be undone.",
            this::bringBack),
        Route.post(
            "/tools/{id}/try",
            Access.SIGNED_IN,
            "Keeps the draft as it is now and opens its form, to run it before anybody else can.",
            this::tryIt),
        Route.get(
            "/tools/{id}/script",
            Access.SIGNED_IN,
            "The flow of a tool's draft as the script that its steps become; for builders.",
            this::script));
  }

  private Drafts drafts() {
    return house.rooms().drafts();
  }

  private void show(Visit visit) {
    Draft draft = drafts().of(visit.actor(), visit.part("id"));
    visit.show("versions", pages.page(visit, draft, VersionPages.Asked.nothing()));
  }

  private void publish(Visit visit) {
    Draft draft = drafts().of(visit.actor(), visit.part("id"));
    String note = note(visit.sent("note"));
    String reason = note(visit.sent("reason"));
    boolean fails = pages.failing(draft);
    if (!draft.differs() || !pages.faults(draft).isEmpty() || (fails && reason.isEmpty())) {
      visit.showFaulty(
          "versions", pages.page(visit, draft, new VersionPages.Asked(note, reason, fails, "")));
      return;
    }
    try {
      ToolVersion version =
          drafts()
              .publish(
                  visit.actor(),
                  draft.toolId(),
                  number(visit.sent("seen"), -1),
                  note,
                  fails ? reason : "");
      visit.leadTo("/tools/" + version.toolId() + "/versions?said=madeLive");
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      Draft now = drafts().of(visit.actor(), draft.toolId());
      String sentence = Visit.sentence(problem.what(), problem.hint());
      visit.show(
          "versions",
          pages.page(visit, now, new VersionPages.Asked(note, reason, fails, sentence)));
    }
  }

  private void compare(Visit visit) {
    visit.show("version", pages.compared(visit, number(visit), visit.query("to")));
  }

  private void bringBack(Visit visit) {
    String tool = visit.part("id");
    int number = number(visit);
    Draft draft = drafts().of(visit.actor(), tool);
    long seen = number(visit.sent("seen"), draft.revision());
    drafts()
        .startFrom(
            visit.actor(), tool, number, seen, house.words().of("versions.broughtBack", number));
    visit.leadTo("/tools/" + tool + "/build?at=steps");
  }

  private void tryIt(Visit visit) {
    ToolVersion kept = drafts().snapshot(visit.actor(), visit.part("id"));
    String example =
        kept.examples().stream().findFirst().map(one -> "&example=" + one.id()).orElse("");
    visit.leadTo("/tools/" + kept.toolId() + "?draft=" + -kept.number() + example);
  }

  private void script(Visit visit) {
    visit.show("script", pages.script(visit, drafts().of(visit.actor(), visit.part("id"))));
  }

  private static String note(String typed) {
    String note = SentForm.plainLines(typed).strip();
    return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
  }

  private static int number(Visit visit) {
    String number = visit.part("number");
    return number.matches("-?[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0;
  }

  private static long number(String typed, long otherwise) {
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : otherwise;
  }
}
