package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Values that are compared, as a person reads them.
final class LinesTest {
  private final Lines lines = new Lines(Words.english());

  @Test
  void fieldsAndRowsAreALineEach() {
    assertThat(
            lines.of(
                """
                {"reason": "frequency", "letter_date": "2026-01-05", "covered": true,
                 "lines": [{"item": "Crown", "amount": "950.00"}, {"item": "Core", "amount": null}],
                 "missing": []}
                """))
        .isEqualTo(
            """
            Reason: frequency
            Letter date: January 5, 2026
            Covered: Yes
            Lines:
            – Item: Crown, Amount: 950.00
            – Item: Core, Amount: not stated
            Missing: nothing\
            """);
    assertThat(lines.of("[\"x-ray\",\"chart\"]")).isEqualTo("– x-ray\n– chart");
  }

  @Test
  void proseStaysAsItIs() {
    assertThat(lines.of("Thank you.\n[see chart]")).isEqualTo("Thank you.\n[see chart]");
    assertThat(lines.of("[see chart] and so on")).isEqualTo("[see chart] and so on");
    assertThat(lines.of("{\"half\": \"an answ")).isEqualTo("{\"half\": \"an answ");
    assertThat(lines.of("2026-02-04")).isEqualTo("February 4, 2026");
  }
}
