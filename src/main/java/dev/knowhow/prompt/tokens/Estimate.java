package dev.knowhow.prompt.tokens;

/// A count by `o200k_base` times a factor, for a model whose tokenizer is not public.
///
/// @param percent the factor in percent, rounded so that the estimate is rather too high
record Estimate(TokenCounter o200k, int percent) implements TokenCounter {

  @Override
  public int count(CharSequence text) {
    return Math.toIntExact(fromO200k(o200k.count(text)));
  }

  @Override
  public long fromO200k(long o200kTokens) {
    return Math.ceilDivExact(Math.multiplyExact(o200kTokens, (long) percent), 100L);
  }

  @Override
  public String name() {
    String cents = Integer.toString(percent % 100);
    String fraction = cents.length() == 1 ? "0" + cents : cents;
    return "o200k_base × " + percent / 100 + "." + fraction + ", an estimate";
  }

  @Override
  public boolean exact() {
    return false;
  }
}
