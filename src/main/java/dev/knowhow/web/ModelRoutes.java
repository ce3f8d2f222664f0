package dev.knowhow.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.account.Role;
import dev.knowhow.model.Connection;
import dev.knowhow.model.Connections;
import dev.knowhow.model.Models;
import dev.knowhow.model.Tested;
import dev.knowhow.model.TierModel;
import dev.knowhow.price.Bucket;
import dev.knowhow.price.Price;
import dev.knowhow.problem.Problem;
import dev.knowhow.value.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings, Models: connect, test, choose what each tier means, see the prices.
final class ModelRoutes {
  private static final char BETWEEN = ' ';

  private final Connections connections;
  private final Models models;
  private final Words words;
  private final Cache<String, ModelsPage.Test> tests =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofMinutes(30)).build();

  ModelRoutes(House house) {
    this.connections = house.rooms().connections();
    this.models = house.rooms().models();
    this.words = house.words();
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/settings/models",
            Access.SIGNED_IN,
            "The connections to models, the tiers, the prices.",
            this::show),
        Route.get(
            "/settings/models/help",
            Access.SIGNED_IN,
            "How to get a key, step by step.",
            this::help),
        Route.post("/settings/models", Access.SIGNED_IN, "Connects a model.", this::connect),
        Route.post(
            "/settings/models/tiers",
            Access.SIGNED_IN,
            "Says which model each tier means.",
            this::chooseTiers),
        Route.post(
            "/settings/models/{id}/test",
            Access.SIGNED_IN,
            "Asks a connection one tiny question and says what it cost.",
            this::test),
        Route.post(
            "/settings/models/{id}/key",
            Access.SIGNED_IN,
            "Puts another key in place.",
            this::changeKey),
        Route.post(
            "/settings/models/{id}/remove",
            Access.SIGNED_IN,
            "Forgets a connection and its key.",
            this::remove));
  }

  private void show(Visit visit) {
    visit.actor().mustWorkHere("see the models");
    visit.show("settings/models", page(visit, NewModel.NONE, ""));
  }

  private void help(Visit visit) {
    visit.actor().mustWorkHere("see the models");
    visit.show("settings/models-help", new HelpPage(visit.frame(words.of("help.title"), "models")));
  }

  private void connect(Visit visit) {
    NewModel wanted = NewModel.sent(visit);
    try {
      connections.add(visit.actor(), wanted.wanted(words));
      visit.leadTo("/settings/models?said=connected");
    } catch (Problem problem) {
      faulty(visit, wanted, problem);
    }
  }

  private void chooseTiers(Visit visit) {
    try {
      for (Tier tier : Tier.values()) {
        String sent = visit.sent("tier-" + tier.words());
        int between = sent.indexOf(BETWEEN);
        if (between > 0) {
          connections.setTier(
              visit.actor(), tier, sent.substring(0, between), sent.substring(between + 1));
        }
      }
      visit.leadTo("/settings/models?said=saved");
    } catch (Problem problem) {
      faulty(visit, NewModel.NONE, problem);
    }
  }

  private void test(Visit visit) {
    String id = visit.part("id");
    Tested tested = models.test(visit.actor(), id);
    ModelsPage.Test test =
        switch (tested) {
          case Tested.Works works ->
              new ModelsPage.Test(
                  true,
                  words.of(
                      "models.works",
                      works.model(),
                      works.cost().shown(),
                      Numbers.took(works.took())));
          case Tested.Fails(Problem problem) ->
              new ModelsPage.Test(false, Visit.sentence(problem.what(), problem.hint()));
        };
    tests.put(id, test);
    visit.leadTo("/settings/models");
  }

  private void changeKey(Visit visit) {
    try {
      connections.changeKey(visit.actor(), visit.part("id"), visit.sent("key"));
      tests.invalidate(visit.part("id"));
      visit.leadTo("/settings/models?said=saved");
    } catch (Problem problem) {
      faulty(visit, NewModel.NONE, problem);
    }
  }

  private void remove(Visit visit) {
    connections.remove(visit.actor(), visit.part("id"));
    visit.leadTo("/settings/models?said=disconnected");
  }

  private void faulty(Visit visit, NewModel typed, Problem problem) {
    visit.actor().mustWorkHere("see the models");
    visit.context().status(ProblemPage.status(problem.kind()));
    visit.show(
        "settings/models", page(visit, typed, Visit.sentence(problem.what(), problem.hint())));
  }

  private ModelsPage page(Visit visit, NewModel typed, String problem) {
    List<Connection> all = connections.list();
    return new ModelsPage(
        visit.frame(words.of("models.title"), "models"),
        visit.actor().role() == Role.OWNER,
        all.stream().map(this::connected).toList(),
        all.isEmpty() ? List.of() : tiers(all),
        all.stream()
            .flatMap(one -> connections.priced(one).stream().map(price -> row(one, price)))
            .toList(),
        typed.fields(words),
        problem,
        typed.way());
  }

  private ModelsPage.Connected connected(Connection one) {
    return new ModelsPage.Connected(
        one.id(),
        one.name(),
        one.place(),
        words.of(one.hasKey() ? "models.hasKey" : "models.noKey"),
        !connections.priced(one).isEmpty(),
        Optional.ofNullable(tests.getIfPresent(one.id())));
  }

  private List<Field> tiers(List<Connection> all) {
    Map<Tier, TierModel> set = connections.tiers();
    List<Field> fields = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      TierModel means = set.get(tier);
      String now = means == null ? "" : means.connectionId() + BETWEEN + means.model();
      List<Control.Choice> choices = new ArrayList<>();
      if (means == null) {
        choices.add(new Control.Choice("", words.of("models.tier.none"), "", true));
      }
      for (Connection one : all) {
        connections.priced(one).forEach(price -> choices.add(choice(one, price, now)));
      }
      fields.add(
          new Field(
              "tier-" + tier.words(),
              words.of("models.tier." + tier.words()),
              words.of("models.tier." + tier.words() + ".help"),
              true,
              false,
              Optional.empty(),
              new Control.Menu(choices)));
    }
    return fields;
  }

  private Control.Choice choice(Connection one, Price price, String now) {
    String value = one.id() + BETWEEN + price.model().model();
    String label =
        words.of(
            "models.tier.option",
            price.model().model(),
            one.name(),
            rate(price, Bucket.FRESH_INPUT),
            rate(price, Bucket.VISIBLE_OUTPUT));
    return new Control.Choice(value, label, "", value.equals(now));
  }

  private ModelsPage.PriceRow row(Connection one, Price price) {
    return new ModelsPage.PriceRow(
        price.model().model(),
        one.name(),
        rate(price, Bucket.FRESH_INPUT),
        rate(price, Bucket.CACHE_READ),
        rate(price, Bucket.VISIBLE_OUTPUT),
        price.source(),
        Dates.day(price.checkedOn()));
  }

  private static String rate(Price price, Bucket bucket) {
    return price.rates().perMillion(bucket).shown();
  }
}
