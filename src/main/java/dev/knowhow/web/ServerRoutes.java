package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What belongs to no page: health, files, and the page of patterns in development.
final class ServerRoutes {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final House house;

  ServerRoutes(House house) {
    this.house = house;
  }

  List<Route> all() {
    Stream<Route> always =
        Stream.of(
            Route.get(
                "/head",
                Access.SIGNED_IN,
                "What changes in the head of a page that stays open: the month's meter, and how many reviews wait.",
                this::head),
            Route.get(
                "/health",
                Access.ANYBODY,
                "Version, database and sandbox as JSON; 503 when one can't work.",
                this::health),
            Route.get(
                "/static/<path>",
                Access.ANYBODY,
                "Style sheet, scripts, fonts and icons.",
                this::file));
    Stream<Route> development =
        house.settings().development()
            ? Stream.of(
                Route.get(
                    "/patterns",
                    Access.ANYBODY,
                    "Every part of the pages; only in development.",
                    this::patterns))
            : Stream.empty();
    return Stream.concat(always, development).toList();
  }

  private void head(Visit visit) {
    visit.showPart("parts/head", "all", new HeadPart(house.visitor(visit.actor())));
  }

  private void health(Visit visit) {
    Health health = house.rooms().health().get();
    Context context = visit.context();
    context.status(health.well() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    context.contentType("application/json");
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("status", Value.text(health.well() ? "ok" : "not ready"));
    said.put("version", Value.text(house.settings().version()));
    said.put("database", Value.text(health.database() ? "ok" : "not reachable"));
    said.put("workers", Value.text(health.workers()));
    context.result(ValueJson.print(Value.fields(said)) + "\n");
  }

  private void file(Visit visit) {
    Assets.Found found =
        house
            .assets()
            .find(visit.part("path"))
            .orElseThrow(() ->
                Problem.of(
                    Problem.Kind.NOT_FOUND,
                    house.words().of("problem.notFound"),
                    house.words().of("problem.notFound.hint")));
    Context context = visit.context();
    context.header("Cache-Control", found.exact() ? FOR_EVER : "no-cache");
    context.contentType(found.asset().type());
    context.result(found.asset().bytes());
  }

  private void patterns(Visit visit) {
    visit.show("patterns", Patterns.page(visit.frame("Patterns", "tools")));
  }
}
