package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// An invented timeline that holds every state of a step once.
final class PatternMoments {
  private PatternMoments() {}

  /// The timeline.
  static List<Moment> all() {
    return List.of(
        linked("Find the insurance company’s reason", "Claude Haiku 5.5", "0.3¢", "1.2 s"),
        linked("Look up appeal rules", "3 passages"),
        ways(),
        inner(moment("done", "Done", "Work out the deadline", "file by: October 9, 2026")),
        kept(),
        rows(),
        logged(),
        failed(),
        moment("running", "Running", "Check every exact word"),
        waits(),
        approved(),
        held(),
        moment("stopped", "Stopped", "Write a shorter letter"),
        moment("waiting", "To do", "Check the results"));
  }

  private static Moment moment(String state, String spoken, String words, String... details) {
    return new Moment(
        state,
        spoken,
        words,
        false,
        new Moment.Facts(
            List.of(details), false, Optional.empty(), Optional.empty(), Optional.empty()),
        Moment.More.NONE,
        Optional.empty());
  }

  private static Moment linked(String words, String... details) {
    return new Moment(
        "done",
        "Done",
        words,
        false,
        new Moment.Facts(
            List.of(details), false, Optional.empty(), Optional.of("#main"), Optional.empty()),
        Moment.More.NONE,
        Optional.empty());
  }

  private static Moment inner(Moment moment) {
    return new Moment(
        moment.state(),
        moment.spoken(),
        moment.words(),
        true,
        moment.facts(),
        moment.more(),
        moment.trouble());
  }

  private static Moment ways() {
    return new Moment(
        "done",
        "Done",
        "Choose by the reason",
        false,
        Moment.Facts.NONE,
        new Moment.More(
            List.of(
                new Moment.Way(false, "When found.code is \"missing tooth clause\"", "not taken"),
                new Moment.Way(true, "When found.dated is stated", "taken"),
                new Moment.Way(false, "Otherwise", "not taken")),
            Optional.empty(),
            List.of()),
        Optional.empty());
  }

  private static Moment kept() {
    return new Moment(
        "done",
        "Done",
        "List what is still needed",
        false,
        new Moment.Facts(
            List.of("Claude Haiku 5.5"),
            true,
            Optional.empty(),
            Optional.of("#main"),
            Optional.of("#main")),
        Moment.More.NONE,
        Optional.empty());
  }

  private static Moment rows() {
    List<Moment> inside =
        List.of(
            moment("done", "Done", "Compare the limits", "Claude Haiku 5.5", "0.2¢"),
            moment("running", "Running", "Say what is missing"));
    return new Moment(
        "running",
        "Running",
        "Review each coverage",
        false,
        new Moment.Facts(
            List.of("0.6¢"), false, Optional.empty(), Optional.empty(), Optional.empty()),
        new Moment.More(
            List.of(),
            Optional.of(
                new Moment.Rows(
                    "reviewed",
                    "1 of 12 rows done",
                    true,
                    List.of(
                        new Moment.Lane("a1", "row 1", "done", "Done", "0.2¢", false, inside),
                        new Moment.Lane("a2", "row 2", "running", "Running", "0.2¢", true, inside),
                        new Moment.Lane("a3", "row 3", "failed", "Failed", "0.2¢", false, inside)),
                    "and 40 more, all done")),
            List.of()),
        Optional.empty());
  }

  private static Moment logged() {
    return new Moment(
        "done",
        "Done",
        "Sort the coverages",
        false,
        Moment.Facts.NONE,
        new Moment.More(
            List.of(),
            Optional.empty(),
            List.of("line 12: 3 coverages, 1 without a limit", "line 14: umbrella last")),
        Optional.empty());
  }

  private static Moment failed() {
    return trouble(
        moment("failed", "Failed", "Write the letter", "Claude Sonnet 5.5"),
        new Moment.Trouble(
            "Anthropic did not answer for 60 seconds, three times.",
            "Nothing you typed is lost. Try again; what was answered already is not paid for twice.",
            Optional.empty()));
  }

  private static Moment held() {
    return trouble(
        moment("held", "Waiting for you", "Write the letter"),
        new Moment.Trouble(
            "No model is connected.",
            "Your text is saved.",
            Optional.of(new Moment.Link("Connect a model", "#main"))));
  }

  private static Moment trouble(Moment moment, Moment.Trouble trouble) {
    return new Moment(
        moment.state(),
        moment.spoken(),
        moment.words(),
        moment.inner(),
        moment.facts(),
        moment.more(),
        Optional.of(trouble));
  }

  private static Moment waits() {
    return said(
        "waits",
        "Waits",
        "The doctor looks at the letter",
        new Moment.Said(
            "Waits for the doctor",
            "",
            Optional.of(new Moment.Link("Look at what is asked", "#main"))));
  }

  private static Moment approved() {
    return said(
        "done",
        "Done",
        "The doctor looks at the letter",
        new Moment.Said(
            "Sent back by Dr. Kim, 2:05 PM.",
            "Say that the filling was 6 years old.",
            Optional.empty()));
  }

  private static Moment said(String state, String spoken, String words, Moment.Said said) {
    return new Moment(
        state,
        spoken,
        words,
        false,
        new Moment.Facts(List.of(), false, Optional.of(said), Optional.empty(), Optional.empty()),
        Moment.More.NONE,
        Optional.empty());
  }
}
