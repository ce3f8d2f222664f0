package dev.knowhow.flow;

import dev.knowhow.value.Value;

/// Something that a flow wants from outside and waits for.
///
/// @param number the call's place among all calls of its run, counted from 1; the same in every
///   slice of the run
/// @param name what is wanted: `ask`, `lookUp` or `now`
/// @param step the id of the step that wants it, and empty for a call outside any step
/// @param lane the row that the step works on, such as `reviewed[2]`, and empty outside loops
/// @param arguments what is given with the call, as plain data
/// @param argumentsHash the SHA-256 of the arguments in lower-case hex, to be kept in the journal
public record FlowCall(
    int number,
    String name,
    String step,
    String lane,
    Value.Fields arguments,
    String argumentsHash) {}
