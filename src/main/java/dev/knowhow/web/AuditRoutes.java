package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditEntry;
import dev.knowhow.account.AuditFilter;
import dev.knowhow.account.AuditKind;
import dev.knowhow.account.AuditPage;
import dev.knowhow.account.AuditTrail;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Settings, Audit trail: who did what, to whom, and when; for owners.
final class AuditRoutes {
  private static final String AUDIT = "/settings/audit";

  private final House house;
  private final Words words;

  AuditRoutes(House house) {
    this.house = house;
    this.words = house.words();
  }

  List<Route> all() {
    return List.of(
        Route.get(
            AUDIT,
            Access.SIGNED_IN,
            "Who did what, to whom and when, 50 on a page (`?page=`); `?person=` and `?kind=` narrow it; for owners.",
            this::show),
        Route.get(
            AUDIT + ".csv",
            Access.SIGNED_IN,
            "All of it as a CSV file, the oldest first; narrowed in the same way; for owners.",
            this::export));
  }

  private AuditTrail trail() {
    return house.rooms().accounts().audit();
  }

  private ZoneId zone() {
    return house.rooms().accounts().workspace().zone();
  }

  private void show(Visit visit) {
    visit.actor().mustOwn(words.of("audit.doing"));
    AuditFilter filter = filter(visit);
    String typed = visit.query("page");
    int number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
    AuditPage some = trail().page(visit.actor(), filter, number);
    AuditNames names = new AuditNames(house, visit.actor());
    visit.show("settings/audit", page(visit, filter, some, names));
  }

  private AuditTrailPage page(Visit visit, AuditFilter filter, AuditPage some, AuditNames names) {
    int before = some.number() - 1;
    int after = some.number() + 1;
    return new AuditTrailPage(
        visit.frame(words.of("audit.title"), "people"),
        people(visit.actor(), filter, names),
        kinds(filter),
        !filter.equals(AuditFilter.ALL),
        some.entries().stream().map(entry -> line(entry, names)).toList(),
        counted(some),
        before < 1 ? Optional.empty() : Optional.of(AUDIT + query(filter, before)),
        after > some.of() ? Optional.empty() : Optional.of(AUDIT + query(filter, after)),
        AUDIT + ".csv" + query(filter, 0));
  }

  private String counted(AuditPage some) {
    if (some.of() == 1) {
      return words.count("audit.counted", some.all());
    }
    long first = (some.number() - 1L) * AuditTrail.PAGE + 1;
    return words.of(
        "audit.range",
        Numbers.grouped(first),
        Numbers.grouped(first + some.entries().size() - 1),
        Numbers.grouped(some.all()));
  }

  private AuditTrailPage.Line line(AuditEntry entry, AuditNames names) {
    return new AuditTrailPage.Line(
        Dates.moment(entry.at(), zone()),
        entry.personName(),
        entry.what(),
        kind(entry.kind()),
        names.on(entry),
        names.link(entry));
  }

  private String kind(AuditKind kind) {
    return words.of("audit.kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  /// Everybody who is here or did something once, by name.
  private List<Control.Choice> people(Actor owner, AuditFilter filter, AuditNames names) {
    Map<String, String> all = new HashMap<>(trail().people(owner));
    all.putAll(names.members());
    String chosen = filter.personId().orElse("");
    List<Control.Choice> choices = new ArrayList<>();
    choices.add(new Control.Choice("", words.of("audit.everybody"), "", chosen.isEmpty()));
    all.entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByValue(String.CASE_INSENSITIVE_ORDER))
        .map(one ->
            new Control.Choice(one.getKey(), one.getValue(), "", one.getKey().equals(chosen)))
        .forEach(choices::add);
    return choices;
  }

  private List<Control.Choice> kinds(AuditFilter filter) {
    List<Control.Choice> choices = new ArrayList<>();
    choices.add(new Control.Choice("", words.of("audit.everything"), "", filter.kind().isEmpty()));
    for (AuditKind kind : AuditKind.values()) {
      boolean chosen = filter.kind().equals(Optional.of(kind));
      choices.add(new Control.Choice(kind.name(), kind(kind), "", chosen));
    }
    return choices;
  }

  /// What the address asks for; a kind that is none asks for all.
  private static AuditFilter filter(Visit visit) {
    String person = visit.query("person");
    String kind = visit.query("kind");
    return new AuditFilter(
        Optional.of(person).filter(one -> !one.isEmpty()),
        Arrays.stream(AuditKind.values()).filter(one -> one.name().equals(kind)).findFirst());
  }

  private static String query(AuditFilter filter, int page) {
    List<String> parts = new ArrayList<>();
    filter
        .personId()
        .ifPresent(id -> parts.add("person=" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
    filter.kind().ifPresent(kind -> parts.add("kind=" + kind.name()));
    if (page > 1) {
      parts.add("page=" + page);
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private void export(Visit visit) throws IOException {
    visit.actor().mustOwn(words.of("audit.doing"));
    AuditNames names = new AuditNames(house, visit.actor());
    ZoneId zone = zone();
    visit.context().contentType("text/csv;charset=utf-8");
    visit.context().header("Content-Disposition", "attachment; filename=\"audit-trail.csv\"");
    Writer out = new OutputStreamWriter(visit.context().outputStream(), StandardCharsets.UTF_8);
    out.write(Csv.FOR_SPREADSHEETS);
    out.write(
        Csv.line(
            words.of("audit.when"),
            words.of("audit.who"),
            words.of("audit.what"),
            words.of("audit.on"),
            words.of("audit.kind")));
    trail().each(visit.actor(), filter(visit), entry -> write(out, row(entry, names, zone)));
    out.flush();
  }

  private String row(AuditEntry entry, AuditNames names, ZoneId zone) {
    String when =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            entry.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    return Csv.line(when, entry.personName(), entry.what(), names.on(entry), kind(entry.kind()));
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
