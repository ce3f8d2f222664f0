package dev.knowhow.tool;

import dev.knowhow.value.Value;

/// A field that the runner fills in.
///
/// @param name the name in formulas and prompts
/// @param label the words beside the field
/// @param type allows "not stated" where the input is not required
/// @param initial what the form starts with; not stated where it starts empty
/// @param help a sentence below the field, or empty
public record Input(
    String name, String label, Type type, boolean required, Value initial, String help) {}
