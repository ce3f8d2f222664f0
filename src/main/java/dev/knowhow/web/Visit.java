package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.problem.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One request, with the person who makes it; belongs to one thread.
final class Visit {
  private static final List<String> NOTICES =
      List.of(
          "saved",
          "connected",
          "disconnected",
          "tested",
          "approved",
          "sentBack",
          "revoked",
          "suspended",
          "letIn",
          "removed",
          "closed",
          "opened",
          "passwordChanged",
          "endedOthers",
          "madeLive");

  private final Context context;
  private final House house;
  private final Optional<Actor> actor;
  private final String csrf;

  Visit(Context context, House house, Optional<Actor> actor, String csrf) {
    this.context = context;
    this.house = house;
    this.actor = actor;
    this.csrf = csrf;
  }

  /// The request itself, for what has no word here.
  Context context() {
    return context;
  }

  /// The person who is signed in.
  ///
  /// @throws Problem of kind `NOT_SIGNED_IN`
  Actor actor() {
    return actor.orElseThrow(() ->
        Problem.of(
            Problem.Kind.NOT_SIGNED_IN,
            house.words().of("problem.signedOut"),
            house.words().of("problem.signedOut.hint")));
  }

  /// Whether somebody is signed in.
  boolean signedIn() {
    return actor.isPresent();
  }

  /// Whether the person is still signed in and may do what was allowed when the visit began: for an
  /// answer that goes on for long.
  boolean lasts() {
    return Cookies.session(context).flatMap(house.rooms().accounts()::bySession).equals(actor);
  }

  /// A part of the address.
  String part(String name) {
    return context.pathParam(name);
  }

  /// What the address asks with `?name=`, or empty text.
  String query(String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  /// What the form sends under a name, or empty text.
  String sent(String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /// Whether a script of ours asks for one part of the page instead of the whole.
  boolean wants(String fragment) {
    return fragment.equals(context.header("X-Part"));
  }

  /// What surrounds a page of this visit.
  ///
  /// @param here the entry of the navigation it belongs to, or empty
  Frame frame(String title, String here) {
    String said = query("said");
    Optional<String> notice =
        NOTICES.contains(said) ? Optional.of(house.words().of("notice." + said)) : Optional.empty();
    return new Frame(
        title,
        here,
        house.trade(),
        csrf,
        actor.map(person -> house.visitor(person)),
        actor.map(_ -> house.assets().address("/static/js/head.js")).stream().toList(),
        false,
        notice);
  }

  /// Answers with a page.
  void show(String name, Object page) {
    context.html(house.pages().html(name, page));
  }

  /// Answers with a page whose form has faults: status 422.
  void showFaulty(String name, Object page) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(name, page);
  }

  /// Answers with one fragment of a page.
  void showPart(String name, String fragment, Object page) {
    context.html(house.pages().fragment(name, fragment, page));
  }

  /// Leads on to another page after a form was taken.
  void leadTo(String address) {
    context.redirect(address, HttpStatus.SEE_OTHER);
  }

  /// The sentence for a fault, as a person reads it at a field.
  static String sentence(String what, String hint) {
    String first =
        what.isEmpty() ? "" : what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    String end = first.isEmpty() || first.endsWith(".") || first.endsWith("?") ? "" : ".";
    return (first + end + (hint.isEmpty() ? "" : " " + hint)).strip();
  }
}
