package dev.knowhow.run;

import dev.knowhow.price.Money;
import java.time.Instant;
import java.util.Optional;

/// One run in a list of runs.
public record RunRow(
    String id,
    String toolId,
    String toolName,
    int version,
    RunState state,
    Optional<String> sample,
    Instant startedAt,
    Money cost) {}
