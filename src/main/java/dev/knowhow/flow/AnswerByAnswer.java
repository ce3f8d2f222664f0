package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import dev.knowhow.value.ValueJson;
import dev.knowhow.worker.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Executes a slice in a worker that has executed nothing else, so that it is known where it was
/// when the process ended: it is given its last answers one by one. Used once.
final class AnswerByAnswer {
  private static final int ONE_BY_ONE = 20;

  private final SliceRequest request;
  private final WorkerProcess worker;
  private final AtomicLong ids;
  private Optional<FlowCall> after = Optional.empty();
  private Optional<Slice.Waiting> told = Optional.empty();

  AnswerByAnswer(SliceRequest request, WorkerProcess worker, AtomicLong ids) {
    this.request = request;
    this.worker = worker;
    this.ids = ids;
  }

  /// The call whose answer was the last that the flow was given.
  Optional<FlowCall> after() {
    return after;
  }

  /// What the flow told before its last answer, without the calls that have their answers now.
  Optional<Slice.Waiting> told() {
    return told;
  }

  /// What the flow did before its last answer.
  List<TraceEntry> trace() {
    return told.map(Slice.Waiting::trace).orElse(List.of());
  }

  /// Executes the slice; all of it may take as long as one.
  ///
  /// @throws Problem of kind `TOO_LARGE` if it is too much; nothing was sent then
  Frame exchange(Duration limit) throws WorkerEnded {
    long until = System.nanoTime() + limit.toNanos();
    String key = request.warmKey().isEmpty() ? "alone" : request.warmKey();
    List<JournalAnswer> journal = request.journal();
    int had = Math.max(0, journal.size() - ONE_BY_ONE);
    Frame answer =
        worker.exchange(SliceJson.slice(request, id(), key, journal.subList(0, had)), left(until));
    while (had < journal.size()
        && answer.kind() == Frame.Kind.SLICED
        && reached(answer.part(1), journal.get(had))) {
      String next = ValueJson.print(SliceJson.answers(journal.subList(had, had + 1)));
      answer =
          worker.exchange(
              Frame.of(Frame.Kind.GO_ON, id(), key, Integer.toString(had), next), left(until));
      had++;
    }
    if (answer.kind() != Frame.Kind.COLD) {
      return answer;
    }
    told = Optional.empty();
    return worker.exchange(SliceJson.slice(request, id(), key, journal), left(until));
  }

  private boolean reached(String outcome, JournalAnswer next) {
    try {
      if (!(SliceJson.outcome(outcome, told) instanceof Slice.Waiting waiting)) {
        return false;
      }
      after = waiting.calls().stream().filter(call -> call.number() == next.number()).findFirst();
      told =
          Optional.of(
              new Slice.Waiting(
                  waiting.calls().stream().filter(call -> call.number() != next.number()).toList(),
                  waiting.trace()));
      return true;
    } catch (Problem | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private String id() {
    return Long.toString(ids.incrementAndGet());
  }

  private static Duration left(long until) {
    return Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
  }
}
