package dev.knowhow.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plain data as JSON text (RFC 8259), read strictly and written in one way only.
///
/// Reading refuses what readers elsewhere disagree about: a name that comes twice, half of a
/// surrogate pair, bytes that are not UTF-8, more after the end, more than [#MAX_DEPTH] levels.
/// Written text has no white space and keeps the order of names, so equal values have equal bytes.
/// Thread-safe.
public final class ValueJson {
  /// How deep values may nest.
  public static final int MAX_DEPTH = 60;

  /// How many characters a whole text may have.
  public static final int MAX_CHARACTERS = 16 * 1024 * 1024;

  private static final int MAX_NUMBER_CHARACTERS = 100;
  private static final int MAX_EXPONENT = 40;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_CHARACTERS)
                  .maxStringLength(MAX_CHARACTERS)
                  .maxNameLength(1_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .build();

  private ValueJson() {}

  /// Reads UTF-8 bytes.
  ///
  /// @throws Problem of kind `BAD_INPUT` that says at which line and column, and why
  public static Value parse(byte[] utf8) {
    try {
      return parse(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(utf8))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      throw refused("the text is not UTF-8").causedBy(notUtf8);
    }
  }

  /// Reads a text.
  ///
  /// @throws Problem of kind `BAD_INPUT` that says at which line and column, and why
  public static Value parse(String json) {
    if (json.length() > MAX_CHARACTERS) {
      throw Problem.of(
          Problem.Kind.TOO_LARGE, "The data has more than 16 million characters.", "Send less.");
    }
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == null) {
        throw refused("there is no text");
      }
      Value value = value(parser);
      if (parser.nextToken() != null) {
        throw refused("something stands after the end of the data");
      }
      return value;
    } catch (StreamConstraintsException tooMuch) {
      throw refused("it nests deeper, or has longer numbers or names, than is allowed")
          .causedBy(tooMuch);
    } catch (JsonParseException broken) {
      throw refused(place(broken)).causedBy(broken);
    } catch (JsonProcessingException broken) {
      throw refused(place(broken)).causedBy(broken);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Writes a value; equal values give equal text.
  public static String print(Value value) {
    StringBuilder json = new StringBuilder();
    print(value, json);
    return json.toString();
  }

  private static String place(JsonProcessingException broken) {
    var at = broken.getLocation();
    String reason = broken.getOriginalMessage();
    int end = reason.indexOf('\n');
    String short_ = end < 0 ? reason : reason.substring(0, end);
    return at == null
        ? short_
        : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + short_;
  }

  private static Problem refused(String why) {
    return Problem.of(
        Problem.Kind.BAD_INPUT, "This is not data that can be read: " + why + ".", "");
  }

  private static Value value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> Value.text(whole(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.text(plain(parser.getText()));
      case VALUE_TRUE -> Value.yesNo(true);
      case VALUE_FALSE -> Value.yesNo(false);
      case VALUE_NULL -> Value.notStated();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("unexpected " + token);
    };
  }

  private static Value fields(JsonParser parser) throws IOException {
    Map<String, Value> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return Value.fields(fields);
  }

  private static Value items(JsonParser parser) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return Value.items(items);
  }

  private static String plain(String number) {
    BigDecimal decimal = new BigDecimal(number);
    if (Math.abs((long) decimal.scale()) > MAX_EXPONENT + MAX_NUMBER_CHARACTERS) {
      throw refused("the number " + number + " is out of range");
    }
    return decimal.toPlainString();
  }

  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw refused("it holds half of a surrogate pair, which is no character");
      }
    }
    return text;
  }

  private static void print(Value value, StringBuilder json) {
    switch (value) {
      case Value.Text(String text) -> quote(text, json);
      case Value.YesNo(boolean yes) -> json.append(yes);
      case Value.NotStated() -> json.append("null");
      case Value.Items(List<Value> items) -> {
        json.append('[');
        for (int i = 0; i < items.size(); i++) {
          if (i > 0) {
            json.append(',');
          }
          print(items.get(i), json);
        }
        json.append(']');
      }
      case Value.Fields(Map<String, Value> fields) -> {
        json.append('{');
        boolean first = true;
        for (Map.Entry<String, Value> field : fields.entrySet()) {
          if (!first) {
            json.append(',');
          }
          first = false;
          quote(field.getKey(), json);
          json.append(':');
          print(field.getValue(), json);
        }
        json.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x2028 || c == 0x2029) {
            json.append("\\u").append("0123456789abcdef".charAt(c >> 12));
            json.append("0123456789abcdef".charAt(c >> 8 & 15));
            json.append("0123456789abcdef".charAt(c >> 4 & 15));
            json.append("0123456789abcdef".charAt(c & 15));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
