package dev.knowhow.web;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Markdown as HTML that is safe to show: rendered first, then stripped of everything that is not
/// plain structure. No links, pictures, attributes or HTML of the text's own survive. Thread-safe.
final class Markdown {
  private static final PolicyFactory PLAIN =
      new HtmlPolicyBuilder()
          .allowElements(
              "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr")
          .allowElements((name, _) -> "h4", "h1", "h2", "h3", "h4", "h5", "h6")
          .toFactory();

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().escapeHtml(true).build();

  /// The HTML of a text, which may be cut off anywhere.
  String html(String markdown) {
    return PLAIN.sanitize(renderer.render(parser.parse(markdown)));
  }
}
