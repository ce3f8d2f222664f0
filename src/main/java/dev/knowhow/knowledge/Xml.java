package dev.knowhow.knowledge;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML that nobody vouches for: one event at a time, without document types and entities.
final class Xml {
  private Xml() {}

  /// A reader at the start of some XML.
  static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((_, systemId, _, _) -> {
      throw new XMLStreamException("refers to " + systemId);
    });
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }

  /// The next event; a document type or an entity is refused.
  static int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("declares or uses an entity", xml.getLocation());
    }
    return event;
  }

  /// The value of an attribute whatever its namespace, or empty.
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /// Passes over an element that has just begun, and all that is in it.
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = next(xml);
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  /// Whether an on-or-off property that has just begun is on.
  static boolean isOn(XMLStreamReader xml) {
    String value = attribute(xml, "val");
    return !(value.equals("0") || value.equals("false") || value.equals("off"));
  }
}
