package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import dev.knowhow.value.ValueJson;
import dev.knowhow.worker.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// What is said to a worker for one slice. The text is made before there is a worker, because
/// others wait for it too. Used by one thread.
final class SliceFrames {
  private final SliceRequest request;
  private final Optional<WarmFlows.Warm> warm;
  private final AtomicLong ids;
  private final String text;
  private boolean wentOn;

  /// The frames for a request.
  ///
  /// @param warm where the flow stands, to go on there
  /// @param ids the ids of frames, which never repeat
  SliceFrames(SliceRequest request, Optional<WarmFlows.Warm> warm, AtomicLong ids) {
    this.request = request;
    this.warm = warm;
    this.ids = ids;
    this.text =
        warm.map(where -> more(request, where.answers()))
            .orElseGet(() -> SliceJson.request(request));
  }

  SliceRequest request() {
    return request;
  }

  Optional<WarmFlows.Warm> warm() {
    return warm;
  }

  /// What the flow had told before, without the calls that have their answers now; nothing if it
  /// began anew.
  Optional<Slice.Waiting> told() {
    return warm.filter(_ -> wentOn).map(this::stillTrue);
  }

  /// The call whose answer was the last that the flow was given; nothing if it began anew.
  Optional<FlowCall> after() {
    if (!wentOn || request.journal().isEmpty()) {
      return Optional.empty();
    }
    int last = request.journal().getLast().number();
    return warm.stream()
        .flatMap(where -> where.stood().told().calls().stream())
        .filter(call -> call.number() == last)
        .findFirst();
  }

  private Slice.Waiting stillTrue(WarmFlows.Warm where) {
    Slice.Waiting told = where.stood().told();
    Set<Integer> answered =
        request.journal().subList(where.answers(), request.journal().size()).stream()
            .map(JournalAnswer::number)
            .collect(Collectors.toSet());
    return new Slice.Waiting(
        told.calls().stream().filter(call -> !answered.contains(call.number())).toList(),
        told.trace());
  }

  /// One answer of a worker; goes on where the flow stands if it stands there, else from the start.
  ///
  /// @throws Problem of kind `TOO_LARGE` if it is too much; nothing was sent then
  Frame exchanged(WorkerProcess worker, Duration deadline) throws WorkerEnded {
    String id = Long.toString(ids.incrementAndGet());
    wentOn = warm.filter(where -> where.worker().equals(worker)).isPresent();
    if (wentOn) {
      String had = Integer.toString(warm.orElseThrow().answers());
      Frame answer =
          worker.exchange(Frame.of(Frame.Kind.GO_ON, id, request.warmKey(), had, text), deadline);
      if (answer.kind() != Frame.Kind.COLD) {
        return answer;
      }
      wentOn = false;
    }
    FlowProgram program = request.program();
    return worker.exchange(
        Frame.of(
            Frame.Kind.SLICE,
            id,
            request.warmKey(),
            Integer.toString(program.prelude()),
            program.javascript(),
            warm.isPresent() ? SliceJson.request(request) : text),
        deadline);
  }

  private static String more(SliceRequest request, int had) {
    List<JournalAnswer> journal = request.journal();
    return ValueJson.print(SliceJson.answers(journal.subList(had, journal.size())));
  }
}
