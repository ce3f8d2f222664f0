package dev.knowhow.tool.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 in which every value stays the text that was written: `yes`, `033` and `10:30`
/// are three texts.
///
/// It builds nothing but [Yaml] and knows neither anchors, aliases nor tags, so no file is larger
/// inside than outside and none can name a class. It stops at [#MAX_BYTES], [#MAX_DEPTH] and
/// [#MAX_PIECES].
public final class YamlReader {
  /// How many bytes a file may have.
  public static final int MAX_BYTES = 1024 * 1024;

  /// How deep pieces may nest.
  public static final int MAX_DEPTH = 20;

  /// How many pieces a file may have.
  public static final int MAX_PIECES = 50_000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_BYTES + 1).setUseMarks(true).build();

  private final String file;
  private final Faults faults;
  private final Iterator<Event> events;
  private int pieces;

  private YamlReader(String file, String text, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.events = new Parse(SETTINGS).parseString(text).iterator();
  }

  /// Reads a file; what is wrong with it is added to `faults`.
  ///
  /// @return empty where nothing could be read at all
  public static Optional<Yaml> read(String file, byte[] bytes, Faults faults) {
    Optional<String> text = text(file, bytes, faults);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return new YamlReader(file, text.get(), faults).document();
    } catch (TooMuch tooMuch) {
      faults.add(file, tooMuch.line, "", tooMuch.what, tooMuch.hint);
    } catch (MarkedYamlEngineException e) {
      int line = lineOf(e.getProblemMark().or(e::getContextMark));
      faults.add(file, line, "", "this is not YAML: " + plainWords(e), hintFor(e));
    } catch (ReaderException e) {
      int code = e.getCodePoint();
      faults.add(
          file,
          1 + (int) text.get().chars().limit(e.getPosition()).filter(c -> c == '\n').count(),
          "",
          "found the character U+"
              + HexFormat.of().withUpperCase().toHexDigits(code, 4)
              + ", which YAML does not allow",
          "Remove it, or write it as an escape in double quotation marks");
    } catch (YamlEngineException e) {
      faults.add(file, 0, "", "this is not YAML: " + Faults.quote(firstLine(e)), "");
    }
    return Optional.empty();
  }

  /// The text of UTF-8 bytes within [#MAX_BYTES]; what is wrong with them is added to `faults`.
  public static Optional<String> text(String file, byte[] bytes, Faults faults) {
    if (bytes.length > MAX_BYTES) {
      faults.add(
          file,
          0,
          "",
          "found " + bytes.length + " bytes, wanted at most " + MAX_BYTES,
          "Make the file smaller");
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      faults.add(file, 0, "", "found bytes that are not UTF-8 text", "Save the file as UTF-8");
      return Optional.empty();
    }
  }

  private Optional<Yaml> document() {
    Optional<Yaml> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        root = Optional.of(piece(node, 0));
      } else if (event.getEventId() == Event.ID.DocumentStart && root.isPresent()) {
        faults.add(
            file,
            line(event),
            "",
            "found a second document after \"---\", wanted one document",
            "Remove what follows");
        return root;
      }
    }
    if (root.isEmpty()) {
      faults.add(file, 0, "", "the file is empty", "");
    }
    return root;
  }

  private Yaml piece(NodeEvent event, int depth) {
    int line = line(event);
    if (++pieces > MAX_PIECES) {
      throw new TooMuch(line, "found more than " + MAX_PIECES + " values", "Make the file smaller");
    }
    if (depth > MAX_DEPTH) {
      throw new TooMuch(
          line, "found more than " + MAX_DEPTH + " levels inside each other", "Make it flatter");
    }
    refuseAnchorsAndTags(event, line);
    if (event instanceof ScalarEvent scalar) {
      return new Yaml.Words(scalar.getValue(), line);
    }
    if (event instanceof AliasEvent) {
      return new Yaml.Words("", line);
    }
    return event.getEventId() == Event.ID.SequenceStart ? items(line, depth) : entries(line, depth);
  }

  private Yaml items(int line, int depth) {
    List<Yaml> items = new ArrayList<>();
    while (events.hasNext()) {
      if (!(events.next() instanceof NodeEvent node)) {
        break;
      }
      items.add(piece(node, depth + 1));
    }
    return new Yaml.Items(items, line);
  }

  private Yaml entries(int line, int depth) {
    List<Yaml.Entry> entries = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    while (events.hasNext()) {
      if (!(events.next() instanceof NodeEvent keyEvent)) {
        break;
      }
      Yaml key = piece(keyEvent, depth + 1);
      if (!(events.next() instanceof NodeEvent valueEvent)) {
        break;
      }
      Yaml value = piece(valueEvent, depth + 1);
      if (!(key instanceof Yaml.Words(String name, int keyLine))) {
        faults.add(file, key.line(), "", "found a key that is not text", "Write \"key: value\"");
        continue;
      }
      Integer first = seen.putIfAbsent(name, keyLine);
      if (first == null) {
        entries.add(new Yaml.Entry(name, value, keyLine));
      } else {
        faults.add(
            file,
            keyLine,
            "",
            "the key " + Faults.quote(name) + " is already in line " + first,
            "Keep one of them");
      }
    }
    return new Yaml.Entries(entries, line);
  }

  private void refuseAnchorsAndTags(NodeEvent event, int line) {
    if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
      faults.add(
          file,
          line,
          "",
          "found \""
              + (event instanceof AliasEvent ? "*" : "&")
              + "\" before a word, which stands"
              + " for a piece of YAML elsewhere; Knowhow does not use that",
          "Write the text itself, in quotation marks if it begins with this sign");
    }
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case org.snakeyaml.engine.v2.events.CollectionStartEvent collection ->
              collection.getTag();
          default -> Optional.empty();
        };
    if (tag.filter(name -> !name.equals("!")).isPresent()) {
      faults.add(
          file,
          line,
          "",
          "found " + Faults.quote("!" + tag.get()) + " before a value, wanted the value alone",
          "Put text that begins with \"!\" in quotation marks");
    }
  }

  private static int line(Event event) {
    return lineOf(event.getStartMark());
  }

  private static int lineOf(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(-1) + 1;
  }

  private static String firstLine(YamlEngineException e) {
    String message = e.getMessage();
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static String plainWords(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    return problem == null ? "it can't be read" : problem.replace('\n', ' ');
  }

  private static String hintFor(MarkedYamlEngineException e) {
    String problem = plainWords(e);
    if (problem.contains("mapping values are not allowed")) {
      return "Put text that holds \": \" in quotation marks";
    }
    if (problem.contains("'\\t")) {
      return "Use spaces instead of tabs";
    }
    return "Look at this line and the one before: indentation, quotation marks and brackets";
  }

  /// The file is larger than it may be; reading stops.
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String what;
    private final String hint;

    TooMuch(int line, String what, String hint) {
      super(what, null, false, false);
      this.line = line;
      this.what = what;
      this.hint = hint;
    }
  }
}
