package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.gallery.Templates;
import dev.knowhow.ledger.MonthSpend;
import dev.knowhow.ledger.ToolSpend;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.ToolRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Home: the tools and the templates to start from.
final class HomeRoutes {
  private static final String NONE = "–";
  private static final int LONGEST_QUERY = 100;

  private final House house;
  private final Words words;

  HomeRoutes(House house) {
    this.house = house;
    this.words = house.words();
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/",
            Access.SIGNED_IN,
            "Home: tools, spending, templates; `?q=` searches templates.",
            this::show),
        Route.post(
            "/tools",
            Access.SIGNED_IN,
            "Makes a tool of a template and opens it with an example.",
            this::add));
  }

  private void show(Visit visit) {
    Actor actor = visit.actor();
    String typed = visit.query("q").strip();
    String query = typed.substring(0, Math.min(typed.length(), LONGEST_QUERY));
    Templates templates = house.rooms().templates();
    String trade = house.trade();
    Cards cards = new Cards(house);
    boolean builds = actor.role() != Role.RUNNER;
    boolean searched = !query.isEmpty();
    visit.show(
        "home",
        new HomePage(
            visit.frame(words.of("home.title"), "tools"),
            words.of("home.greeting", firstName(actor)),
            actor.clientId().isEmpty() ? figures() : Optional.empty(),
            tools(actor),
            builds
                ? cards.of(searched ? templates.search(query) : ownFirst(templates.list(), trade))
                : List.of(),
            query,
            builds,
            builds && house.rooms().connections().tiers().isEmpty()));
  }

  /// All templates, those of the workspace's trade first.
  private static List<dev.knowhow.gallery.TemplateCard> ownFirst(
      List<dev.knowhow.gallery.TemplateCard> all, String trade) {
    return all.stream().sorted(Comparator.comparing(one -> !one.vertical().equals(trade))).toList();
  }

  private static String firstName(Actor actor) {
    int space = actor.name().indexOf(' ');
    boolean title = space > 0 && actor.name().charAt(space - 1) == '.';
    return space < 0 || title ? actor.name() : actor.name().substring(0, space);
  }

  private List<HomePage.ToolLine> tools(Actor actor) {
    Map<String, ToolSpend> spends =
        house.rooms().ledger().toolsThisMonth().stream()
            .collect(Collectors.toMap(ToolSpend::toolId, spend -> spend));
    return house.rooms().tools().list(actor).stream()
        .map(tool -> line(tool, Optional.ofNullable(spends.get(tool.id()))))
        .toList();
  }

  private static HomePage.ToolLine line(ToolRow tool, Optional<ToolSpend> spend) {
    return new HomePage.ToolLine(
        tool.id(),
        tool.house(),
        tool.name(),
        tool.about(),
        spend.map(one -> Numbers.grouped(one.runs())).orElse(NONE),
        spend.map(one -> one.spent().shown()).orElse(NONE),
        spend.map(one -> one.average().shown()).orElse(NONE));
  }

  /// The month so far, from the first charge on: runs with sample answers cost nothing and count
  /// nowhere.
  private Optional<HomePage.Figures> figures() {
    List<ToolSpend> spends = house.rooms().ledger().toolsThisMonth();
    long runs = spends.stream().mapToLong(ToolSpend::runs).sum();
    if (runs == 0) {
      return Optional.empty();
    }
    Money spent = spends.stream().map(ToolSpend::spent).reduce(Money.ZERO, Money::plus);
    MonthSpend month = house.rooms().ledger().thisMonth();
    return Optional.of(
        new HomePage.Figures(
            month.spent().shown(),
            Numbers.grouped(runs),
            new ToolSpend("", runs, spent).average().shown(),
            house.month()));
  }

  private void add(Visit visit) {
    String path = visit.sent("template");
    int slash = path.indexOf('/');
    if (slash < 0) {
      throw Problem.of(
          Problem.Kind.NOT_FOUND, words.of("home.noTemplate"), words.of("home.noTemplate.hint"));
    }
    Templates templates = house.rooms().templates();
    var definition = templates.definition(path.substring(0, slash), path.substring(slash + 1));
    String id = house.rooms().tools().add(visit.actor(), definition.files(), path);
    String example =
        definition.examples().isEmpty() ? "" : "?example=" + definition.examples().getFirst().id();
    visit.leadTo("/tools/" + id + example);
  }
}
