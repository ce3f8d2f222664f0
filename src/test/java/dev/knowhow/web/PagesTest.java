package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The engine of the pages, without a server.
final class PagesTest {
  private final Pages pages = new Pages(new Assets(), Words.english());

  @Test
  void drawsEveryPart() {
    Frame frame =
        new Frame(
            "Patterns",
            "tools",
            "dental",
            "token",
            Optional.of(
                new Frame.Visitor(
                    "Dana",
                    "Maple Street Dental",
                    Optional.of(Meter.of("$3.42 of $20 this month", 342, 0, 2000)),
                    true,
                    true,
                    "3")),
            List.of(),
            false,
            Optional.empty());
    String html = pages.html("patterns", Patterns.page(frame));
    assertThat(html).doesNotContain(" th:", "${").contains("Denial-0412.pdf");
  }
}
