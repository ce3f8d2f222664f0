package dev.knowhow.eval;

import dev.knowhow.price.CostRange;
import java.util.Optional;

/// What a card says of a template beside its words.
///
/// @param examples how many examples it has
/// @param planted how many mistakes are planted in them
/// @param caught how many of them the right check caught
/// @param cost what a run on its examples is computed to cost; empty where no price is known
/// @param basis what that rests on, as a sentence
public record TemplateFigures(
    int examples, int planted, int caught, Optional<CostRange> cost, String basis) {}
