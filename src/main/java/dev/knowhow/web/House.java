package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.gallery.Trade;
import dev.knowhow.ledger.MonthSpend;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// What every route has at hand: the rooms below, the pages and their words.
record House(
    Rooms rooms,
    WebSettings settings,
    Pages pages,
    Words words,
    Assets assets,
    KeptDocuments kept) {

  /// The trades that a person may choose.
  List<Trade> trades() {
    return rooms.templates().trades();
  }

  /// The trade whose colour pages wear that belong to no tool.
  String trade() {
    return rooms.accounts().hasOwner() ? rooms.accounts().workspace().trade() : "dental";
  }

  /// A person as the head of the pages shows them.
  Frame.Visitor visitor(Actor person) {
    int waiting = rooms.runs().waitingFor(person);
    return new Frame.Visitor(
        person.name(),
        rooms.accounts().workspace().name(),
        month(person),
        person.role() == Role.OWNER,
        person.clientId().isEmpty(),
        waiting == 0 ? "" : Numbers.grouped(waiting));
  }

  /// Where the month's budget stands that a person may see: the workspace's, or that of the client
  /// the person belongs to if it has one.
  Optional<Meter> month(Actor person) {
    return person
        .clientId()
        .map(client -> new ClientPages(this).meter(rooms.ledger().clientThisMonth(client)))
        .orElseGet(() -> Optional.of(month()));
  }

  /// The address under which people reach this server.
  String address(Context context) {
    return settings
        .publicUrl()
        .map(url -> url.toString().replaceAll("/+$", ""))
        .orElseGet(() -> context.scheme() + "://" + context.host());
  }

  /// Where the month's budget stands.
  Meter month() {
    MonthSpend month = rooms.ledger().thisMonth();
    return Meter.of(
        words.of("meter.month", month.spent().shown(), month.cap().shown()),
        month.spent().picos(),
        month.held().picos(),
        month.cap().picos());
  }
}
