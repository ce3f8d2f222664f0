package dev.knowhow.account;

import java.time.Instant;
import java.util.Optional;

/// A customer or an office of whoever runs this installation: runners, tools and a budget may
/// belong to it, and its runners see nothing else.
///
/// @param closed when it was closed, if so: its people don't come in any more
public record Client(String id, String name, Instant since, Optional<Instant> closed) {}
