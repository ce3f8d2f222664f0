package dev.knowhow.account;

import java.time.Instant;

/// What may be shown of a sealed secret.
///
/// @param name the name it is kept under
/// @param host the only host it may be sent to
/// @param hint its last four characters, or empty where it is too short to show any
/// @param sealedAt when it was saved
public record SealedSecret(String name, String host, String hint, Instant sealedAt) {}
