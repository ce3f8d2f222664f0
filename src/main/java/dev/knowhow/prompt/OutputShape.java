package dev.knowhow.prompt;

/// The shape an answer must have.
///
/// @param jsonSchema the canonical JSON Schema, for providers that hold a model to one
/// @param instructions the same in words, which become a segment of the prompt
public record OutputShape(String jsonSchema, String instructions) {}
