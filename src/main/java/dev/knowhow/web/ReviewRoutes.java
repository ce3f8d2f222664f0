package dev.knowhow.web;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Decision;
import dev.knowhow.run.ReviewView;
import dev.knowhow.run.RunView;
import dev.knowhow.run.Runs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What waits for a person's decision, and the decision.
final class ReviewRoutes {
  private final House house;
  private final Words words;
  private final ReviewPages pages;

  ReviewRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.pages = new ReviewPages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/reviews",
            Access.SIGNED_IN,
            "The reviews that wait for this person. With the header `X-Part: list` only their list.",
            this::inbox),
        Route.get(
            "/reviews/{id}",
            Access.SIGNED_IN,
            "A review: what is proposed and what is needed to decide; to read only for whoever may not decide.",
            this::show),
        Route.upload(
            "/reviews/{id}",
            Access.SIGNED_IN,
            "Decides a review (`decision` is `approve` or `back`); or adds or removes a row and shows the form again.",
            ToolRoutes.LARGEST_FORM,
            this::decide));
  }

  private Runs runs() {
    return house.rooms().runs();
  }

  private void inbox(Visit visit) {
    if (visit.wants("list")) {
      visit.showPart("reviews", "list", pages.inbox(visit));
    } else {
      visit.show("reviews", pages.inbox(visit));
    }
  }

  private void show(Visit visit) {
    ReviewView review = runs().review(visit.actor(), visit.part("id"));
    visit.show("review", pages.page(visit, review));
  }

  private void decide(Visit visit) {
    ReviewView review = runs().review(visit.actor(), visit.part("id"));
    ReviewForm form = ReviewForm.of(review);
    SentForm sent = SentForm.of(visit, form.inputs(), house).without(visit.sent("remove"));
    String comment = SentForm.plainLines(visit.sent("comment")).strip();
    switch (visit.sent("decision")) {
      case "approve" -> approve(visit, form, sent, comment);
      case "back" -> sendBack(visit, form, sent, comment);
      default ->
          visit.show(
              "review",
              pages.page(
                  visit,
                  review,
                  new ReviewPages.Filling(
                      sent.typed(), comment, Map.of(), visit.sent("add"), Optional.empty(), "")));
    }
  }

  private void approve(Visit visit, ReviewForm form, SentForm sent, String comment) {
    switch (form.read(sent.typed())) {
      case ReviewForm.Read.Unfit(Map<String, String> messages) ->
          visit.showFaulty(
              "review",
              pages.page(
                  visit,
                  form.review(),
                  new ReviewPages.Filling(
                      sent.typed(), comment, messages, "", Optional.empty(), "")));
      case ReviewForm.Read.Ready(var value, Map<String, String> fills) ->
          take(visit, form, sent, new Decision.Approve(value, fills, comment), comment);
    }
  }

  private void sendBack(Visit visit, ReviewForm form, SentForm sent, String comment) {
    if (comment.isEmpty()) {
      Optional<String> fault = Optional.of(words.of("review.comment.missing"));
      visit.showFaulty(
          "review",
          pages.page(
              visit,
              form.review(),
              new ReviewPages.Filling(sent.typed(), comment, Map.of(), "", fault, "")));
      return;
    }
    take(visit, form, sent, new Decision.SendBack(comment), comment);
  }

  /// Decides; where that is not possible any more, the page says why and keeps what was typed.
  private void take(
      Visit visit, ReviewForm form, SentForm sent, Decision decision, String comment) {
    ReviewView review = form.review();
    try {
      runs().decide(visit.actor(), review.id(), decision);
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.BAD_INPUT && problem.kind() != Problem.Kind.CONFLICT) {
        throw problem;
      }
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.show(
          "review",
          pages.page(
              visit,
              runs().review(visit.actor(), review.id()),
              new ReviewPages.Filling(
                  sent.typed(), comment, faults(problem), "", Optional.empty(), said(problem))));
      return;
    }
    RunView run = runs().view(visit.actor(), review.runId());
    String said = decision instanceof Decision.SendBack ? "?said=sentBack" : "?said=approved";
    boolean own = run.startedBy().equals(visit.actor().personId());
    visit.leadTo((own ? "/runs/" + run.id() : "/reviews") + said);
  }

  private static Map<String, String> faults(Problem problem) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Fault fault : problem.faults()) {
      faults.put(ReviewForm.fieldOf(fault.where()), Visit.sentence(fault.what(), fault.hint()));
    }
    return faults;
  }

  private static String said(Problem problem) {
    return Visit.sentence(problem.what(), problem.faults().isEmpty() ? problem.hint() : "");
  }
}
