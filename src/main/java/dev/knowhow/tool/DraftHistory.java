package dev.knowhow.tool;

import dev.knowhow.account.Actor;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.DraftStore.Change;
import dev.knowhow.tool.DraftStore.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a draft's changes, the oldest first, mean for the next one.
final class DraftHistory {
  private static final Duration SAME_TYPING = Duration.ofMinutes(1);

  private DraftHistory() {}

  static List<Changed> difference(ToolFiles before, ToolFiles after) {
    TreeSet<String> paths = new TreeSet<>(before.paths());
    paths.addAll(after.paths());
    return paths.stream()
        .map(path -> new Changed(path, before.get(path), after.get(path)))
        .filter(file -> !Arrays.equals(file.before().orElse(null), file.after().orElse(null)))
        .toList();
  }

  static Optional<Change> sameTyping(List<Change> done, Actor actor, Edit edit, Instant now) {
    return done.stream()
        .reduce((_, last) -> last)
        .filter(last -> !edit.where().isEmpty() && last.place().equals(edit.where()))
        .filter(last -> last.personId().equals(actor.personId()))
        .filter(last -> last.savedAt().plus(SAME_TYPING).isAfter(now));
  }

  static Optional<Change> next(List<Change> changes, boolean undo) {
    return undo
        ? changes.stream().filter(change -> !change.undone()).reduce((_, last) -> last)
        : changes.stream().filter(Change::undone).findFirst();
  }

  static void refuseMoved(List<Change> changes, long seen) {
    changes.stream()
        .filter(change -> change.moves() && change.revision() > seen)
        .reduce((_, last) -> last)
        .ifPresent(change -> {
          throw Problem.of(
              Problem.Kind.CONFLICT,
              change.savedBy() + " moved things in this draft meanwhile.",
              "Look at the draft as it is now, and make the change there.");
        });
  }
}
