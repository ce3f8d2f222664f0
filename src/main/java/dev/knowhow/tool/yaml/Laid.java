package dev.knowhow.tool.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// A piece of YAML with where its text stands: from `start` to before `end`, in characters of the
/// file. White space and comments behind a piece are not its text.
sealed interface Laid {
  int start();

  int end();

  /// Whether it is written in brackets.
  boolean flow();

  /// The pieces inside, in order.
  List<Laid> inside();

  /// Some text.
  ///
  /// @param block whether it is written below `|` or `>`
  record Words(int start, int end, boolean block) implements Laid {
    @Override
    public boolean flow() {
      return false;
    }

    @Override
    public List<Laid> inside() {
      return List.of();
    }
  }

  /// Pieces in order.
  record Items(int start, int end, boolean flow, List<Laid> inside) implements Laid {}

  /// Pieces by their keys.
  record Entries(int start, int end, boolean flow, List<Entry> entries) implements Laid {
    @Override
    public List<Laid> inside() {
      return entries.stream().map(Entry::value).toList();
    }
  }

  /// A key with its piece.
  record Entry(int start, int keyEnd, Laid value) {}

  /// Where the pieces of a text stand.
  ///
  /// @param text YAML that can be read, without anchors
  static Optional<Laid> of(String text) {
    return new Reader(text).root();
  }

  /// Goes through the events of a text once.
  final class Reader {
    private static final LoadSettings SETTINGS =
        LoadSettings.builder()
            .setCodePointLimit(YamlReader.MAX_BYTES + 1)
            .setUseMarks(true)
            .build();

    private final String text;
    private final boolean onlyBasicPlane;
    private final Iterator<Event> events;

    Reader(String text) {
      this.text = text;
      this.onlyBasicPlane = text.length() == text.codePointCount(0, text.length());
      this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    Optional<Laid> root() {
      while (events.hasNext()) {
        if (events.next() instanceof NodeEvent node) {
          return Optional.of(piece(node));
        }
      }
      return Optional.empty();
    }

    private Laid piece(NodeEvent event) {
      if (event instanceof CollectionStartEvent collection) {
        return event.getEventId() == Event.ID.SequenceStart
            ? items(collection)
            : entries(collection);
      }
      boolean block =
          event instanceof ScalarEvent scalar && (scalar.isLiteral() || scalar.isFolded());
      int end = at(event.getEndMark());
      return new Words(at(event.getStartMark()), block ? withoutSpaceBehind(end) : end, block);
    }

    private Laid items(CollectionStartEvent begun) {
      List<Laid> items = new ArrayList<>();
      Event event = events.next();
      while (event instanceof NodeEvent node) {
        items.add(piece(node));
        event = events.next();
      }
      int start = at(begun.getStartMark());
      int end = begun.isFlow() || items.isEmpty() ? at(event.getEndMark()) : items.getLast().end();
      return new Items(start, end, begun.isFlow(), List.copyOf(items));
    }

    private Laid entries(CollectionStartEvent begun) {
      List<Entry> entries = new ArrayList<>();
      Event event = events.next();
      while (event instanceof NodeEvent key) {
        int start = at(key.getStartMark());
        int keyEnd = piece(key).end();
        entries.add(new Entry(start, keyEnd, piece((NodeEvent) events.next())));
        event = events.next();
      }
      int start = at(begun.getStartMark());
      int end =
          begun.isFlow() || entries.isEmpty()
              ? at(event.getEndMark())
              : entries.getLast().value().end();
      return new Entries(start, end, begun.isFlow(), List.copyOf(entries));
    }

    private int at(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
      int codePoints =
          mark.orElseThrow(() -> new IllegalStateException("no mark in YAML")).getIndex();
      return onlyBasicPlane ? codePoints : text.offsetByCodePoints(0, codePoints);
    }

    private int withoutSpaceBehind(int end) {
      int last = end;
      while (last > 0 && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      return last;
    }
  }
}
