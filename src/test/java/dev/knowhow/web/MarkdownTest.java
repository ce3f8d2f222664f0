package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Markdown that a model or a document wrote is shown and never executed.
final class MarkdownTest {
  private final Markdown markdown = new Markdown();

  @Test
  void keepsPlainStructure() {
    assertThat(markdown.html("# Rules\n\n- **quote** it\n- *then* ask"))
        .contains("<h4>Rules</h4>", "<strong>quote</strong>", "<em>then</em>", "<li>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](http://evil.example/p.png)",
        "<a href=\"https://evil.example\">x</a>",
        "<svg/onload=alert(1)>",
        "<p style=\"background:url(x)\">x</p>",
        "**<b onclick=alert(1)>x**",
        "<scr",
        "```\n<script>alert(1)</script>"
      })
  void nothingThatCouldActSurvives(String hostile) {
    String html = markdown.html(hostile);
    assertThat(html).doesNotContain("<script", "<img", "<a", "<svg", "<b ");
    assertThat(html.replaceAll("&[a-z#0-9]+;", "").replaceAll("<[a-z0-9/]+>", ""))
        .doesNotContain("<");
  }
}
