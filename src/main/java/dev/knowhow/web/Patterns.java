package dev.knowhow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The invented content of [PatternsPage].
final class Patterns {
  private Patterns() {}

  /// The page around `frame`.
  static PatternsPage page(Frame frame) {
    List<Field> fields = fields();
    return new PatternsPage(
        frame,
        fields,
        Field.faultsOf(fields),
        List.of(
            Meter.of("$3.42 of $20 this month", 342, 0, 2000),
            Meter.of("$8.10 of $10 this month, 40¢ held by running work", 810, 40, 1000),
            Meter.of("$10 of $10 this month: nothing more is sent", 1000, 0, 1000)),
        segments(),
        PatternMoments.all(),
        List.of(
            Apart.of(
                "Appeal letter",
                "",
                "You denied benefits for the crown because the tooth was sound.",
                "You denied benefits for the crown on tooth 30 because “the tooth is sound”."),
            Apart.of("File by", "kept, not paid again", "October 9, 2026", "October 9, 2026")),
        results(),
        List.of(
            new SourceLine(
                1,
                "Denial letter",
                "page 1",
                List.of("does not meet the criteria for a full-coverage restoration")),
            new SourceLine(
                2, "Chart notes", "line 1", List.of("fx DL cusp, recurrent decay on distal"))),
        cards());
  }

  private static List<Field> fields() {
    Control.Choice firm = new Control.Choice("Firm", "Firm", "", true);
    Control.Choice friendly = new Control.Choice("Friendly", "Friendly", "", false);
    return List.of(
        Field.required(
            "in.denial",
            "Denial letter or EOB",
            new Control.Files(
                List.of(new Control.Kept("t", "Denial-0412.pdf", "2 pages · 611 words read")),
                "",
                2,
                true,
                "PDF, Word or text, up to 20 MB each",
                "")),
        Field.required(
                "in.notes",
                "Chart notes for the visit",
                new Control.Lines(
                    "4/2 #30 MOD existing amalgam fx DL cusp, recurrent decay on distal, >60% of crown missing after excavation.",
                    4, ""))
            .help("Paste them as they are."),
        new Field(
            "in.company",
            "Insurance company",
            "",
            false,
            true,
            Optional.empty(),
            Control.Line.text("Maple Mutual PPO")),
        new Field(
            "in.visit",
            "Date of service",
            "",
            false,
            true,
            Optional.of("“April 31” is not a day. Write it as 2026-04-30."),
            new Control.Line("text", "April 31", "text", "", "2026-04-30", "off")),
        Field.required("in.tone", "Tone", new Control.Pick(List.of(firm, friendly), false)),
        new Field(
            "in.fee",
            "Fee",
            "",
            false,
            true,
            Optional.empty(),
            new Control.Line("text", "1250.00", "decimal", "$", "", "off")),
        new Field(
            "in.office",
            "Office",
            "",
            false,
            true,
            Optional.empty(),
            new Control.Menu(List.of(firm, friendly))),
        new Field(
            "in.refs",
            "Where it conflicts",
            "One row for each place.",
            false,
            false,
            Optional.empty(),
            new Control.Table(
                "refs",
                List.of("Sheet", "Detail", "Size"),
                List.of(row(0, "A-101", "4'-6\""), row(1, "S-201", "")),
                20,
                "up to 20 rows")));
  }

  private static Control.Row row(int number, String sheet, String size) {
    return new Control.Row(
        number,
        List.of(
            cell(number, "Sheet", sheet, ""),
            cell(number, "Detail", "5/A-501", ""),
            cell(number, "Size", size, "4'-6\" or 19 mm")));
  }

  private static Control.Cell cell(int number, String column, String value, String placeholder) {
    return new Control.Cell(
        "in.refs." + number + "." + column,
        "in.refs." + column,
        column,
        column + ", row " + (number + 1),
        value,
        "text",
        placeholder,
        List.of(),
        Optional.empty());
  }

  private static List<SentSegment> segments() {
    return List.of(
        new SentSegment(
            "stable",
            "House rules and instructions",
            "same for every run",
            "1,420 tokens",
            "You write appeal letters for a dental office.\nYou never state a finding that the notes do not hold."),
        new SentSegment(
            "version",
            "Appeal rules",
            "same for this version",
            "412 tokens",
            "Quote the record, then the criterion."),
        new SentSegment(
            "run",
            "Chart notes for the visit",
            "only this run",
            "768 tokens",
            "<input name=\"notes\" mark=\"1f2e3d4c\">\n4/2 #30 MOD existing amalgam\n</input mark=\"1f2e3d4c\">"));
  }

  private static List<ResultPart> results() {
    List<ResultPart.Span> letter =
        List.of(
            new ResultPart.Span(
                "Re: Claim 4411-0092, date of service April 2\n\nAttn: Dental Consultant\n\nYou denied benefits for the crown on tooth 30 because the tooth “",
                0),
            new ResultPart.Span("does not meet the criteria for a full-coverage restoration", 1),
            new ResultPart.Span("”. The chart for that visit records “", 0),
            new ResultPart.Span("fx DL cusp, recurrent decay on distal", 2),
            new ResultPart.Span(
                "”. With so little tooth left, a filling could not be expected to hold.", 0));
    return List.of(
        new ResultPart(
            "letter", "Appeal letter", "letter", List.of(letter), "", List.of(), List.of()),
        new ResultPart(
            "deadline",
            "File by",
            "short",
            List.of(List.of(new ResultPart.Span("October 9, 2026", 0))),
            "",
            List.of(),
            List.of()),
        new ResultPart(
            "gaps",
            "Still needed",
            "list",
            List.of(
                List.of(new ResultPart.Span("A radiograph of tooth 30 from the visit", 0)),
                List.of(new ResultPart.Span("The date of the earlier filling", 0))),
            "",
            List.of(),
            List.of()),
        new ResultPart(
            "matrix",
            "Coverage by coverage",
            "table",
            List.of(),
            "",
            List.of("Coverage", "Required", "Shown", "Status"),
            List.of(
                List.of("General liability", "$1,000,000", "$1,000,000", "compliant"),
                List.of("Umbrella", "$5,000,000", "not stated", "can’t say"))),
        ResultPart.facts("Found", Map.of("Reason", "not medically necessary")));
  }

  private static List<TemplateCard> cards() {
    List<TemplateCard.Promise> promises =
        List.of(
            new TemplateCard.Promise("clock", "saves about 25 min", "each time"),
            new TemplateCard.Promise("coin", "about 2¢", "each, computed"),
            new TemplateCard.Promise("shield", "catches 11 of 11", "planted mistakes"),
            new TemplateCard.Promise("list", "8 examples,", "not yet measured with a model"));
    return List.of(
        new TemplateCard(
            "dental/denial-appeal",
            "dental",
            "Dental",
            "Denial appeal letter",
            "Turns a denied claim into an appeal that answers the insurance company’s own reason.",
            promises),
        new TemplateCard(
            "construction/rfi-draft",
            "construction",
            "Construction",
            "RFI draft",
            "One clear question from a conflict on the drawings.",
            promises),
        new TemplateCard(
            "insurance/coi-review",
            "insurance",
            "Insurance",
            "COI review",
            "A certificate against what the contract asks for.",
            promises));
  }
}
