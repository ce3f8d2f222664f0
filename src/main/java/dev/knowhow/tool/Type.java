package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What sort of value an input, a field of an answer or a result is, with its limits.
///
/// The same types serve forms and models. Lists and rows that nobody filled in are empty; every
/// other type may allow [Value.NotStated].
public sealed interface Type {

  /// Whether "not stated" is a value of this type.
  boolean notStatedAllowed();

  /// Holds a value that was written in some manner against this type, and brings it into its
  /// canonical form: numbers and amounts as plain decimals, days as `2026-10-09`, a choice as its
  /// option, a length with straight quotes.
  default Fitting read(Value raw, Manner manner) {
    return TypeReader.read(this, raw, manner);
  }

  /// What is wanted, for messages: `a date such as 2026-10-09, or "not stated"`.
  default String words(Manner manner) {
    return TypeWords.wanted(this, manner);
  }

  /// A short text on one line; `atMost` characters.
  record Text(int atMost, boolean notStatedAllowed) implements Type {}

  /// A text of several lines; `atMost` characters.
  record Paragraph(int atMost, boolean notStatedAllowed) implements Type {}

  /// A decimal number.
  record Number(Range<BigDecimal> range, boolean notStatedAllowed) implements Type {}

  /// An amount of money.
  record Money(Range<BigDecimal> range, boolean notStatedAllowed) implements Type {}

  /// A day.
  record Date(Range<LocalDate> range, boolean notStatedAllowed) implements Type {}

  /// A length with its unit.
  record Measure(Range<Length> range, boolean notStatedAllowed) implements Type {}

  /// A yes or a no.
  record YesNo(boolean notStatedAllowed) implements Type {}

  /// One of some texts: a choice on a form, `one of` in an answer.
  record OneOf(List<String> options, boolean notStatedAllowed) implements Type {
    /// Copies the options.
    public OneOf {
      options = List.copyOf(options);
    }
  }

  /// A list of texts, each of at most `charactersEach` characters.
  record Items(int charactersEach, int atLeast, int atMost) implements Type {
    @Override
    public boolean notStatedAllowed() {
      return false;
    }
  }

  /// A list of rows that all have the same fields.
  record Rows(Fields row, int atLeast, int atMost) implements Type {
    @Override
    public boolean notStatedAllowed() {
      return false;
    }
  }

  /// Named fields in their order: a row, or what an ask returns.
  record Fields(Map<String, Type> fields) implements Type {
    /// Copies the map in its order.
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public boolean notStatedAllowed() {
      return false;
    }
  }

  /// One document, as its text.
  record Document(boolean notStatedAllowed) implements Type {}

  /// Some documents, as their texts.
  record Documents(int atLeast, int atMost) implements Type {
    @Override
    public boolean notStatedAllowed() {
      return false;
    }
  }
}
