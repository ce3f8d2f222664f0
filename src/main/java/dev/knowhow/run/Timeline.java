package dev.knowhow.run;

import dev.knowhow.flow.StepOutline;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.knowledge.Passage;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Orders what a run did into its steps: a step of the tool, in one lane, is one step of the
/// timeline, with its calls, its checks and what came of it.
final class Timeline {
  private final Map<String, StepOutline> outline;
  private final RunState state;
  private final Optional<String> failedAt;
  private final Map<Key, Draft> drafts = new LinkedHashMap<>();

  Timeline(List<StepOutline> outline, RunState state, Optional<String> failedAt) {
    this.outline =
        outline.stream()
            .collect(
                Collectors.toMap(
                    StepOutline::id, step -> step, (first, _) -> first, LinkedHashMap::new));
    this.state = state;
    this.failedAt = failedAt;
  }

  private record Key(String step, String lane) {}

  private static final class Draft {
    private String words = "";
    private boolean waits;
    private int firstCall;
    private int rows;
    private final List<StepView.WayView> ways = new ArrayList<>();
    private boolean fresh;
    private @Nullable String child;
    private ReviewView.@Nullable Decided decided;
    private @Nullable Instant startedAt;
    private final List<String> details = new ArrayList<>();
    private final List<StepView.CheckView> checks = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<StepView.AskView> asked = new ArrayList<>();
  }

  /// Adds a journal entry; `now` is not a step.
  void add(JournalStore.Entry entry, List<StepView.SentSegment> segments, String partial) {
    if (entry.name().equals(FlowCalls.NOW)) {
      return;
    }
    Draft draft = draft(entry.step(), entry.lane());
    if (draft.firstCall == 0) {
      draft.firstCall = entry.number();
      draft.startedAt = entry.askedAt();
    }
    boolean answered = entry.arrival().isPresent();
    draft.waits |= !answered;
    draft.fresh |= !entry.kept();
    if (entry.name().equals(FlowCalls.REVIEW)) {
      entry
          .answer()
          .ifPresent(answer ->
              draft.decided =
                  ReviewStore.decided(answer, entry.answeredAt().orElse(entry.askedAt())));
    } else if (entry.name().equals(FlowCalls.USE_TOOL)) {
      draft.child = child(entry);
    } else if (entry.name().equals(FlowCalls.LOOK_UP)) {
      entry.answer().map(FlowCalls::passages).ifPresent(draft.passages::addAll);
    } else {
      Answerer by = Answerer.read(entry.answeredBy());
      draft.asked.add(
          new StepView.AskView(
              entry.number(),
              entry.attempt(),
              "",
              segments,
              answered ? entry.answerText() : partial,
              by.words(),
              by.usage(),
              by.cost(),
              by.took(),
              by.why(),
              entry.askedAt()));
    }
  }

  /// The run that a call started: the answer names it, and before that its id is known.
  private static @Nullable String child(JournalStore.Entry entry) {
    if (entry.answer().isEmpty()) {
      return ChildDesk.idOf(entry.runId(), entry.number());
    }
    String run =
        entry.answer().get() instanceof Value.Fields fields ? fields.get("run").textOrEmpty() : "";
    return run.isEmpty() ? null : run;
  }

  /// Adds what the flow did.
  void add(TraceEntry entry) {
    if (entry.step().isEmpty()) {
      return;
    }
    Draft draft = draft(entry.step(), entry.lane());
    switch (entry.kind()) {
      case CHECKED -> check(draft, entry);
      case CALCULATED, MATCHED -> entry.details().fields().forEach((n, v) -> detail(draft, n, v));
      case CHOSE -> draft.ways.add(way(entry));
      case LOOPED -> draft.rows = rows(entry);
      case ASKED, LOOKED_UP, REVIEWED, USED_TOOL, WORKED, LOGGED -> {}
    }
  }

  List<StepView> steps() {
    List<StepView> steps = new ArrayList<>();
    drafts.forEach((key, draft) ->
        steps.add(
            new StepView(
                key.step(),
                key.lane(),
                draft.words,
                status(key, draft),
                draft.details,
                draft.checks,
                draft.passages,
                draft.asked,
                Optional.ofNullable(draft.startedAt),
                Optional.ofNullable(draft.decided),
                Optional.ofNullable(draft.child),
                draft.firstCall > 0 && !draft.fresh,
                draft.firstCall,
                draft.ways,
                draft.rows)));
    return steps;
  }

  private Draft draft(String step, String lane) {
    return drafts.computeIfAbsent(
        new Key(step, lane),
        _ -> {
          Draft draft = new Draft();
          StepOutline known = outline.get(step);
          draft.words = known == null ? step : known.words();
          return draft;
        });
  }

  private StepView.Status status(Key key, Draft draft) {
    boolean blamed = failedAt.filter(key.step()::equals).isPresent();
    if (state == RunState.FAILED && blamed && (key.lane().isEmpty() || lastHeldNot(draft))) {
      return StepView.Status.FAILED;
    }
    if (draft.waits) {
      return state == RunState.RUNNING || state == RunState.WAITING
          ? StepView.Status.UNDER_WAY
          : StepView.Status.FAILED;
    }
    return StepView.Status.DONE;
  }

  private static boolean lastHeldNot(Draft draft) {
    return draft.checks.stream().anyMatch(check -> !check.held());
  }

  private static StepView.WayView way(TraceEntry entry) {
    Optional<Boolean> holds =
        entry.details().get("holds") instanceof Value.YesNo(boolean yes)
            ? Optional.of(yes)
            : Optional.empty();
    return new StepView.WayView(entry.words(), holds, entry.details().get("because").textOrEmpty());
  }

  private static int rows(TraceEntry entry) {
    String rows = entry.details().get("rows").textOrEmpty();
    return rows.matches("[0-9]{1,9}") ? Integer.parseInt(rows) : 0;
  }

  private static void check(Draft draft, TraceEntry entry) {
    String reason =
        switch (entry.verdict()) {
          case PASSED, NONE -> "";
          case FAILED -> reason(entry);
          case CANT_BE_CHECKED -> "can't be checked: " + reason(entry);
        };
    draft.checks.add(
        new StepView.CheckView(
            entry.words(), entry.verdict() != TraceEntry.Verdict.FAILED, reason));
  }

  private static String reason(TraceEntry entry) {
    String found = entry.details().get("found").textOrEmpty();
    String wanted = entry.details().get("wanted").textOrEmpty();
    if (found.isEmpty() || wanted.isEmpty()) {
      return found + wanted;
    }
    return found + "; wanted: " + wanted;
  }

  private static void detail(Draft draft, String name, Value value) {
    String shown =
        switch (value) {
          case Value.Text(String text) -> text;
          case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
          case Value.NotStated() -> "not stated";
          case Value.Items(List<Value> items) ->
              items.size() == 1 ? "1 row" : items.size() + " rows";
          case Value.Fields _ -> "";
        };
    draft.details.add(name.replace('_', ' ') + ": " + shown);
  }
}
