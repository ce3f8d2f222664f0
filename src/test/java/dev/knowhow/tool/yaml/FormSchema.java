package dev.knowhow.tool.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a [Form] as a JSON Schema (draft 2020-12), so that editors help an author while typing.
///
/// Editors give YAML's `3` and `yes` to a schema as a number and a truth, so the schema takes those
/// beside the texts that they are here.
public final class FormSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> defined = new TreeMap<>();

  private FormSchema() {}

  /// The schema of a file, indented.
  public static String of(String title, Form form) {
    FormSchema schema = new FormSchema();
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", title);
    root.setAll(schema.schema(form));
    if (!schema.defined.isEmpty()) {
      root.putObject("$defs").setAll(schema.defined);
    }
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode schema(Form form) {
    return switch (form) {
      case Form.Prose(String wanted) ->
          typed("string", "number", "boolean").put("minLength", 1).put("description", wanted);
      case Form.Matching(String pattern, String wanted) ->
          typed("string", "integer").put("pattern", whole(pattern)).put("description", wanted);
      case Form.Word(List<String> words) -> word(words);
      case Form.ListOf list -> {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", schema(list.item()));
        yield schema.put("minItems", list.atLeast()).put("maxItems", list.atMost());
      }
      case Form.Named named -> {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putObject("propertyNames").put("pattern", whole(named.names().pattern()));
        schema.set("additionalProperties", schema(named.value()));
        yield schema.put("maxProperties", named.atMost());
      }
      case Form.Keyed(KeySet keys) -> keyed(keys);
      case Form.Kinds(List<KeySet> kinds, String _) -> kinds(kinds);
      case Form.TextOr(Form text, Form other) -> {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("anyOf").add(schema(text)).add(schema(other));
        yield schema;
      }
      case Form.Anything(String wanted) -> JSON.objectNode().put("description", wanted);
      case Form.Elsewhere elsewhere -> elsewhere(elsewhere);
    };
  }

  private static ObjectNode typed(String... types) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode all = schema.putArray("type");
    for (String type : types) {
      all.add(type);
    }
    return schema;
  }

  private static ObjectNode word(List<String> words) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode all = schema.putArray("enum");
    words.forEach(all::add);
    if (words.equals(List.of("yes", "no"))) {
      all.add(true).add(false);
    }
    return schema;
  }

  private ObjectNode keyed(KeySet keys) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (Key key : keys.keys()) {
      properties.set(key.name(), schema(key.form()).put("description", key.about()));
      if (key.required()) {
        required.add(key.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  /// The first set whose first key is there decides, as in reading.
  private ObjectNode kinds(List<KeySet> kinds) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode anyOf = schema.putArray("anyOf");
    for (KeySet kind : kinds) {
      anyOf.addObject().putArray("required").add(kind.names().getFirst());
    }
    for (KeySet kind : kinds.reversed()) {
      ObjectNode decided = JSON.objectNode();
      decided.putObject("if").putArray("required").add(kind.names().getFirst());
      decided.set("then", keyed(kind));
      decided.set("else", schema);
      schema = decided;
    }
    return JSON.objectNode().put("type", "object").setAll(schema);
  }

  private ObjectNode elsewhere(Form.Elsewhere elsewhere) {
    if (!defined.containsKey(elsewhere.name())) {
      defined.put(elsewhere.name(), JSON.objectNode());
      defined.put(elsewhere.name(), schema(elsewhere.form().get()));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + elsewhere.name());
  }

  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }
}
