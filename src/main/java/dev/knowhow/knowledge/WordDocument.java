package dev.knowhow.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the text of a Word document: headers, body, notes, footers.
final class WordDocument {
  private static final byte[] NONE = {};

  private final String file;
  private final Map<String, byte[]> parts;

  WordDocument(String file, byte[] bytes) {
    this.file = file;
    this.parts = WordArchive.parts(file, bytes);
  }

  /// The whole text, not yet cleaned.
  String text() {
    try {
      String main = related("", "officeDocument").stream().findFirst().orElse("word/document.xml");
      if (!parts.containsKey(main)) {
        throw DocumentProblem.otherKind(file, kind());
      }
      byte[] start = parts.getOrDefault(main, NONE);
      refuseOtherOffice(start);
      WordStyles styles = WordStyles.of(one(main, "styles"));
      WordNumbers numbers = WordNumbers.of(one(main, "numbering"));
      WordBody body = new WordBody(file, styles, numbers);
      String middle = String.join("\n", body.lines(start));
      List<String> all = new ArrayList<>(around(main, List.of("header"), styles));
      all.add(middle);
      all.addAll(around(main, List.of("footnotes", "endnotes", "footer"), styles));
      return String.join("\n\n", all);
    } catch (XMLStreamException damaged) {
      throw DocumentProblem.broken(file, "a Word document").causedBy(damaged);
    }
  }

  /// The text of parts around the body, each text once.
  private Set<String> around(String main, List<String> types, WordStyles styles)
      throws XMLStreamException {
    Set<String> texts = new LinkedHashSet<>();
    for (String type : types) {
      for (String part : related(main, type)) {
        WordBody body = new WordBody(file, styles, WordNumbers.of(NONE));
        String text = String.join("\n", body.lines(parts.getOrDefault(part, NONE))).strip();
        if (text.chars().anyMatch(Character::isLetter)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private byte[] one(String main, String type) throws XMLStreamException {
    List<String> found = related(main, type);
    return found.isEmpty() ? NONE : parts.getOrDefault(found.getFirst(), NONE);
  }

  /// The parts that a part refers to as a type, by name; only those that are there.
  private List<String> related(String part, String type) throws XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    byte[] relations =
        parts.getOrDefault(folder + "_rels/" + part.substring(slash) + ".rels", NONE);
    Map<String, String> found = new TreeMap<>();
    if (relations.length > 0) {
      XMLStreamReader xml = Xml.reader(relations);
      while (xml.hasNext()) {
        if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")
            && Xml.attribute(xml, "Type").endsWith("/" + type)) {
          String target = Xml.attribute(xml, "Target");
          String name = target.startsWith("/") ? target.substring(1) : folder + target;
          if (parts.containsKey(name)) {
            found.put(name, name);
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// A main part may be a workbook or slides.
  private void refuseOtherOffice(byte[] main) throws XMLStreamException {
    XMLStreamReader xml = Xml.reader(main);
    while (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
      // comments and processing instructions
    }
    if (!xml.getLocalName().equals("document")) {
      throw DocumentProblem.otherKind(file, kind());
    }
  }

  private String kind() {
    if (parts.keySet().stream().anyMatch(name -> name.startsWith("xl/"))) {
      return "an Excel workbook";
    }
    if (parts.keySet().stream().anyMatch(name -> name.startsWith("ppt/"))) {
      return "a PowerPoint presentation";
    }
    if (parts.containsKey("META-INF/manifest.xml")) {
      return "an OpenDocument file";
    }
    return "a ZIP archive";
  }
}
