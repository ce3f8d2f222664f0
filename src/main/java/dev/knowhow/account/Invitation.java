package dev.knowhow.account;

import java.time.Instant;

/// A link with which one person makes an account; it works once, until it expires or is revoked.
///
/// @param whom who it is for, in the words of the person who invited
/// @param rights what the person will be allowed to do
/// @param invitedBy the name of the person who invited
public record Invitation(
    String id, String whom, Rights rights, String invitedBy, Instant at, Instant expires) {}
