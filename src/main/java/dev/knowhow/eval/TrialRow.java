package dev.knowhow.eval;

import dev.knowhow.price.Money;
import java.time.Instant;
import java.util.Optional;

/// One trial in a list of trials.
///
/// @param done how many cells have their outcome
/// @param of how many there are
/// @param spent what it cost so far
public record TrialRow(
    String id,
    String about,
    TrialState state,
    String startedBy,
    Instant startedAt,
    Optional<Instant> endedAt,
    int done,
    int of,
    Money spent) {}
