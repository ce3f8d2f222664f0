package dev.knowhow.prompt.tokens;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which counter fits which model.
///
/// A factor is what the same English text takes in the other tokenizer, from published
/// measurements, taken from the upper part of their spread: a reservation that is too small costs
/// more trust than one that is too large. The provider's usage replaces the estimate after the
/// call.
public final class TokenCounters {
  private static final TokenCounter O200K = new O200k();
  private static final int NEW_CLAUDE = 165;
  private static final int OLD_CLAUDE = 120;
  private static final int GEMINI = 110;
  private static final int OLD_GPT = 110;
  private static final int NEWER_GPT = 100;
  private static final int OTHER = 125;

  /// Models that their maker's own library counts with `o200k_base`.
  private static final List<String> O200K_MODELS =
      List.of("gpt-4o", "gpt-4.1", "gpt-4.5", "gpt-5", "gpt-oss", "chatgpt-4o", "o1", "o3", "o4");

  /// Version numbers in the name of a Claude: `claude-3-5-haiku`, `claude-opus-4-7`.
  private static final Pattern CLAUDE_VERSION =
      Pattern.compile("-(\\d{1,2})(?:[-.](\\d{1,2})\\b)?");

  private TokenCounters() {}

  /// The counter of `o200k_base`, in which prompts are counted.
  public static TokenCounter o200k() {
    return O200K;
  }

  /// The counter for a model: its own where its tokenizer is public, an estimate elsewhere.
  ///
  /// @param provider the provider or connection; only the model's name decides, because one
  ///   connection may serve models of several makers
  public static TokenCounter forModel(String provider, String model) {
    String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (O200K_MODELS.stream().anyMatch(name::startsWith)) {
      return O200K;
    }
    if (name.startsWith("gpt-4") || name.startsWith("gpt-3")) {
      return new Estimate(O200K, OLD_GPT);
    }
    if (name.startsWith("gpt-")) {
      return new Estimate(O200K, NEWER_GPT);
    }
    if (name.contains("gemini") || name.contains("gemma")) {
      return new Estimate(O200K, GEMINI);
    }
    if (name.contains("claude") || provider.equals("anthropic")) {
      return new Estimate(O200K, isOldClaude(name) ? OLD_CLAUDE : NEW_CLAUDE);
    }
    return new Estimate(O200K, OTHER);
  }

  /// Claude models before 4.7 have a tokenizer that makes fewer tokens of English.
  private static boolean isOldClaude(String name) {
    Matcher version = CLAUDE_VERSION.matcher(name);
    if (!version.find()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
    return major < 4 || major == 4 && minor < 7;
  }
}
