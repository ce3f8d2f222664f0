package dev.knowhow.web;

import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a person fills in to connect a model.
///
/// @param way `anthropic`, `openai` or `other`
record NewModel(
    String way,
    String key,
    String address,
    String protocol,
    String model,
    String input,
    String output) {
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,8})?");

  /// Nothing filled in.
  static final NewModel NONE = new NewModel("", "", "", "openai", "", "", "");

  /// What a visit sent.
  static NewModel sent(Visit visit) {
    return new NewModel(
        visit.sent("way"),
        visit.sent("key"),
        visit.sent("address"),
        visit.sent("protocol"),
        visit.sent("model"),
        visit.sent("input"),
        visit.sent("output"));
  }

  /// The connection that is wanted.
  ///
  /// @throws Problem of kind `BAD_INPUT`
  NewConnection wanted(Words words) {
    return switch (way) {
      case "anthropic" -> NewConnection.anthropic(key);
      case "openai" -> NewConnection.openAi(key);
      case "other" -> other(words);
      default -> throw Problem.of(Problem.Kind.BAD_INPUT, words.of("models.noWay"), "");
    };
  }

  private NewConnection other(Words words) {
    if (address.isBlank() || model.isBlank()) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          words.of("models.incomplete"),
          words.of("models.incomplete.hint"));
    }
    ConnectionKind kind =
        protocol.equals("anthropic") ? ConnectionKind.ANTHROPIC : ConnectionKind.OPENAI_COMPATIBLE;
    return new NewConnection(
        "",
        kind,
        address,
        AnthropicVersion.V2023_06_01,
        key,
        Optional.of(
            new NewConnection.OwnModel(
                model.strip(), amount(input, words), amount(output, words))));
  }

  private static Money amount(String typed, Words words) {
    String plain = typed.strip().replace("$", "");
    if (!AMOUNT.matcher(plain).matches()) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT, words.of("models.amount", typed), words.of("models.amount.hint"));
    }
    return Money.ofDollars(plain);
  }

  /// The fields of the form for an address of one's own; what was typed stays in them, the key does
  /// not.
  List<Field> fields(Words words) {
    Control.Pick speaks =
        new Control.Pick(
            List.of(
                new Control.Choice(
                    "openai",
                    words.of("models.protocol.openai"),
                    "",
                    !protocol.equals("anthropic")),
                new Control.Choice(
                    "anthropic",
                    words.of("models.protocol.anthropic"),
                    "",
                    protocol.equals("anthropic"))),
            false);
    return List.of(
        field(
            words,
            "address",
            true,
            new Control.Line("text", address, "url", "", "http://localhost:11434/v1", "off")),
        field(
            words, "model", true, new Control.Line("text", model, "text", "", "qwen3:32b", "off")),
        field(words, "protocol", true, speaks),
        half(words, "input", input),
        half(words, "output", output),
        field(words, "otherKey", false, new Control.Line("password", "", "text", "", "", "off")));
  }

  private static Field half(Words words, String name, String value) {
    Control.Line line =
        new Control.Line("text", value, "decimal", "$", words.of("models.amount.example"), "off");
    return new Field(name, words.of("models." + name), "", true, true, Optional.empty(), line);
  }

  private static Field field(Words words, String name, boolean required, Control control) {
    String help = words.has("models." + name + ".help") ? words.of("models." + name + ".help") : "";
    String sent = name.equals("otherKey") ? "key" : name;
    return new Field(
        sent, words.of("models." + name), help, required, false, Optional.empty(), control);
  }
}
