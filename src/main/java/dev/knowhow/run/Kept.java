package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The answers that a run takes over from the run that it was made from: those to the same calls
/// with the same arguments and the same prompts, as far as they are not to be asked anew. They are
/// taken over in the order in which they once arrived, so that the flow goes the same way. One
/// thread.
final class Kept {
  private final RunStore.Origin origin;
  private final Map<Key, Deque<Ranked>> left = new HashMap<>();
  private final TreeMap<Integer, Answered> open = new TreeMap<>();
  private int lastRank;

  /// An answer with its place among all that could be taken over.
  private record Ranked(int rank, JournalStore.Entry entry) {}

  private record Key(String name, String step, String lane, int attempt, String argumentsSha) {
    static Key of(JournalStore.Entry entry) {
      return new Key(
          entry.name(), entry.step(), entry.lane(), entry.attempt(), entry.argumentsSha());
    }
  }

  /// A call with the entry that answers it.
  record Answered(FlowCall call, JournalStore.Entry entry) {}

  /// What can be taken over.
  ///
  /// @param from the journal of the other run
  /// @param own what the run's own journal has already
  Kept(RunStore.Origin origin, List<JournalStore.Entry> from, List<JournalStore.Entry> own) {
    this.origin = origin;
    List<JournalStore.Entry> arrived =
        from.stream()
            .filter(entry -> entry.arrival().isPresent() && isWanted(entry))
            .sorted(Comparator.comparing(entry -> entry.arrival().orElseThrow()))
            .toList();
    for (int rank = 0; rank < arrived.size(); rank++) {
      JournalStore.Entry entry = arrived.get(rank);
      left.computeIfAbsent(Key.of(entry), _ -> new ArrayDeque<>()).add(new Ranked(rank, entry));
    }
    own.stream().filter(entry -> entry.arrival().isPresent()).map(Key::of).forEach(this::poll);
  }

  private boolean isWanted(JournalStore.Entry entry) {
    boolean changed = entry.name().equals(FlowCalls.ASK) && origin.anew().contains(entry.step());
    return !changed && (origin.fromCall() == 0 || entry.number() < origin.fromCall());
  }

  private Optional<Ranked> poll(Key key) {
    return Optional.ofNullable(left.get(key)).map(Deque::poll);
  }

  /// Whether a new call is answered by what is taken over.
  boolean takes(FlowCall call, Prepared prepared) {
    Key key =
        new Key(
            call.name(), call.step(), call.lane(), FlowCalls.attempt(call), call.argumentsHash());
    Optional<Ranked> found = poll(key).filter(ranked -> samePrompt(ranked.entry(), call, prepared));
    found.ifPresent(ranked -> open.put(ranked.rank(), new Answered(call, ranked.entry())));
    return found.isPresent();
  }

  private static boolean samePrompt(JournalStore.Entry entry, FlowCall call, Prepared prepared) {
    if (!call.name().equals(FlowCalls.ASK)) {
      return true;
    }
    Value manifest = SentPrompts.manifest(prepared.prompt(FlowCalls.ask(call)));
    return entry.prompt().filter(manifest::equals).isPresent();
  }

  /// The next answers to be delivered together: the earliest, and those that came right after it.
  List<Answered> next() {
    List<Answered> next = new ArrayList<>();
    while (!open.isEmpty() && (next.isEmpty() || open.firstKey() == lastRank + 1)) {
      Map.Entry<Integer, Answered> first = open.pollFirstEntry();
      lastRank = first.getKey();
      next.add(first.getValue());
    }
    return next;
  }
}
