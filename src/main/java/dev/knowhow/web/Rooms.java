package dev.knowhow.web;

import dev.knowhow.account.Accounts;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.price.Prices;
import java.util.function.Supplier;

/// The doors of the rooms that the pages ask.
///
/// @param health says how the parts of this server are, at each call anew
public record Rooms(Accounts accounts, Ledger ledger, Prices prices, Supplier<Health> health) {}
