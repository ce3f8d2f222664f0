package dev.knowhow.ledger;

/// What the end of a reservation changes in every total above it, in picodollars.
///
/// @param held what was set aside and is let go
/// @param spent what is charged instead
/// @param unknown how much of that is only the most it can have been
record Ended(long held, long spent, long unknown) {}
