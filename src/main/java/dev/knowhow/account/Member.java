package dev.knowhow.account;

import java.time.Instant;
import java.util.Optional;

/// A person of this installation, as owners see one.
///
/// @param email the address the person signs in with
/// @param since when the account was made
/// @param suspended since when the person may not come in, if so
public record Member(
    String id,
    String name,
    String email,
    Rights rights,
    Instant since,
    Optional<Instant> suspended) {}
