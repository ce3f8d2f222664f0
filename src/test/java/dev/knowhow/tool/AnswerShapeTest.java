package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.prompt.OutputShape;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a model is told of its answer is the same every time and what every provider takes.
class AnswerShapeTest {

  @Test
  void saysTheFieldsAsSchemaAndInWords() throws IOException {
    OutputShape shape = found().shape().orElseThrow();

    assertThat(shape.jsonSchema())
        .isEqualTo(
            """
            {"type":"object","properties":{\
            "letter_date":{"type":"string","description":"a date written as 2026-10-09, or \\"not stated\\""},\
            "lines":{"type":"array","items":{"type":"object","properties":{\
            "tooth":{"type":"string","description":"text, or \\"not stated\\""},\
            "denied":{"type":"number","description":"an amount as digits with two places, such as 1250.00"},\
            "words":{"type":"string","description":"text"}},\
            "required":["tooth","denied","words"],"additionalProperties":false}}},\
            "required":["letter_date","lines"],"additionalProperties":false}\
            """);
    assertThat(shape.instructions())
        .isEqualTo(
            """
            Answer with one JSON object and nothing else. Write "not stated" where the material does \
            not say it; never guess. It has exactly these fields:
            - letter_date: a date written as 2026-10-09, or "not stated"
            - lines: a list of objects, at most 20, may be empty; each with
              - tooth: text, or "not stated"
              - denied: an amount as digits with two places, such as 1250.00
              - words: text\
            """);
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    assertThat(found().shape()).isEqualTo(found().shape());
  }

  @Test
  void leavesATextAnswerWithoutAShape() throws IOException {
    assertThat(tool().ask("letter").orElseThrow().shape()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("dev.knowhow.tool.ShippedTemplatesTest#templates")
  void usesOnlyWhatTheStrictModesShare(Path template) {
    Definition definition = ToolReader.read(ToolFolder.read(template)).orThrow();
    for (Step.Ask ask : definition.tool().asks()) {
      ask.shape().ifPresent(shape -> assertStrict(ValueJson.parse(shape.jsonSchema())));
    }
  }

  /// Every object closed with all its fields required; no unions, patterns, formats or limits.
  private static void assertStrict(Value schema) {
    Value.Fields fields = (Value.Fields) schema;
    assertThat(fields.fields().keySet())
        .isSubsetOf(
            "type",
            "description",
            "enum",
            "items",
            "properties",
            "required",
            "additionalProperties");
    assertThat(fields.get("type")).isInstanceOf(Value.Text.class);
    switch (fields.get("type").textOrEmpty()) {
      case "object" -> {
        Map<String, Value> properties = ((Value.Fields) fields.get("properties")).fields();
        List<Value> names = properties.keySet().stream().<Value>map(Value.Text::new).toList();
        assertThat(fields.get("required")).isEqualTo(Value.items(names));
        assertThat(fields.get("additionalProperties")).isEqualTo(Value.yesNo(false));
        properties.values().forEach(AnswerShapeTest::assertStrict);
      }
      case "array" -> assertStrict(fields.get("items"));
      default -> {}
    }
  }

  private static Step.Ask found() throws IOException {
    return tool().ask("found").orElseThrow();
  }

  private static Tool tool() throws IOException {
    return ToolReader.read(ToolFiles.of(MessagesTest.base())).orThrow().tool();
  }
}
