package dev.knowhow.prompt;

import dev.knowhow.prompt.tokens.TokenCounter;

/// Counts a message piece by piece so that the pieces' counts add up to the count of the whole.
///
/// `o200k_base` first cuts a text into pieces and never merges across them, and a line end closes a
/// piece unless white space or a slash follows. So after a line end that is followed by anything
/// else, the rest can be counted on its own. A piece that does not begin like that is counted
/// together with what stands before it since the last such place, and what is new is its count.
///
/// Not thread-safe; a copy goes its own way.
final class MessageTokens {
  private final TokenCounter counter;
  private String last = "";
  private int total;

  MessageTokens(TokenCounter counter) {
    this.counter = counter;
  }

  /// Goes on where another has got to.
  MessageTokens copy() {
    MessageTokens copy = new MessageTokens(counter);
    copy.last = last;
    copy.total = total;
    return copy;
  }

  /// The message's count so far.
  int total() {
    return total;
  }

  /// Adds a piece, which may be empty, and says by how much the message's count has grown.
  int add(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int more;
    if (last.isEmpty() || last.endsWith("\n") && canBegin(text)) {
      more = counter.count(text);
      last = text;
    } else {
      String open = last.substring(lastCut(last));
      more = counter.count(open + text) - counter.count(open);
      last = open + text;
    }
    total += more;
    return more;
  }

  private static int lastCut(String text) {
    for (int end = text.lastIndexOf('\n', text.length() - 2); end >= 0; ) {
      if (canBegin(text.substring(end + 1, end + 2))) {
        return end + 1;
      }
      end = end == 0 ? -1 : text.lastIndexOf('\n', end - 1);
    }
    return 0;
  }

  private static boolean canBegin(String text) {
    char first = text.charAt(0);
    return first != '/' && !Clean.isWhite(first);
  }
}
