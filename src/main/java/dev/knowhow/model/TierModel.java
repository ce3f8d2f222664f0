package dev.knowhow.model;

/// The model that a tier is set to.
///
/// @param connectionId the connection it is asked through
/// @param model its name as the provider spells it
public record TierModel(String connectionId, String model) {}
