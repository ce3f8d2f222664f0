package dev.knowhow.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page as the training run sees it: its links, and its forms with what stands in them.
///
/// Reads our own pages only, which are well-formed; it is no HTML reader.
record SeenPage(URI at, String html) {
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"([^\"#]+)");
  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?s)<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>"
              + "|<select\\b([^>]*)>(.*?)</select>");
  private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*\\sselected[^>]*)>");
  private static final Pattern NUMBERED = Pattern.compile("&#([0-9]{1,6});");
  private static final Map<String, String> NAMED =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&nbsp;", "\u00a0");

  /// A form as it would be sent without a person changing it.
  ///
  /// @param action where it goes, absolute
  /// @param fields names and values in the order of the page; a name may come more than once
  record Form(URI action, boolean multipart, List<Field> fields) {}

  /// One value of a form.
  record Field(String name, String value) {}

  /// Where the links lead, absolute and without doubles.
  List<URI> links() {
    return LINK.matcher(html)
        .results()
        .map(link -> at.resolve(plain(link.group(1))))
        .distinct()
        .toList();
  }

  /// The first form whose action's path is matched.
  Optional<Form> form(Pattern path) {
    return FORM.matcher(html)
        .results()
        .map(form -> formOf(form.group(1), form.group(2)))
        .filter(form -> path.matcher(form.action().getPath()).matches())
        .findFirst();
  }

  private Form formOf(String head, String body) {
    URI action = attribute(head, "action").map(at::resolve).orElse(at);
    List<Field> fields = new ArrayList<>();
    Matcher matcher = FIELD.matcher(body);
    while (matcher.find()) {
      if (matcher.group(1) instanceof String input) {
        input(input).ifPresent(fields::add);
      } else if (matcher.group(2) instanceof String area) {
        String text = plain(matcher.group(3));
        attribute(area, "name").ifPresent(name -> fields.add(new Field(name, text)));
      } else {
        String options = matcher.group(5);
        attribute(matcher.group(4), "name")
            .ifPresent(name -> fields.add(new Field(name, chosen(options))));
      }
    }
    return new Form(action, head.contains("multipart"), List.copyOf(fields));
  }

  private static Optional<Field> input(String tag) {
    String type = attribute(tag, "type").orElse("text");
    boolean sent =
        switch (type) {
          case "file", "submit" -> false;
          case "radio", "checkbox" -> tag.contains(" checked");
          default -> true;
        };
    return attribute(tag, "name")
        .filter(_ -> sent)
        .map(name -> new Field(name, attribute(tag, "value").orElse("")));
  }

  private static String chosen(String options) {
    Matcher matcher = CHOSEN.matcher(options);
    return matcher.find() ? attribute(matcher.group(1), "value").orElse("") : "";
  }

  private static Optional<String> attribute(String tag, String name) {
    Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
  }

  private static String plain(String escaped) {
    String text = escaped;
    for (Map.Entry<String, String> sign : NAMED.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    return NUMBERED
        .matcher(text)
        .replaceAll(number ->
            Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))))
        .replace("&amp;", "&");
  }
}
