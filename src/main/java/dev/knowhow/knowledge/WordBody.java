package dev.knowhow.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the text of one part of a Word document, in reading order: a line for each paragraph, a
/// line for each row of a table with its cells parted by ` | `. Used once.
///
/// What the author took out (tracked deletions) and hid is left out, as on paper: hidden text is
/// how instructions are smuggled past a reader.
final class WordBody {
  /// A paragraph while it is read.
  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private String style = "";
    private String list = "";
    private int level = -1;
    private boolean heading;
    private int runStart;
    private boolean runHidden;
  }

  private static final int MOST_CHARACTERS = 4_000_000;

  private final String file;
  private final WordStyles styles;
  private final WordNumbers numbers;
  private final Deque<List<String>> sinks = new ArrayDeque<>();
  private final Deque<List<List<String>>> rows = new ArrayDeque<>();
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final Deque<Boolean> choices = new ArrayDeque<>();
  private boolean inRun;
  private boolean inText;
  private long characters;

  WordBody(String file, WordStyles styles, WordNumbers numbers) {
    this.file = file;
    this.styles = styles;
    this.numbers = numbers;
  }

  /// The lines of a part.
  List<String> lines(byte[] part) throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    sinks.push(lines);
    XMLStreamReader xml = Xml.reader(part);
    while (xml.hasNext()) {
      switch (Xml.next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> begin(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
        default -> {}
      }
    }
    return lines;
  }

  private void text(String text) {
    if (inText && !paragraphs.isEmpty()) {
      characters += text.length();
      if (characters > MOST_CHARACTERS) {
        throw DocumentProblem.tooMuchText(file);
      }
      paragraphs.peek().text.append(text);
    }
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "del", "moveFrom", "instrText", "comment", "pPrChange", "rPrChange", "sectPr" ->
          Xml.skip(xml);
      case "AlternateContent" -> choices.push(false);
      case "Choice", "Fallback" -> choice(xml);
      case "footnote", "endnote" -> note(xml);
      case "p" -> {
        inRun = false;
        paragraphs.push(new Paragraph());
      }
      case "tr" -> rows.push(new ArrayList<>());
      case "tc" -> sinks.push(new ArrayList<>());
      case "r" -> run();
      case "t" -> inText = true;
      default -> detail(xml);
    }
  }

  private void detail(XMLStreamReader xml) {
    Paragraph paragraph = paragraphs.peek();
    if (paragraph == null) {
      return;
    }
    String value = Xml.attribute(xml, "val");
    switch (xml.getLocalName()) {
      case "pStyle" -> paragraph.style = value;
      case "outlineLvl" -> paragraph.heading = !value.equals("9");
      case "numId" -> paragraph.list = value;
      case "ilvl" -> paragraph.level = WordNumbers.number(value, 0);
      case "vanish" -> paragraph.runHidden |= inRun && Xml.isOn(xml);
      case "tab" -> append(paragraph, "\t");
      case "br", "cr" -> append(paragraph, "\n");
      case "noBreakHyphen" -> append(paragraph, "-");
      case "sym" -> append(paragraph, symbol(Xml.attribute(xml, "char")));
      default -> {}
    }
  }

  private void append(Paragraph paragraph, String text) {
    if (inRun) {
      paragraph.text.append(text);
    }
  }

  private void run() {
    inRun = true;
    Paragraph paragraph = paragraphs.peek();
    if (paragraph != null) {
      paragraph.runStart = paragraph.text.length();
      paragraph.runHidden = false;
    }
  }

  /// Of the ways in which a part of the document is written for different programs, the first.
  private void choice(XMLStreamReader xml) throws XMLStreamException {
    if (Boolean.TRUE.equals(choices.peek())) {
      Xml.skip(xml);
    } else if (!choices.isEmpty()) {
      choices.pop();
      choices.push(true);
    }
  }

  /// A note's separator line is written as a note too, with a type.
  private static void note(XMLStreamReader xml) throws XMLStreamException {
    if (!Xml.attribute(xml, "type").isEmpty()) {
      Xml.skip(xml);
    }
  }

  private void end(String name) {
    switch (name) {
      case "AlternateContent" -> choices.poll();
      case "t" -> inText = false;
      case "r" -> endRun();
      case "p" -> endParagraph();
      case "tc" -> endCell();
      case "tr" -> endRow();
      default -> {}
    }
  }

  private void endRun() {
    inRun = false;
    Paragraph paragraph = paragraphs.peek();
    if (paragraph != null && paragraph.runHidden) {
      paragraph.text.setLength(paragraph.runStart);
    }
  }

  private void endParagraph() {
    Paragraph paragraph = paragraphs.poll();
    if (paragraph == null) {
      return;
    }
    inRun = !paragraphs.isEmpty();
    String list = paragraph.list.isEmpty() ? styles.list(paragraph.style) : paragraph.list;
    int level = paragraph.level < 0 ? styles.level(paragraph.style) : paragraph.level;
    boolean blank = paragraph.text.toString().isBlank();
    String number = list.isEmpty() || blank ? "" : numbers.next(list, level);
    List<String> sink = sinks.element();
    boolean heading = paragraph.heading || styles.isHeading(paragraph.style);
    if (heading && !blank && !sink.isEmpty()) {
      sink.add("");
    }
    sink.add(number + paragraph.text);
  }

  private void endCell() {
    if (sinks.size() > 1 && !rows.isEmpty()) {
      rows.peek().add(sinks.pop());
    }
  }

  /// A row of one cell is a box around paragraphs and keeps them.
  private void endRow() {
    List<List<String>> cells = rows.poll();
    if (cells == null) {
      return;
    }
    if (cells.size() == 1) {
      sinks.element().addAll(cells.getFirst());
      return;
    }
    List<String> row =
        cells.stream()
            .map(lines -> String.join(" ", lines).replaceAll("\\s+", " ").strip())
            .toList();
    if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
      sinks.element().add(String.join(" | ", row));
    }
  }

  /// Boxes and ticks of forms are written in a symbol font.
  private static String symbol(String code) {
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "F0FE", "F0FD", "F078", "F053" -> "☒";
      case "F0A8", "F06F", "F071", "F0A3" -> "☐";
      case "F0FC" -> "✓";
      case "F0B7", "F0A7" -> "•";
      default -> "";
    };
  }
}
