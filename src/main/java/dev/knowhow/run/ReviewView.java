package dev.knowhow.run;

import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A decision that a run waits for, with what is needed to make it.
///
/// @param step the id of the review's step
/// @param lane which row of which list it is about, or empty
/// @param words what is to be decided, as a sentence
/// @param by the role of the tool's vertical that decides; empty for whoever started the run, any
///   builder and any owner
/// @param startedBy the name of the person who started the run
/// @param value what is proposed
/// @param type what an edited value must be; empty where it can be approved and not edited
/// @param label the words above the value
/// @param fills what only a person may decide
/// @param shown what else is needed to decide
/// @param reasons why an answer failed its checks, where that is why a person is asked
/// @param maySendBack whether the answer can be asked for again with a comment
/// @param until when it will be too late
/// @param decided how it ended, once it did
public record ReviewView(
    String id,
    String runId,
    String toolId,
    String toolName,
    String step,
    String lane,
    String words,
    String by,
    String startedBy,
    Value value,
    Optional<Type> type,
    String label,
    List<Fill> fills,
    List<Shown> shown,
    List<String> reasons,
    boolean maySendBack,
    Instant since,
    Optional<Instant> until,
    Optional<Decided> decided) {

  /// Copies the lists.
  public ReviewView {
    fills = List.copyOf(fills);
    shown = List.copyOf(shown);
    reasons = List.copyOf(reasons);
  }

  /// A field that the person fills in.
  public record Fill(String name, String label, Type type) {}

  /// Something that is shown beside the proposed value.
  ///
  /// @param kind how the result of this name is declared, such as `date`; empty where there is none
  public record Shown(String label, String kind, Value value) {}

  /// How a review ended.
  ///
  /// @param decision `approved`, `edited`, `sent back`, `late`, or `withdrawn` where the run ended
  ///   without it
  /// @param by the name of the person, or empty where time decided
  /// @param value what was let through; not stated where nothing was
  /// @param fills what the person filled in, by name
  public record Decided(
      String decision,
      String by,
      Instant at,
      String comment,
      Value value,
      Map<String, String> fills) {

    /// Copies the map in its order.
    public Decided {
      fills = Collections.unmodifiableMap(new LinkedHashMap<>(fills));
    }
  }
}
