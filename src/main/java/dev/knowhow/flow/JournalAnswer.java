package dev.knowhow.flow;

import dev.knowhow.value.Value;

/// The answer to a [FlowCall] as the journal keeps it; their order is the order of arrival.
///
/// @param number the number of the call
/// @param name the name of the call
/// @param argumentsHash the hash of the arguments that the call had
/// @param answer for `ask` fields with `value`, or with `bad`: the reasons why the answer does not
///   fit; for `lookUp` the passages; for `now` the instant as ISO text
public record JournalAnswer(int number, String name, String argumentsHash, Value answer) {}
