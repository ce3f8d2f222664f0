package dev.knowhow.tool;

/// How a result is shown, and what it must be.
public enum ResultKind {
  /// A text to send: shown as paper, with what it rests on.
  LETTER("letter"),
  /// A short text.
  TEXT("text"),
  /// A text of several lines.
  PARAGRAPH("paragraph"),
  /// A number.
  NUMBER("number"),
  /// An amount of money.
  MONEY("money"),
  /// A day.
  DATE("date"),
  /// A length.
  LENGTH("length"),
  /// A yes or a no.
  YES_NO("yes or no"),
  /// A list of texts.
  LIST("list"),
  /// A table.
  ROWS("rows");

  private final String words;

  ResultKind(String words) {
    this.words = words;
  }

  /// The words in `tool.yaml`.
  public String words() {
    return words;
  }
}
