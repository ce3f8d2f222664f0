package dev.knowhow.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a Markdown text into passages: along its headings, then between paragraphs where a section
/// is long. A list, a table and a block of code stay whole; used once.
final class MarkdownPassages {
  private static final int ENOUGH = 1_200;
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*\\s*");
  private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

  private final KnowledgeText text;
  private final List<Passage> passages = new ArrayList<>();
  private final String[] headings = new String[7];
  private final List<String> blocks = new ArrayList<>();
  private final StringBuilder block = new StringBuilder();
  private boolean inCode;

  private MarkdownPassages(KnowledgeText text) {
    this.text = text;
    Arrays.fill(headings, "");
  }

  /// The passages of a text in its order.
  static List<Passage> of(KnowledgeText text) {
    return new MarkdownPassages(text).cut();
  }

  private List<Passage> cut() {
    for (String line : PlainText.of(text.markdown()).split("\n", -1)) {
      Matcher heading = HEADING.matcher(line);
      if (FENCE.matcher(line).matches()) {
        inCode = !inCode;
        add(line);
      } else if (!inCode && heading.matches()) {
        endSection();
        begin(heading.group(1).length(), heading.group(2));
      } else if (!inCode && line.isBlank()) {
        endBlock();
      } else {
        add(line);
      }
    }
    endSection();
    return List.copyOf(passages);
  }

  private void begin(int level, String heading) {
    headings[level] = heading.equals(text.label()) ? "" : heading;
    for (int deeper = level + 1; deeper < headings.length; deeper++) {
      headings[deeper] = "";
    }
  }

  private void add(String line) {
    if (block.isEmpty() && !inCode && line.startsWith(" ") && !blocks.isEmpty()) {
      // an indented line after an empty one goes on with the list above it
      block.append(blocks.removeLast()).append("\n");
    } else if (block.isEmpty() && isItem(line) && !blocks.isEmpty() && isItem(blocks.getLast())) {
      block.append(blocks.removeLast());
    }
    block.append(block.isEmpty() ? "" : "\n").append(line);
  }

  private void endBlock() {
    if (!block.isEmpty()) {
      String whole = block.toString();
      if (whole.length() > 2 * ENOUGH && !isItem(whole) && !whole.startsWith("|") && !inCode) {
        blocks.addAll(sentences(whole));
      } else {
        blocks.add(whole);
      }
      block.setLength(0);
    }
  }

  private void endSection() {
    endBlock();
    inCode = false;
    StringBuilder passage = new StringBuilder();
    for (String next : blocks) {
      if (!passage.isEmpty() && passage.length() + next.length() > ENOUGH) {
        end(passage);
      }
      passage.append(passage.isEmpty() ? "" : "\n\n").append(next);
    }
    end(passage);
    blocks.clear();
  }

  private void end(StringBuilder passage) {
    if (!passage.isEmpty()) {
      String heading =
          String.join(" › ", List.of(headings).stream().filter(h -> !h.isEmpty()).toList());
      passages.add(
          new Passage(text.name(), text.label(), heading, passage.toString(), passages.size() + 1));
      passage.setLength(0);
    }
  }

  private static List<String> sentences(String paragraph) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String sentence : SENTENCE_END.split(paragraph)) {
      if (!part.isEmpty() && part.length() + sentence.length() > ENOUGH) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(sentence);
    }
    parts.add(part.toString());
    return parts;
  }

  private static boolean isItem(String block) {
    return block.matches("(?s)\\s{0,3}([-*+]|\\d{1,4}[.)])\\s.*");
  }
}
