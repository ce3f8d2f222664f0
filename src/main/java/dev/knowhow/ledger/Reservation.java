package dev.knowhow.ledger;

import java.time.Instant;
import java.time.YearMonth;

/// Money set aside for one call, until the call is settled.
///
/// @param id the reservation's id, which its charge takes over
/// @param request the call it was made for
/// @param month the month of the workspace whose budget holds it
/// @param madeAt when it was made
public record Reservation(String id, ReserveRequest request, YearMonth month, Instant madeAt) {}
