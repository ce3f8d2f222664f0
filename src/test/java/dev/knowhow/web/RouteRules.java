package dev.knowhow.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who gets what from which route: one rule for each.
final class RouteRules {
  private static final String TOOL = "/tools/{id}";
  private static final String RUN = "/runs/{id}";
  private static final String REVIEW = "/reviews/{id}";
  private static final String MODEL = "/settings/models/{id}";
  private static final String PERSON = "/settings/people/{id}";
  private static final String CLIENT = "/settings/clients/{id}";
  private static final Map<String, String> NO_FORM = Map.of();

  private static final List<Rule> ALL =
      List.of(
          get("/health", Thing.NONE, Need.NOTHING),
          get("/static/<path>", Thing.NONE, Need.NOTHING),
          get("/patterns", Thing.NONE, Need.NOTHING),
          get("/welcome", Thing.NONE, Need.NOT_SIGNED_IN).done(303),
          post("/welcome", Thing.NONE, Need.NOT_SIGNED_IN, NO_FORM).done(422),
          get("/sign-in", Thing.NONE, Need.NOT_SIGNED_IN),
          post("/sign-in", Thing.NONE, Need.NOT_SIGNED_IN, NO_FORM).done(422),
          post("/sign-out", Thing.NONE, Need.SIGNED_IN, NO_FORM).changing(),
          get("/invitations/{token}", Thing.LINK, Need.THE_LINK),
          post("/invitations/{token}", Thing.LINK, Need.THE_LINK, NO_FORM).done(422),
          get("/", Thing.NONE, Need.SIGNED_IN),
          get("/head", Thing.NONE, Need.SIGNED_IN),
          post("/tools", Thing.NONE, Need.BUILD, Map.of("template", "dental/denial-appeal")),
          get(TOOL, Thing.TOOL, Need.SEE),
          post(TOOL + "/runs", Thing.TOOL, Need.SEE, NO_FORM).done(422),
          post(TOOL + "/preview", Thing.TOOL, Need.SEE, NO_FORM).done(422),
          post(TOOL + "/documents", Thing.TOOL, Need.SEE, NO_FORM).done(422),
          get(TOOL + "/build", Thing.TOOL, Need.REMAKE),
          post(TOOL + "/build/edits", Thing.TOOL, Need.REMAKE, NO_FORM),
          get(TOOL + "/versions", Thing.TOOL, Need.REMAKE),
          post(TOOL + "/versions", Thing.TOOL, Need.REMAKE, NO_FORM).done(422),
          get(TOOL + "/versions/{number}", Thing.TOOL, Need.REMAKE).done(404),
          post(TOOL + "/versions/{number}/bring-back", Thing.TOOL, Need.REMAKE, NO_FORM),
          post(TOOL + "/try", Thing.TOOL, Need.REMAKE, NO_FORM),
          get(TOOL + "/script", Thing.TOOL, Need.REMAKE),
          get(TOOL + "/examples", Thing.TOOL, Need.REMAKE),
          post(TOOL + "/trials", Thing.TOOL, Need.REMAKE, NO_FORM).done(422),
          get(TOOL + "/trials/{trial}", Thing.TOOL, Need.REMAKE).done(303),
          post(TOOL + "/trials/{trial}", Thing.TOOL, Need.REMAKE, NO_FORM),
          get(TOOL + "/files.zip", Thing.TOOL, Need.REMAKE),
          post("/tools/new", Thing.NONE, Need.BUILD, NO_FORM).changing(),
          post("/tools/files", Thing.NONE, Need.BUILD, NO_FORM).done(422),
          get(RUN, Thing.RUN, Need.SEE),
          get(RUN + "/events", Thing.RUN, Need.SEE),
          get(RUN + "/steps/{number}", Thing.RUN, Need.SEE),
          post(RUN + "/go-on", Thing.RUN, Need.CHANGE, NO_FORM).done(409),
          post(RUN + "/again", Thing.RUN, Need.SEE, NO_FORM),
          post(RUN + "/stop", Thing.RUN, Need.CHANGE, NO_FORM).changing(),
          get(RUN + "/again", Thing.RUN, Need.SEE).asking("from=1"),
          post(RUN + "/replay", Thing.RUN, Need.SEE, NO_FORM).done(200),
          get(RUN + "/changes", Thing.RUN, Need.REMAKE),
          post(RUN + "/changes", Thing.RUN, Need.REMAKE, NO_FORM).done(422),
          get(RUN + "/compare", Thing.RUN, Need.SEE).done(404),
          get("/reviews", Thing.NONE, Need.SIGNED_IN),
          get(REVIEW, Thing.REVIEW, Need.SEE),
          post(REVIEW, Thing.REVIEW, Need.DECIDE, Map.of("decision", "back", "comment", "Shorter."))
              .changing(),
          get("/settings/budget", Thing.NONE, Need.WORK_HERE),
          post("/settings/budget", Thing.NONE, Need.OWN, Map.of("month", "10", "run", "1")),
          get("/settings/models", Thing.NONE, Need.WORK_HERE),
          get("/settings/models/help", Thing.NONE, Need.WORK_HERE),
          post(
              "/settings/models",
              Thing.NONE,
              Need.OWN,
              Map.of("way", "anthropic", "key", "sk-ant-x")),
          post(
              "/settings/models/tiers",
              Thing.NONE,
              Need.OWN,
              Map.of("tier-economy", "{connection} fake")),
          post(MODEL + "/test", Thing.CONNECTION, Need.OWN, NO_FORM),
          post(MODEL + "/key", Thing.CONNECTION, Need.OWN, Map.of("key", "sk-new")),
          post(MODEL + "/remove", Thing.CONNECTION, Need.OWN, NO_FORM).changing(),
          get("/settings/people", Thing.NONE, Need.OWN),
          post(
              "/settings/people/invitations",
              Thing.NONE,
              Need.OWN,
              Map.of("whom", "x", "role", "RUNNER")),
          post("/settings/people/invitations/{id}/revoke", Thing.INVITATION, Need.OWN, NO_FORM),
          get(PERSON, Thing.PERSON, Need.OWN),
          post(PERSON, Thing.PERSON, Need.OWN, Map.of("role", "RUNNER")).changing(),
          post(PERSON + "/suspend", Thing.PERSON, Need.OWN, NO_FORM).changing(),
          post(PERSON + "/let-in", Thing.PERSON, Need.OWN, NO_FORM).changing(),
          post(PERSON + "/remove", Thing.PERSON, Need.OWN, NO_FORM).changing(),
          get("/settings/audit", Thing.NONE, Need.OWN),
          get("/settings/audit.csv", Thing.NONE, Need.OWN),
          get("/settings/account", Thing.NONE, Need.SIGNED_IN),
          post("/settings/account/password", Thing.NONE, Need.SIGNED_IN, NO_FORM).done(422),
          post("/settings/account/end-others", Thing.NONE, Need.SIGNED_IN, NO_FORM).changing(),
          get("/settings/clients", Thing.NONE, Need.OWN),
          post("/settings/clients", Thing.NONE, Need.OWN, Map.of("name", "x")),
          get(CLIENT, Thing.CLIENT, Need.OWN),
          post(CLIENT, Thing.CLIENT, Need.OWN, Map.of("name", "x")).changing(),
          post(CLIENT + "/tools", Thing.CLIENT, Need.OWN, NO_FORM).changing(),
          post(CLIENT + "/close", Thing.CLIENT, Need.OWN, NO_FORM).changing(),
          post(CLIENT + "/open", Thing.CLIENT, Need.OWN, NO_FORM).changing());

