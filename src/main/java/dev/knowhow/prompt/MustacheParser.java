package dev.knowhow.prompt;

import org.jspecify.annotations.Nullable;

/// Reads one Mustache text from its start to its end; used once.
///
/// A tag of a section, a comment, a partial or a change of delimiters that stands alone on its line
/// takes the whole line with it. Whether it does is seen from the text around it: a line that holds
/// anything else has a character that is neither blank nor the tag's.
final class MustacheParser {
  static final int MAX_TAGS = 2_000;

  private final String text;
  private final TagFaults faults;
  private final OpenSections sections;
  private String open = "{{";
  private String close = "}}";
  private int position;
  private int tags;
  private int counted;
  private int line = 1;

  MustacheParser(String file, String text) {
    this.text = text;
    this.faults = new TagFaults(file);
    this.sections = new OpenSections(faults);
  }

  Mustache parse() {
    while (position < text.length()) {
      int start = text.indexOf(open, position);
      if (start < 0) {
        break;
      }
      int from = position;
      Tag tag = tagAt(start);
      if (tag == null) {
        break;
      }
      if (++tags > MAX_TAGS) {
        faults.tooManyTags(tag.line());
        break;
      }
      literal(from, tag.startsAt());
      position = tag.endsAt();
      take(tag);
    }
    literal(position, text.length());
    return new Mustache(sections.closeAll(), faults.inOrder());
  }

  /// The tag that starts here, or null (and a fault) where it has no end.
  private @Nullable Tag tagAt(int start) {
    int at = lineOf(start);
    int inside = start + open.length();
    char first = inside < text.length() ? text.charAt(inside) : ' ';
    boolean triple = first == '{' && open.equals("{{");
    String end = triple ? "}" + close : first == '=' ? "=" + close : close;
    int contentFrom = triple || first == '=' ? inside + 1 : inside;
    int contentTo = text.indexOf(end, contentFrom);
    if (contentTo < 0) {
      faults.unclosedTag(at, open, end);
      return null;
    }
    String content = text.substring(contentFrom, contentTo).strip();
    char sigil = triple ? '{' : first == '=' ? '=' : content.isEmpty() ? ' ' : content.charAt(0);
    boolean marked = !triple && first != '=' && "#^/!>&<$".indexOf(sigil) >= 0;
    String name = marked ? content.substring(1).strip() : content;
    int endsAt = contentTo + end.length();
    char kind = marked || triple || first == '=' ? sigil : ' ';
    return "#^/!=>".indexOf(kind) < 0
        ? new Tag(kind, name, "", start, endsAt, at)
        : standalone(new Tag(kind, name, "", start, endsAt, at));
  }

  /// The tag with its whole line where nothing else stands on it.
  private Tag standalone(Tag tag) {
    int lineStart = tag.startsAt();
    while (lineStart > 0 && isBlank(text.charAt(lineStart - 1))) {
      lineStart--;
    }
    if (lineStart > 0 && text.charAt(lineStart - 1) != '\n') {
      return tag;
    }
    int lineEnd = tag.endsAt();
    while (lineEnd < text.length() && isBlank(text.charAt(lineEnd))) {
      lineEnd++;
    }
    if (text.startsWith("\r\n", lineEnd)) {
      lineEnd += 2;
    } else if (text.startsWith("\n", lineEnd)) {
      lineEnd++;
    } else if (lineEnd < text.length()) {
      return tag;
    }
    String indent = text.substring(lineStart, tag.startsAt());
    return new Tag(tag.kind(), tag.content(), indent, lineStart, lineEnd, tag.line());
  }

  private void take(Tag tag) {
    switch (tag.kind()) {
      case '!' -> {}
      case '=' -> delimiters(tag);
      case '#', '^' -> sections.open(named(tag), tag.kind() == '^', tag.line());
      case '/' -> sections.close(tag.content(), tag.line());
      case '>' -> partial(tag);
      case '<', '$' -> faults.inheritance(tag);
      case ' ', '{', '&' ->
          sections.add(new Node.Variable(named(tag), tag.kind() != ' ', tag.line()));
      default -> throw new IllegalStateException("tag " + tag);
    }
  }

  private Name named(Tag tag) {
    Name name = Name.of(tag.content());
    if (!name.isName()) {
      faults.noName(tag);
    }
    return name;
  }

  private void partial(Tag tag) {
    if (tag.content().startsWith("*")) {
      faults.dynamicName(tag);
    } else {
      sections.add(new Node.Partial(tag.content(), tag.indent(), tag.line()));
    }
  }

  private void delimiters(Tag tag) {
    String[] both = tag.content().split("\\s+");
    if (both.length != 2 || (both[0] + both[1]).indexOf('=') >= 0) {
      faults.badDelimiters(tag);
    } else {
      open = both[0];
      close = both[1];
    }
  }

  private void literal(int from, int to) {
    if (from < to) {
      sections.add(new Node.Literal(text.substring(from, to)));
    }
  }

  private int lineOf(int at) {
    for (; counted < at; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
      }
    }
    return line;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
