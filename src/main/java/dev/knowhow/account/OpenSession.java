package dev.knowhow.account;

import java.time.Instant;

/// A session of a person, as the person sees it.
///
/// @param since when the person signed in
/// @param here whether it is the session in which the person looks
public record OpenSession(Browser browser, Instant since, boolean here) {}
