package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.gallery.Trade;
import dev.knowhow.ledger.MonthSpend;
import java.util.List;

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
    return new Frame.Visitor(person.name(), rooms.accounts().workspace().name(), month());
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
