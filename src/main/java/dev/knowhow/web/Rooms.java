package dev.knowhow.web;

import dev.knowhow.account.Accounts;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.model.Connections;
import dev.knowhow.model.Models;
import java.util.function.Supplier;

/// The doors of the rooms that the pages ask.
///
/// @param health says how the parts of this server are, at each call anew
public record Rooms(
    Accounts accounts,
    Ledger ledger,
    Connections connections,
    Models models,
    Supplier<Health> health) {}
