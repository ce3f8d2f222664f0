package dev.knowhow.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// Money set aside for one call, until the call is settled.
///
/// @param id the reservation's id, which its charge takes over
/// @param request the call it was made for
/// @param month the month of the workspace whose budget holds it
/// @param madeAt when it was made
/// @param clientId the client whose budget holds it too, if any
public record Reservation(
    String id,
    ReserveRequest request,
    YearMonth month,
    Instant madeAt,
    Optional<String> clientId) {}
