package dev.knowhow.model;

import dev.knowhow.net.Outbound;
import dev.knowhow.price.Price;
import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.OutputShape;
import dev.knowhow.prompt.tokens.TokenCounter;
import dev.knowhow.prompt.tokens.TokenCounters;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Makes questions ready; equal questions to equal models give equal bytes.
///
/// Remembers which models refused to be held to a shape, and asks them in words only from then on.
final class Preparing {
  private static final int FRAMING_TOKENS = 60;
  private static final int SHAPE_FRAMING_TOKENS = 600;

  private final Outbound outbound;
  private final Set<String> withoutShape = ConcurrentHashMap.newKeySet();

  Preparing(Outbound outbound) {
    this.outbound = outbound;
  }

  Prepared prepare(Chosen chosen, CompiledPrompt prompt, int maxOutputTokens) {
    Connection connection = chosen.connection();
    Wire wire = Wire.of(connection);
    Traits traits = Traits.of(connection, chosen.model().model());
    TokenCounter counter =
        TokenCounters.forModel(chosen.model().provider(), chosen.model().model());
    boolean structured =
        traits.structured() && prompt.shape().isPresent() && !withoutShape.contains(key(chosen));
    int maxTokens = maxTokens(chosen, traits, maxOutputTokens);
    int leastCached = traits.leastCached() == 0 ? 0 : inO200k(counter, traits.leastCached());
    byte[] body =
        wire.body(
            prompt,
            new Knobs(
                chosen.model().model(),
                maxTokens,
                traits.effortFor(chosen.tier()),
                structured,
                leastCached));
    long input = input(prompt, structured, counter);
    mustFit(chosen, input);
    var to = connection.at().at(wire.path(connection));
    outbound.check(to);
    return new Prepared(
        chosen,
        wire,
        to,
        body,
        structured,
        counter,
        input,
        chosen.price().atMost(atMost(input, counter, body), maxTokens));
  }

  private static int maxTokens(Chosen chosen, Traits traits, int maxOutputTokens) {
    int wanted = Math.addExact(maxOutputTokens, traits.thinkingFor(chosen.tier()));
    long most = chosen.price().maxOutputTokens();
    return most > 0 ? (int) Math.min(most, wanted) : wanted;
  }

  /// How many `o200k_base` tokens are certain to be so many of the model's: the least that is worth
  /// a mark is rather overestimated.
  private static int inO200k(TokenCounter counter, int tokens) {
    return counter.exact() ? tokens : (int) Math.max(1, tokens * 1000L / counter.fromO200k(1000));
  }

  private static long input(CompiledPrompt prompt, boolean structured, TokenCounter counter) {
    long tokens = counter.fromO200k(prompt.tokens()) + FRAMING_TOKENS;
    if (!structured) {
      return tokens;
    }
    int shape = prompt.shape().map(OutputShape::jsonSchema).map(counter::count).orElse(0);
    return tokens + shape + SHAPE_FRAMING_TOKENS;
  }

  /// The most tokens that the input can have. Where the count is an estimate a quarter is added,
  /// but never more than one token for each byte, the least that a tokenizer makes of it.
  private static long atMost(long input, TokenCounter counter, byte[] body) {
    return counter.exact() ? input : Math.min(input + input / 4, Math.max(input, body.length));
  }

  private static void mustFit(Chosen chosen, long input) {
    Price price = chosen.price();
    if (price.maxInputTokens() > 0 && input > price.maxInputTokens()) {
      throw Problem.of(
          Kind.TOO_LARGE,
          "This would send about "
              + input
              + " tokens, but "
              + chosen.model().model()
              + " takes at most "
              + price.maxInputTokens()
              + ".",
          "Shorten what you put in, or choose a model with more room in Settings, Models.");
    }
  }

  /// Whether a refusal is about being held to a shape; then the model is asked without from now on.
  boolean refusedShape(Prepared prepared, Came.Rejected rejected) {
    if (!prepared.structured() || (rejected.status() != 400 && rejected.status() != 422)) {
      return false;
    }
    String words = rejected.words();
    boolean about =
        words.contains("response_format")
            || words.contains("output_config")
            || words.contains("schema")
            || words.contains("tructured output");
    return about && withoutShape.add(key(prepared.chosen()));
  }

  private static String key(Chosen chosen) {
    return chosen.connection().id() + "\n" + chosen.model().model();
  }
}