  private RouteRules() {}

  /// The rules by method and address.
  static Map<String, Rule> all() {
    return ALL.stream().collect(Collectors.toMap(Rule::route, rule -> rule));
  }

  /// What a person needs to get what a route gives.
  enum Need {
    /// Nothing.
    NOTHING,
    /// Not to be signed in.
    NOT_SIGNED_IN,
    /// The secret in the address.
    THE_LINK,
    /// To be signed in.
    SIGNED_IN,
    /// To belong to no client.
    WORK_HERE,
    /// To build or own.
    BUILD,
    /// To own.
    OWN,
    /// That the thing is the person's to know of.
    SEE,
    /// That the thing is the person's own, or the person may change all.
    CHANGE,
    /// That the thing is the person's to know of, and to build or own.
    REMAKE,
    /// That the thing is the person's to decide: a doctor's.
    DECIDE
  }

  /// One rule.
  ///
  /// @param done the status for whoever may
  /// @param fresh whether whoever may changes the thing, so that each gets one of its own
  /// @param query what the address asks besides, with its `?`, or empty
  record Rule(
      String route,
      Thing thing,
      Need need,
      int done,
      Map<String, String> form,
      boolean fresh,
      String query) {

    private Rule done(int status) {
      return new Rule(route, thing, need, status, form, fresh, query);
    }

    private Rule changing() {
      return new Rule(route, thing, need, done, form, true, query);
    }

    private Rule asking(String query) {
      return new Rule(route, thing, need, done, form, fresh, "?" + query);
    }

    /// The status that somebody must get.
    int expected(Who who, Which which) {
      return switch (need) {
        case NOTHING -> done;
        case NOT_SIGNED_IN -> who.signedIn() ? 303 : done;
        case THE_LINK -> which == Which.UNKNOWN ? 404 : isPost() && who.signedIn() ? 303 : done;
        case SIGNED_IN, WORK_HERE, BUILD, OWN, SEE, CHANGE, REMAKE, DECIDE ->
            who.signedIn() ? signedIn(who, which) : 303;
      };
    }

    private int signedIn(Who who, Which which) {
      boolean unknown = thing != Thing.NONE && which == Which.UNKNOWN;
      return switch (need) {
        case NOTHING, NOT_SIGNED_IN, THE_LINK, SIGNED_IN -> done;
        case WORK_HERE -> who.ofClient() ? 403 : done;
        case BUILD -> who.seesAll() ? done : 403;
        case OWN -> who != Who.OWNER ? 403 : unknown ? 404 : done;
        case SEE -> knows(who, which) ? done : 404;
        case CHANGE -> !knows(who, which) ? 404 : owns(who, which) ? done : 403;
        case REMAKE -> !knows(who, which) ? 404 : who.seesAll() ? done : 403;
        case DECIDE -> !knows(who, which) ? 404 : decides(who) ? done : 403;
      };
    }

    /// Whether the thing is somebody's to know of.
    private boolean knows(Who who, Which which) {
      if (which == Which.UNKNOWN) {
        return false;
      }
      boolean norths = which == Which.NORTHS;
      boolean tool = thing == Thing.TOOL;
      return switch (who) {
        case NOBODY, SUSPENDED, OTHERS -> false;
        case OWNER, BUILDER, APPROVER -> true;
        case RUNNER -> !norths;
        case CLIENTS -> norths;
        case COLLEAGUE -> tool && norths;
      };
    }

    private static boolean owns(Who who, Which which) {
      return who.seesAll()
          || (who == Who.RUNNER && which == Which.HOUSES)
          || (who == Who.CLIENTS && which == Which.NORTHS);
    }

    private static boolean decides(Who who) {
      return who == Who.OWNER || who == Who.APPROVER;
    }

    boolean isPost() {
      return route.startsWith("POST ");
    }

    /// The address with its places filled.
    String path(String id) {
      return route
          .substring(route.indexOf(' ') + 1)
          .replace("{id}", id)
          .replace("{token}", id)
          .replace("{number}", "1")
          .replace("{trial}", "1")
          .replace("<path>", "css/app.css")
          .concat(query);
    }
  }

  private static Rule get(String path, Thing thing, Need need) {
    return new Rule("GET " + path, thing, need, 200, NO_FORM, false, "");
  }

  private static Rule post(String path, Thing thing, Need need, Map<String, String> form) {
    return new Rule("POST " + path, thing, need, 303, form, false, "");
  }
}
