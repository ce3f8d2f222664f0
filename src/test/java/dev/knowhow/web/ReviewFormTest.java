package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.run.ReviewView;
import dev.knowhow.tool.Range;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.TypedForm;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a person's form of a review becomes.
final class ReviewFormTest {
  private static final Value.Fields FOUND =
      Value.fields(
          Map.of(
              "reason", Value.text("not needed\nat this time"),
              "fee", Value.notStated(),
              "lines", Value.items(Value.text("D2740"), Value.text("D2950"))));
  private static final Type FIELDS = new Type.Fields(fields());

  private static Map<String, Type> fields() {
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put("reason", new Type.Text(500, false));
    fields.put("fee", new Type.Money(Range.open(), true));
    fields.put("lines", new Type.Items(500, 0, 10));
    return fields;
  }

  private static ReviewForm form(Value value, Type type) {
    return ReviewForm.of(
        new ReviewView(
            "r-2",
            "r",
            "t",
            "Tool",
            "review_1",
            "",
            "Read it",
            "",
            "Ada",
            value,
            Optional.of(type),
            "Letter",
            List.of(new ReviewView.Fill("send_by", "Send by", new Type.Date(Range.open(), false))),
            List.of(),
            List.of(),
            true,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty()));
  }

  private static TypedForm with(ReviewForm form, String field, String... texts) {
    Map<String, List<String>> all = new LinkedHashMap<>(form.proposed().texts());
    all.put("fill.send_by", List.of("2/4/2026"));
    all.put(field, List.of(texts));
    return new TypedForm(all, Map.of());
  }

  private static Value value(ReviewForm.Read read) {
    assertThat(read).isInstanceOf(ReviewForm.Read.Ready.class);
    return ((ReviewForm.Read.Ready) read).value();
  }

  @Test
  void whatWasLeftAsItIsIsTheProposedValueItself() {
    ReviewForm letter =
        form(Value.text("Dear all,\n\nthank you.\n"), new Type.Paragraph(500, false));
    TypedForm asBrowsersSendIt = with(letter, "value", "Dear all,\n\nthank you.");
    assertThat(value(letter.read(asBrowsersSendIt))).isEqualTo(letter.review().value());
    ReviewForm found = form(FOUND, FIELDS);
    TypedForm lines = with(found, "value.lines", "D2740\nD2950");
    assertThat(value(found.read(lines))).isEqualTo(FOUND);
  }

  @Test
  void anotherParagraphIsAChange() {
    ReviewForm letter = form(Value.text("One. Two."), new Type.Paragraph(500, false));
    assertThat(value(letter.read(with(letter, "value", "One.\n\nTwo."))))
        .isEqualTo(Value.text("One.\n\nTwo."));
  }

  @Test
  void oneChangedFieldLeavesTheOthers() {
    ReviewForm found = form(FOUND, FIELDS);
    assertThat(value(found.read(with(found, "value.fee", "$1,250"))))
        .isEqualTo(FOUND.with("fee", Value.text("1250.00")));
  }

  @Test
  void aChangeThatDoesNotFitIsSaidAtItsField() {
    ReviewForm found = form(FOUND, FIELDS);
    assertThat(found.read(with(found, "value.fee", "a lot")))
        .isInstanceOfSatisfying(
            ReviewForm.Read.Unfit.class,
            unfit -> assertThat(unfit.messages()).containsOnlyKeys("value.fee"));
  }

  @Test
  void whatOnlyAPersonCanSayGoesOnAsItWasTyped() {
    ReviewForm found = form(FOUND, FIELDS);
    ReviewForm.Read read = found.read(with(found, "value.fee", ""));
    assertThat(((ReviewForm.Read.Ready) read).fills()).containsEntry("send_by", "2/4/2026");
    assertThat(found.read(found.proposed()))
        .isInstanceOfSatisfying(
            ReviewForm.Read.Unfit.class,
            unfit -> assertThat(unfit.messages()).containsOnlyKeys("fill.send_by"));
  }
}
