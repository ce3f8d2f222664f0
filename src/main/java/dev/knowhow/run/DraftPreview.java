package dev.knowhow.run;

import dev.knowhow.knowledge.Passage;
import dev.knowhow.price.CostRange;
import java.util.List;
import java.util.Optional;

/// What a draft would send and look up for one of its examples, whose sample answers stand in for
/// the models; nothing is sent.
///
/// @param asks what would be asked, in order
/// @param lookUps what was looked up, in order
/// @param cost the expected cost of the run; empty where a price is not known
/// @param stopped why it did not get to the end, as a sentence, or empty
/// @param tookMicros how long it took, in microseconds
public record DraftPreview(
    List<Asked> asks,
    List<LookedUp> lookUps,
    Optional<CostRange> cost,
    String stopped,
    long tookMicros) {

  /// Copies the lists.
  public DraftPreview {
    asks = List.copyOf(asks);
    lookUps = List.copyOf(lookUps);
  }

  /// One ask.
  ///
  /// @param step the name of the answer
  /// @param lane the row that the step works on, or empty
  /// @param attempt counted from 1
  /// @param recipient who would get it, or empty while its tier means no model
  /// @param model the model that its price is of, or empty
  /// @param segments its pieces, byte for byte as they are sent
  /// @param tokens of the prompt
  /// @param cost of this ask; empty where no price is known
  public record Asked(
      String step,
      String lane,
      int attempt,
      String recipient,
      String model,
      List<StepView.SentSegment> segments,
      int tokens,
      Optional<CostRange> cost) {
    /// Copies the list.
    public Asked {
      segments = List.copyOf(segments);
    }
  }

  /// One look-up.
  ///
  /// @param step the step's id
  /// @param lane the row that the step works on, or empty
  public record LookedUp(String step, String lane, String query, List<Passage> passages) {
    /// Copies the list.
    public LookedUp {
      passages = List.copyOf(passages);
    }
  }
}
