package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values come out of their types canonical, or with words that say what is wanted.
class TypeTest {
  private static final Type NUMBER = new Type.Number(Range.open(), false);
  private static final Type MONEY = new Type.Money(Range.open(), false);
  private static final Type DATE = new Type.Date(Range.open(), false);
  private static final Type DATE_OR_NOT = new Type.Date(Range.open(), true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1250|1250",
        "1,250|1250",
        "1,250.50|1250.50",
        "-3|-3",
        "+3|3",
        "033|33",
        ".5|0.5",
        "0|0",
        "−3|-3",
        "0.000000000001|0.000000000001",
        "999999999999999|999999999999999"
      })
  void readANumber(String written, String canonical) {
    assertFits(NUMBER, written, canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e3",
        "1.250,00",
        "12,50",
        "80%",
        "$5",
        "NaN",
        "Infinity",
        "1.",
        "1 250",
        "٣",
        "0x10",
        "1,2500",
        "about 3",
        "9999999999999999"
      })
  void refuseWhatIsNoNumber(String written) {
    assertThat(NUMBER.read(Value.text(written), Manner.MODEL)).isInstanceOf(Fitting.Misfits.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,250.00|1250.00",
        "1250|1250.00",
        "$ 1,250.5|1250.50",
        "-$5|-5.00",
        "$-5|-5.00",
        "(1,250.00)|-1250.00",
        "($3)|-3.00",
        "0|0.00"
      })
  void readAnAmount(String written, String canonical) {
    assertFits(MONEY, written, canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"€5", "1.005", "$", "5 dollars", "-(5)", "--5", "1.250,00"})
  void refuseWhatIsNoAmount(String written) {
    assertThat(MONEY.read(Value.text(written), Manner.FORM)).isInstanceOf(Fitting.Misfits.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-04-12",
        "April 12, 2026",
        "Apr. 12, 2026",
        "12 April 2026",
        "APRIL 12 2026",
        "April 12th, 2026",
        "12 apr 2026"
      })
  void readADayThatCanMeanOneThing(String written) {
    assertFits(DATE, written, "2026-04-12");
  }

  @Test
  void readADayWithSlashesFromAPersonOnly() {
    assertThat(DATE.read(Value.text("4/12/2026"), Manner.FORM)).isEqualTo(fits("2026-04-12"));
    assertThat(misfits(DATE.read(Value.text("4/12/2026"), Manner.MODEL)))
        .containsExactly("found \"4/12/2026\", wanted a date such as 2026-10-09");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-30",
        "2026-13-01",
        "13/12/2026",
        "4/12/26",
        "12.04.2026",
        "tomorrow",
        "0001-01-01",
        "April 2026",
        "2026-4-12"
      })
  void refuseWhatIsNoDay(String written) {
    assertThat(DATE.read(Value.text(written), Manner.FORM)).isInstanceOf(Fitting.Misfits.class);
  }

  @Test
  void takeNotStatedOnlyWhereItIsAllowed() {
    for (Value nothing :
        List.of(
            Value.notStated(),
            Value.text(""),
            Value.text(" "),
            Value.text("Not stated"),
            Value.text("not stated."))) {
      assertThat(DATE_OR_NOT.read(nothing, Manner.MODEL))
          .isEqualTo(new Fitting.Fits(Value.notStated()));
      assertThat(DATE.read(nothing, Manner.MODEL)).isInstanceOf(Fitting.Misfits.class);
    }
    assertThat(misfits(DATE.read(Value.text("Not stated"), Manner.MODEL)))
        .containsExactly("found \"Not stated\", wanted a date such as 2026-10-09");
  }

  @Test
  void turnAWordIntoItsOption() {
    Type kind = new Type.OneOf(List.of("Missing tooth", "Can't say"), false);

    assertThat(kind.read(Value.text(" missing  TOOTH"), Manner.MODEL))
        .isEqualTo(fits("Missing tooth"));
    assertThat(kind.read(Value.text("can’t say"), Manner.MODEL)).isEqualTo(fits("Can't say"));
    assertThat(misfits(kind.read(Value.text("Missing teeth"), Manner.MODEL)))
        .containsExactly(
            "found \"Missing teeth\", wanted one of Missing tooth, Can't say; did you mean Missing"
                + " tooth?");
  }

  @Test
  void keepALengthAsItWasWritten() {
    Type length = new Type.Measure(Range.open(), false);

    assertThat(length.read(Value.text(" 4’-6½” "), Manner.FORM)).isEqualTo(fits("4'-6 1/2\""));
  }

  @Test
  void holdValuesToTheirRange() {
    Type number =
        new Type.Number(
            new Range<>(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.TEN)), false);
    Type date =
        new Type.Date(new Range<>(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()), false);

    assertThat(number.read(Value.text("10"), Manner.FORM)).isEqualTo(fits("10"));
    assertThat(misfits(number.read(Value.text("10.01"), Manner.FORM)))
        .containsExactly("found \"10.01\", wanted a number such as 1250.5 from 0 to 10");
    assertThat(date.read(Value.text("12/31/2025"), Manner.FORM))
        .isInstanceOf(Fitting.Misfits.class);
  }

  @Test
  void gatherWhatIsWrongInAnAnswer() {
    Value answer =
        ValueJson.parse(
            """
            {"lines":[{"tooth":null,"denied":1250.00},{"tooth":"3","denied":"a lot"},{"denied":"5"}],
             "sure":"maybe","extra":1}
            """);

    assertThat(misfits(answerType().read(answer, Manner.MODEL)))
        .containsExactly(
            "lines.2.denied: found \"a lot\", wanted an amount such as 1250.00",
            "sure: found \"maybe\", wanted yes or no");
  }

  @Test
  void dropWhatNobodyAskedAModelForAndFaultItWithAnAuthor() {
    Value answer = ValueJson.parse("{\"lines\":[],\"sure\":true,\"why\":\"because\"}");

    assertThat(answerType().read(answer, Manner.MODEL))
        .isEqualTo(
            new Fitting.Fits(Value.fields("lines", Value.items()).with("sure", Value.yesNo(true))));
    assertThat(misfits(answerType().read(answer, Manner.AUTHOR)))
        .containsExactly("found the field \"why\", wanted one of lines, sure");
  }

  @Test
  void readAModelsNumberWithoutLosingADigit() {
    Value answer = ValueJson.parse("{\"lines\":[{\"denied\":0.10}],\"sure\":true}");

    assertThat(ValueJson.print(((Fitting.Fits) answerType().read(answer, Manner.MODEL)).value()))
        .isEqualTo("{\"lines\":[{\"tooth\":null,\"denied\":\"0.10\"}],\"sure\":true}");
  }

  @Test
  void countRowsAndCharacters() {
    Type text = new Type.Text(3, false);
    Type list = new Type.Items(100, 1, 2);

    assertThat(text.read(Value.text("𝔘𝔫𝔦"), Manner.FORM)).isEqualTo(fits("𝔘𝔫𝔦"));
    assertThat(misfits(text.read(Value.text("four"), Manner.FORM)))
        .containsExactly("found 4 characters, wanted at most 3");
    assertThat(misfits(list.read(texts("a", "b", "c"), Manner.MODEL)))
        .containsExactly("found 3, wanted at most 2");
    assertThat(misfits(list.read(texts(" "), Manner.MODEL)))
        .containsExactly("found 0, wanted at least 1");
  }

  @Test
  void cleanTextOfWhatCanNotBeKept() {
    Type text = new Type.Paragraph(100, false);

    assertThat(text.read(Value.text("a\u0000b\r\nc\rd\te\uD800f\u0001g"), Manner.FORM))
        .isEqualTo(fits("ab\nc\nd\te\uFFFDf\u0001g"));
  }

  private static Type answerType() {
    Map<String, Type> row = new LinkedHashMap<>();
    row.put("tooth", new Type.Text(100, true));
    row.put("denied", new Type.Money(Range.open(), false));
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put("lines", new Type.Rows(new Type.Fields(row), 0, 20));
    fields.put("sure", new Type.YesNo(false));
    return new Type.Fields(fields);
  }

  private static Value texts(String... texts) {
    return Value.items(List.of(texts).stream().map(Value::text).toList());
  }

  private static void assertFits(Type type, String written, String canonical) {
    for (Manner manner : Manner.values()) {
      assertThat(type.read(Value.text(written), manner)).isEqualTo(fits(canonical));
    }
  }

  private static Fitting fits(String text) {
    return new Fitting.Fits(Value.text(text));
  }

  private static List<String> misfits(Fitting fitting) {
    return ((Fitting.Misfits) fitting).misfits().stream().map(Object::toString).toList();
  }
}
