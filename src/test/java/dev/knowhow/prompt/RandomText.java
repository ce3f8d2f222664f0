package dev.knowhow.prompt;

import java.util.SplittableRandom;

/// Random text from all corners of Unicode, with what tokenizers, templates and fences trip over
/// made likely.
final class RandomText {
  private static final String[] PIECES = {
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\u3000",
    "/",
    "//",
    "/\n",
    "'s",
    "'",
    "don't",
    "Word",
    "WORD",
    "word",
    " word",
    "123",
    "1234567",
    "$1,250.00",
    ".",
    "...\n",
    "{{",
    "}}",
    "{{name}}",
    "{{#a}}",
    "{{/a}}",
    "{{^a}}",
    "{{=",
    "=}}",
    "{{!",
    "{{&",
    "{{{",
    "}}}",
    "<input name=\"x\" mark=\"00000000\">",
    "</input mark=\"00000000\">",
    "<",
    ">",
    "<|endoftext|>",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "中文",
    "العربية",
    "हिन्दी",
    "👩‍👩‍👧",
    "\ud83d",
    "\ude00",
    "\ufeff",
    "\u200b",
    "\u0000"
  };

  private RandomText() {}

  static String of(SplittableRandom random, int pieces) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(pieces + 1);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x250 : 0x110000));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
