package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// Writes the runs that persons start, and claims each in the same transaction for this server.
/// Thread-safe.
final class Starting {
  private final Database database;
  private final Tools tools;
  private final Preparation preparation;
  private final Previews previews;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final String serverId;
  private final RunStore store = new RunStore();

  Starting(
      Runs.Rooms rooms,
      Preparation preparation,
      Previews previews,
      RandomGenerator random,
      String serverId) {
    this.database = rooms.database();
    this.tools = rooms.tools();
    this.preparation = preparation;
    this.previews = previews;
    this.clock = rooms.clock();
    this.random = random;
    this.serverId = serverId;
  }

  /// Writes a run and returns it, claimed, once it is on the disk.
  Workbench.Job start(Actor actor, NewRun wanted) {
    ToolVersion version = tools.version(actor, wanted.toolId(), wanted.version());
    Optional<String> sample =
        switch (wanted.answers()) {
          case NewRun.Live() -> Optional.empty();
          case NewRun.Sample(String example) -> Optional.of(exampleOf(version, example));
        };
    return start(actor, version, wanted.inputs(), new By(sample, Optional.empty()), (_, _) -> {});
  }

  /// Writes a live run on an example and whatever else belongs to it, and returns it, claimed.
  Workbench.Job start(
      Actor actor, ToolVersion version, Example example, BiConsumer<Handle, String> also) {
    tools.row(actor, version.toolId());
    By by = new By(Optional.empty(), Optional.of(exampleOf(version, example.id())));
    return start(actor, version, example.inputs(), by, also);
  }

  /// Which example gives the answers, and which one only the decisions.
  private record By(Optional<String> sample, Optional<String> tried) {}

  private Workbench.Job start(
      Actor actor,
      ToolVersion version,
      Value.Fields inputs,
      By by,
      BiConsumer<Handle, String> also) {
    Prepared prepared = preparation.of(version.definition());
    Optional<CostRange> estimate =
        by.sample().isPresent()
            ? Optional.empty()
            : previews.estimateSoon(version.definition(), inputs);
    Instant now = Instant.ofEpochMilli(clock.millis()); // as it is read back
    RunStore.Row row =
        new RunStore.Row(
            newId(),
            version.toolId(),
            version.number(),
            actor.personId(),
            actor.name(),
            by.sample(),
            RunState.RUNNING,
            inputs,
            random.nextLong(),
            prepared.stored().sha256(),
            estimate,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            RunStore.Inside.NOTHING,
            Optional.empty(),
            RunStore.Attempts.NONE,
            by.tried());
    database.write(handle -> {
      prepared.stored().keep(handle, database.blobs());
      store.insertClaimed(handle, row, serverId, now.plus(Workbench.LEASE));
      also.accept(handle, row.id());
      return true;
    });
    return new Workbench.Job(row, prepared, Optional.empty());
  }

  private static String exampleOf(ToolVersion version, String example) {
    return version.examples().stream()
        .filter(each -> each.id().equals(example))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "The tool has no example of this name.",
                "Choose one of its examples."))
        .id();
  }

  /// Sorts by the time of the start, so that the index stays compact.
  String newId() {
    Instant now = clock.instant();
    return Long.toString(now.toEpochMilli(), 36)
        + Long.toString(random.nextLong() & Long.MAX_VALUE, 36)
        + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
  }
}
