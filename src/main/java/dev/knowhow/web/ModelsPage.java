package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// The connections to models, what the tiers mean, and the prices.
///
/// @param tiers one choice per tier; empty while nothing is connected
/// @param ways the fields of the form for an address of one's own
/// @param problem what is wrong with the last form, or empty
/// @param open which way to connect is unfolded: `anthropic`, `openai`, `other` or empty
record ModelsPage(
    Frame frame,
    boolean mayChange,
    List<Connected> connections,
    List<Field> tiers,
    List<PriceRow> prices,
    List<Field> ways,
    String problem,
    String open) {

  /// Copies the lists.
  ModelsPage {
    connections = List.copyOf(connections);
    tiers = List.copyOf(tiers);
    prices = List.copyOf(prices);
    ways = List.copyOf(ways);
  }

  /// A connection and how its last test went.
  record Connected(
      String id, String name, String recipient, String key, boolean priced, Optional<Test> test) {}

  /// How a test went, as a sentence.
  record Test(boolean works, String sentence) {}

  /// What a model costs.
  record PriceRow(
      String model,
      String provider,
      String input,
      String cached,
      String output,
      String source,
      String checked) {}

  /// Whether anything is connected.
  boolean any() {
    return !connections.isEmpty();
  }

  /// Whether the Anthropic form is unfolded.
  boolean anthropicOpen() {
    return open.equals("anthropic");
  }

  /// Whether the OpenAI form is unfolded.
  boolean openAiOpen() {
    return open.equals("openai");
  }

  /// Whether the form for another address is unfolded.
  boolean otherOpen() {
    return open.equals("other");
  }
}
