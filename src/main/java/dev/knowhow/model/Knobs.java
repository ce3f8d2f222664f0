package dev.knowhow.model;

import java.util.Optional;

/// The settings of one request beside its text.
///
/// @param model the model's name as its provider spells it
/// @param maxTokens the most tokens that may come back, thinking included
/// @param effort the level of effort, where the model takes one
/// @param structured whether to hold the model to the prompt's shape, where it has one
/// @param leastCached the fewest tokens of a prefix that are worth a cache mark, or 0 for no marks
record Knobs(
    String model, int maxTokens, Optional<String> effort, boolean structured, int leastCached) {}
