package dev.knowhow.flow;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which waiting flow stands warm in which worker, after which answers, and what it has told.
///
/// A flow may go on only if all that it was given before is the same; so what it had is remembered
/// and compared, which is nothing but a look while it is the same objects. Where memory is short
/// the collector takes it, and the flow starts cold. Thread-safe.
final class WarmFlows {
  /// How many a server remembers.
  static final int USUAL = 512;

  private final int atMost;
  private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);

  /// Remembers so many; none with 0.
  WarmFlows(int atMost) {
    this.atMost = atMost;
  }

  /// The request under a key to stand warm by, or without one where none is remembered.
  SliceRequest keyed(SliceRequest request) {
    return atMost > 0 ? request : request.fromTheStart();
  }

  private record Place(WorkerProcess worker, SoftReference<Stood> stood) {}

  /// Where a flow stands.
  ///
  /// @param had all that it was given
  /// @param told all that it told
  record Stood(SliceRequest had, Slice.Waiting told) {}

  /// A flow that can go on with a request.
  record Warm(WorkerProcess worker, Stood stood) {
    /// How many answers it has had.
    int answers() {
      return stood.had().journal().size();
    }
  }

  /// Takes the flow of a request out, if it had nothing but the beginning of this request.
  synchronized Optional<Warm> take(SliceRequest request) {
    Place place = places.remove(request.warmKey());
    Stood stood = place == null ? null : place.stood().get();
    if (place == null || stood == null || !begins(stood.had(), request)) {
      return Optional.empty();
    }
    return Optional.of(new Warm(place.worker(), stood));
  }

  /// Remembers that the flow of a request waits in a worker.
  synchronized void waits(SliceRequest request, Slice.Waiting told, WorkerProcess worker) {
    if (request.warmKey().isEmpty()) {
      return;
    }
    places.put(request.warmKey(), new Place(worker, new SoftReference<>(new Stood(request, told))));
    if (places.size() > atMost) {
      places.remove(places.keySet().iterator().next());
    }
  }

  /// Forgets all that waited in a worker.
  synchronized void forgetAllIn(WorkerProcess worker) {
    places.values().removeIf(place -> place.worker.equals(worker));
  }

  private static boolean begins(SliceRequest had, SliceRequest request) {
    List<JournalAnswer> before = had.journal();
    return before.size() <= request.journal().size()
        && had.seed() == request.seed()
        && had.startedAt().equals(request.startedAt())
        && had.program().equals(request.program())
        && had.inputs().equals(request.inputs())
        && had.knowledgeTexts().equals(request.knowledgeTexts())
        && before.equals(request.journal().subList(0, before.size()));
  }
}
