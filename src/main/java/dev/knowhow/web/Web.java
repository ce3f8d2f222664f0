package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server that people's browsers talk to.
///
/// Every request takes the same way: how often and how large, then who, then the form's token, then
/// the route. What a route throws becomes a page here and nowhere else. Thread-safe.
public final class Web implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Web.class);
  private static final int LONGEST_HEADERS = 16 * 1024;
  private static final int MOST_FORM_FIELDS = 2_000;
  private static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Javalin server;
  private final House house;
  private final Guard guard;
  private final Cookies cookies;

  private Web(Rooms rooms, WebSettings settings) {
    Words words = Words.english();
    Assets assets = new Assets();
    this.house =
        new House(rooms, settings, new Pages(assets, words), words, assets, new KeptDocuments());
    this.guard = new Guard(settings, words);
    this.cookies = new Cookies(settings.secure());
    this.server = Javalin.create(this::configure);
  }

  /// Starts to answer.
  public static Web start(Rooms rooms, WebSettings settings) {
    Web web = new Web(rooms, settings);
    web.server.start(settings.bind(), settings.port());
    return web;
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  /// Stops to answer; requests under way may end.
  @Override
  public void close() {
    server.stop();
  }

  private void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = ToolRoutes.LARGEST_FORM;
    config.jetty.multipartConfig.maxFileSize(ToolRoutes.LARGEST_FORM, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(ToolRoutes.LARGEST_FORM, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(http -> {
      http.setRequestHeaderSize(LONGEST_HEADERS);
      http.setSendServerVersion(false);
    });
    config.jetty.modifyServletContextHandler(context -> {
      context.setMaxFormKeys(MOST_FORM_FIELDS);
      context.setMaxFormContentSize((int) ToolRoutes.LARGEST_FORM);
    });
    config.routes.before(this::greet);
    for (Route route : routes(house, cookies)) {
      config.routes.addHttpHandler(route.method(), route.path(), context -> take(context, route));
    }
    config.routes.exception(Problem.class, this::say);
    config.routes.exception(HttpResponseException.class, this::sayMissing);
    config.routes.exception(Exception.class, this::sayBug);
  }

  /// All routes of the server.
  static List<Route> routes(House house, Cookies cookies) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new WelcomeRoutes(house, cookies).all());
    routes.addAll(new SignInRoutes(house, cookies).all());
    routes.addAll(new InvitationRoutes(house, cookies).all());
    routes.addAll(new HomeRoutes(house).all());
    routes.addAll(new ToolRoutes(house).all());
    routes.addAll(new BuildRoutes(house).all());
    routes.addAll(new VersionRoutes(house).all());
    routes.addAll(new TransferRoutes(house).all());
    routes.addAll(new ExampleRoutes(house).all());
    routes.addAll(new TrialRoutes(house).all());
    routes.addAll(new RunRoutes(house).all());
    routes.addAll(new RemakeRoutes(house).all());
    routes.addAll(new ReviewRoutes(house).all());
    routes.addAll(new BudgetRoutes(house).all());
    routes.addAll(new ModelRoutes(house).all());
    routes.addAll(new PeopleRoutes(house).all());
    routes.addAll(new AuditRoutes(house).all());
    routes.addAll(new AccountRoutes(house, cookies).all());
    routes.addAll(new ClientRoutes(house).all());
    routes.addAll(new ServerRoutes(house).all());
    return routes;
  }

  private void greet(Context context) {
    context.header("Content-Security-Policy", CONTENT_SECURITY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.header("Cache-Control", "no-store");
    if (house.settings().secure()) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    guard.checkRate(context);
  }

  private void take(Context context, Route route) throws Exception {
    guard.checkSize(context, route);
    Optional<Actor> actor = actor(context);
    if (route.access() == Access.SIGNED_IN && actor.isEmpty()) {
      leadIn(context, route);
      return;
    }
    if (route.access() == Access.NOT_SIGNED_IN && actor.isPresent()) {
      context.redirect("/", HttpStatus.SEE_OTHER);
      return;
    }
    String token = route.access() == Access.ANYBODY ? "" : cookies.formToken(context);
    if (route.method().equals(HandlerType.POST)) {
      guard.checkForm(context);
      if (!Guard.hasToken(context, token)) {
        refuseStale(context, route, new Visit(context, house, actor, token));
        return;
      }
    }
    route.handling().answer(new Visit(context, house, actor, token));
  }

  private Optional<Actor> actor(Context context) {
    return Cookies.session(context).flatMap(house.rooms().accounts()::bySession);
  }

  private void leadIn(Context context, Route route) {
    Words words = house.words();
    if (byScript(context)) {
      throw Problem.of(
          Problem.Kind.NOT_SIGNED_IN,
          words.of("problem.signedOut"),
          words.of("problem.signedOut.hint"));
    }
    if (carries(context, route)) {
      guard.checkForm(context);
      context.status(HttpStatus.UNAUTHORIZED);
      String token = cookies.formToken(context);
      Visit visit = new Visit(context, house, Optional.empty(), token);
      visit.show("again", AgainPage.signedOut(visit, words, token));
      return;
    }
    String way = house.rooms().accounts().hasOwner() ? "/sign-in" : "/welcome";
    context.redirect(way, HttpStatus.SEE_OTHER);
  }

  /// A form whose token is not of this session is not taken; one of ours is offered again.
  private void refuseStale(Context context, Route route, Visit visit) {
    Words words = house.words();
    if (byScript(context) || !carries(context, route)) {
      throw Problem.of(
          Problem.Kind.NOT_ALLOWED, words.of("problem.stale"), words.of("problem.stale.hint"));
    }
    context.status(HttpStatus.FORBIDDEN);
    visit.show("again", AgainPage.stale(visit, words, cookies.formToken(context)));
  }

  /// Whether what a person typed would be lost, and the form is surely one of ours.
  private boolean carries(Context context, Route route) {
    return route.largest() == ToolRoutes.LARGEST_FORM
        && route.method().equals(HandlerType.POST)
        && guard.fromOurPage(context);
  }

  private static boolean byScript(Context context) {
    String mode = context.header("Sec-Fetch-Mode");
    return mode != null && !mode.equals("navigate");
  }

  private void say(Problem problem, Context context) {
    context.status(ProblemPage.status(problem.kind()));
    List<String> faults = problem.faults().stream().map(Fault::toString).toList();
    String hint = faults.isEmpty() ? problem.hint() : "";
    if (problem.getCause() != null) {
      LOG.warn(
          "{} {}: {}", context.method(), LoggedPath.of(context), problem.getMessage(), problem);
    }
    show(context, problem.what(), hint, faults, "");
  }

  private void sayMissing(HttpResponseException wrong, Context context) {
    context.status(wrong.getStatus());
    boolean missing = wrong.getStatus() == HttpStatus.NOT_FOUND.getCode();
    String key = missing ? "problem.notFound" : "problem.notUnderstood";
    show(context, house.words().of(key), house.words().of(key + ".hint"), List.of(), "");
  }

  private void sayBug(Exception bug, Context context) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} {} [{}]", context.method(), LoggedPath.of(context), reference, bug);
    context.status(HttpStatus.INTERNAL_SERVER_ERROR);
    Words words = house.words();
    show(context, words.of("problem.bug"), words.of("problem.bug.hint"), List.of(), reference);
  }

  private void show(
      Context context, String what, String hint, List<String> faults, String reference) {
    if (byScript(context)) {
      context.contentType("text/plain;charset=utf-8");
      context.result(Visit.sentence(what, hint));
      return;
    }
    Frame bare =
        new Frame(what, "", "dental", "", Optional.empty(), List.of(), false, Optional.empty());
    context.html(
        house.pages().html("problem", new ProblemPage(bare, what, hint, faults, reference)));
  }
}
