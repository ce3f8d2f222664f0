package dev.knowhow.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/// Cuts a JSON Schema to the part of the language that providers hold their models to.
///
/// What is left out (lengths, ranges, counts, patterns) is checked on the answer anyway and stands
/// in the prompt in words. A schema that still is beyond a provider is not sent.
final class SchemaFit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEPT =
      Set.of(
          "type",
          "description",
          "enum",
          "const",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf");
  private static final int MOST_UNIONS = 16;

  private int unions;
  private boolean allRequired = true;

  private SchemaFit() {}

  /// A schema that fits.
  ///
  /// @param allRequired whether every property must be there, which OpenAI's strict mode asks for
  record Fit(JsonNode schema, boolean allRequired, int unions) {
    /// Whether Anthropic takes it: it bounds the number of unions.
    boolean fewUnions() {
      return unions <= MOST_UNIONS;
    }
  }

  /// Fits a schema, or nothing if it is not that of an object.
  static Optional<Fit> fit(String jsonSchema) {
    try {
      JsonNode schema = JSON.readTree(jsonSchema);
      if (!schema.path("type").asText().equals("object")) {
        return Optional.empty();
      }
      SchemaFit fit = new SchemaFit();
      JsonNode kept = fit.kept(schema);
      return Optional.of(new Fit(kept, fit.allRequired, fit.unions));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the shape of an answer is not JSON", e);
    }
  }

  private JsonNode kept(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (var field : schema.properties()) {
      if (KEPT.contains(field.getKey())) {
        kept.set(field.getKey(), keptValue(field.getKey(), field.getValue()));
      }
    }
    if (schema.path("type").isArray() || schema.has("anyOf")) {
      unions++;
    }
    if (schema.path("properties").isObject()) {
      kept.put("additionalProperties", false);
      allRequired &= schema.path("required").size() == schema.path("properties").size();
    }
    return kept;
  }

  private JsonNode keptValue(String key, JsonNode value) {
    return switch (key) {
      case "properties" -> {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(p -> properties.set(p.getKey(), kept(p.getValue())));
        yield properties;
      }
      case "anyOf" -> {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        value.forEach(choice -> choices.add(kept(choice)));
        yield choices;
      }
      case "items" -> kept(value);
      default -> value;
    };
  }
}
