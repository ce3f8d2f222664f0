package dev.knowhow.flow;

import dev.knowhow.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that a slice depends on: equal requests give equal slices.
///
/// @param program the flow
/// @param inputs the inputs by name, canonical by their types
/// @param knowledgeTexts the text of each knowledge that [FlowProgram#knowledge] names
/// @param startedAt when the run began; the flow's clock stands still there
/// @param seed the seed of the flow's random numbers
/// @param journal the answers so far, in their order of arrival
/// @param warmKey names the run, so that a waiting flow can go on where it stands; empty to execute
///   it from the start. It never changes what comes out.
/// @param turn whose turn at a worker it takes
public record SliceRequest(
    FlowProgram program,
    Value.Fields inputs,
    Map<String, String> knowledgeTexts,
    Instant startedAt,
    long seed,
    List<JournalAnswer> journal,
    String warmKey,
    Turn turn) {

  /// Copies the collections.
  public SliceRequest {
    knowledgeTexts = Collections.unmodifiableMap(new TreeMap<>(knowledgeTexts));
    journal = List.copyOf(journal);
  }

  /// The same, to be executed from the start and kept nowhere.
  SliceRequest fromTheStart() {
    return new SliceRequest(program, inputs, knowledgeTexts, startedAt, seed, journal, "", turn);
  }
}
