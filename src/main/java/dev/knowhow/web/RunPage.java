package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One run: what it gives, where that comes from, what happened, what it cost.
///
/// @param state `running`, `waiting`, `parked`, `result`, `cant-say`, `failed` or `stopped`
/// @param banner what to know first: whose answer it is, that it waits, can't say or failed
/// @param sample whether sample answers were used
/// @param writing the answers that are being written now
/// @param sentence what it cost and how long it took
/// @param firstPrompts what would be sent first, while it waits for a model
/// @param filledIn the inputs with their labels
/// @param around what it waits for, where it comes from, what can be done with it
record RunPage(
    Frame frame,
    String id,
    Tool tool,
    String state,
    Optional<Banner> banner,
    boolean sample,
    List<ResultPart> results,
    List<Writing> writing,
    List<SourceLine> sources,
    List<Moment> moments,
    String sentence,
    List<PromptPart> firstPrompts,
    List<FilledIn> filledIn,
    Around around) {

  /// Copies the lists.
  RunPage {
    results = List.copyOf(results);
    writing = List.copyOf(writing);
    sources = List.copyOf(sources);
    moments = List.copyOf(moments);
    firstPrompts = List.copyOf(firstPrompts);
    filledIn = List.copyOf(filledIn);
  }

  /// What belongs to a run beside its result and its timeline.
  ///
  /// @param waits what it can't go on without
  /// @param moreWaits how many more there are, in words, or empty
  /// @param approvals who let a result through, each a sentence
  /// @param origins the runs that it was made from or is part of
  /// @param logs what the tool's script wrote outside any step
  /// @param mayReplay whether it can be executed again from what was kept
  /// @param mayChange whether this person may try it with changes
  record Around(
      List<Wait> waits,
      String moreWaits,
      List<String> approvals,
      List<Origin> origins,
      List<String> logs,
      boolean mayReplay,
      boolean mayChange) {
    /// Copies the lists.
    Around {
      waits = List.copyOf(waits);
      approvals = List.copyOf(approvals);
      origins = List.copyOf(origins);
      logs = List.copyOf(logs);
    }
  }

  /// Something that a run can't go on without.
  ///
  /// @param yours whether this person can do it
  /// @param untilAMoment whether it is only a moment that has to come
  record Wait(
      boolean yours, boolean untilAMoment, String title, String text, Optional<Moment.Link> link) {}

  /// Another run that this one belongs to.
  ///
  /// @param compare where both stand side by side
  record Origin(String words, Moment.Link link, Optional<Moment.Link> compare) {}

  /// The tool that ran.
  record Tool(String id, String name, String trade, String when) {}

  /// What a person should know first.
  ///
  /// @param level `good`, `accent`, `warning` or `bad`
  record Banner(String level, String title, String text, Optional<Moment.Link> action) {}

  /// An answer that is being written.
  ///
  /// @param call the number by which the page's script knows it
  /// @param text what has come so far
  record Writing(int call, String words, String text) {}

  /// A prompt with its pieces.
  record PromptPart(
      String words, String recipient, String tokens, List<SentSegment> segments, String request) {
    /// Copies the list.
    PromptPart {
      segments = List.copyOf(segments);
    }
  }

  /// An input as it was filled in.
  record FilledIn(String label, String text) {}

  /// Whether something still happens by itself.
  boolean running() {
    return state.equals("running");
  }

  /// Whether it waits for a decision, another run or a moment.
  boolean waiting() {
    return state.equals("waiting");
  }

  /// Whether the page changes without anybody's doing here.
  boolean live() {
    return running() || waiting();
  }

  /// Whether it can be stopped.
  boolean mayStop() {
    return live() || parked();
  }

  /// Whether it waits for a person.
  boolean parked() {
    return state.equals("parked");
  }

  /// Whether it ended without a result, so that trying again makes sense.
  boolean mayStartAgain() {
    return state.equals("failed") || state.equals("stopped");
  }

  /// Whether a result is a table, which needs the whole width.
  boolean wide() {
    return results.stream().anyMatch(part -> part.part().equals("table"));
  }

  /// Whether nobody has approved the result yet.
  boolean draft() {
    return around.approvals().isEmpty();
  }
}
