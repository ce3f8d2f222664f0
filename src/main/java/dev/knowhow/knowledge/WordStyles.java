package dev.knowhow.knowledge;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a document's styles say about paragraphs: whether they are headings and numbered.
final class WordStyles {
  private static final int DEEPEST = 20;

  /// @param list the list that numbers the paragraphs, or empty
  private record Style(String basedOn, boolean heading, String list, int level) {}

  private final Map<String, Style> styles = new HashMap<>();

  /// The styles of a document, from its styles part; empty bytes mean that it has none.
  static WordStyles of(byte[] part) throws XMLStreamException {
    WordStyles styles = new WordStyles();
    if (part.length > 0) {
      styles.read(Xml.reader(part));
    }
    return styles;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    String id = "";
    Style style = new Style("", false, "", 0);
    while (xml.hasNext()) {
      int event = Xml.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String value = Xml.attribute(xml, "val");
        switch (xml.getLocalName()) {
          case "style" -> {
            id = Xml.attribute(xml, "styleId");
            style = new Style("", false, "", 0);
          }
          case "basedOn" -> style = new Style(value, style.heading, style.list, style.level);
          case "outlineLvl" ->
              style = new Style(style.basedOn, !value.equals("9"), style.list, style.level);
          case "numId" -> style = new Style(style.basedOn, style.heading, value, style.level);
          case "ilvl" ->
              style =
                  new Style(style.basedOn, style.heading, style.list, WordNumbers.number(value, 0));
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("style")) {
        styles.put(id, style);
      }
    }
  }

  /// Whether paragraphs of a style are headings.
  boolean isHeading(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      if (style.heading) {
        return true;
      }
      style = styles.get(style.basedOn);
    }
    return false;
  }

  /// The list that numbers paragraphs of a style, or empty.
  String list(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      if (!style.list.isEmpty()) {
        return style.list;
      }
      style = styles.get(style.basedOn);
    }
    return "";
  }

  /// The level at which a style numbers paragraphs.
  int level(String id) {
    Style style = styles.get(id);
    return style == null ? 0 : style.level;
  }
}
