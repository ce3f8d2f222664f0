package dev.knowhow.prompt.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/// `o200k_base`, the tokenizer of OpenAI's models since GPT-4o. Text that looks like a special
/// token counts as the ordinary text it is.
final class O200k implements TokenCounter {

  /// The vocabulary takes a quarter of a second and 30 MB, so it waits for the first count.
  private static final class Vocabulary {
    private static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Vocabulary() {}
  }

  @Override
  public int count(CharSequence text) {
    return text.isEmpty() ? 0 : Vocabulary.ENCODING.countTokensOrdinary(text.toString());
  }

  @Override
  public long fromO200k(long o200kTokens) {
    return o200kTokens;
  }

  @Override
  public String name() {
    return "o200k_base";
  }

  @Override
  public boolean exact() {
    return true;
  }
}
