package dev.knowhow.flow;

import dev.knowhow.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which waiting flow stands warm in which worker, and after which answers.
///
/// A flow may go on only if all that it was given before is the same, to the byte; so what it had
/// is remembered as a hash. Thread-safe.
final class WarmFlows {
  private static final int AT_MOST = 512;

  private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);

  /// Where a flow waits.
  ///
  /// @param answers how many answers it had
  /// @param had the hash of all it was given
  record Place(WorkerProcess worker, int answers, String had) {}

  /// Where the flow of a request waits, if it had nothing but the beginning of this request.
  synchronized Optional<Place> of(SliceRequest request) {
    Place place = places.get(request.warmKey());
    if (request.warmKey().isEmpty()
        || place == null
        || place.answers > request.journal().size()
        || !place.had.equals(hash(request, place.answers))) {
      return Optional.empty();
    }
    return Optional.of(place);
  }

  /// Remembers that the flow of a request waits in a worker.
  synchronized void waits(SliceRequest request, WorkerProcess worker) {
    if (request.warmKey().isEmpty()) {
      return;
    }
    int answers = request.journal().size();
    places.put(request.warmKey(), new Place(worker, answers, hash(request, answers)));
    if (places.size() > AT_MOST) {
      places.remove(places.keySet().iterator().next());
    }
  }

  /// Forgets a flow, which no longer waits.
  synchronized void forget(String warmKey) {
    places.remove(warmKey);
  }

  /// Forgets all that waited in a worker.
  synchronized void forgetAllIn(WorkerProcess worker) {
    places.values().removeIf(place -> place.worker.equals(worker));
  }

  private static String hash(SliceRequest request, int answers) {
    SliceRequest had =
        new SliceRequest(
            request.program(),
            request.inputs(),
            request.knowledgeTexts(),
            request.startedAt(),
            request.seed(),
            List.of(),
            "",
            request.turn());
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(request.program().javascript().getBytes(StandardCharsets.UTF_8));
      sha256.update(SliceJson.request(had).getBytes(StandardCharsets.UTF_8));
      sha256.update(
          ValueJson.print(SliceJson.answers(request.journal().subList(0, answers)))
              .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
