package dev.knowhow.tool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditKind;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Client;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The tools of this installation and their immutable versions.
///
/// A version is kept as one snapshot of its files under the hash of their bytes; what was read from
/// it is kept in memory under the same hash. Thread-safe.
public final class Tools {
  private static final int VERSIONS_IN_MEMORY = 100;

  private final Database database;
  private final AuditTrail audit;
  private final ToolReader reader;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final ToolStore store = new ToolStore();
  private final Cache<String, Definition> read =
      Caffeine.newBuilder().maximumSize(VERSIONS_IN_MEMORY).build();

  /// The tools kept in `database`; `ids` makes a new id at each call.
  public Tools(
      Database database,
      AuditTrail audit,
      ToolReader reader,
      InstantSource clock,
      Supplier<String> ids) {
    this.database = database;
    this.audit = audit;
    this.reader = reader;
    this.clock = clock;
    this.ids = ids;
  }

  /// Makes a tool of a template's files, as its version 1.
  ///
  /// @param from the template, such as `dental/denial-appeal`
  /// @return the tool's id
  /// @throws Problem of kind `BAD_INPUT` with all faults of the files, `NOT_ALLOWED` for a runner
  public String add(Actor actor, ToolFiles files, String from) {
    actor.mustBuild("add a tool");
    Definition definition = definition(files.sha256(), () -> files);
    Tool tool = definition.tool();
    ToolRow row =
        new ToolRow(
            ids.get(),
            tool.name(),
            tool.about(),
            tool.house(),
            from,
            1,
            Instant.ofEpochMilli(clock.millis()),
            actor.personId(),
            Optional.empty());
    return database.write(handle -> {
      store.insertTool(handle, row);
      keep(handle, actor, row.id(), 1, definition, "", "");
      audit.record(handle, actor, AuditKind.TOOLS, "added a tool from " + from, row.id());
      return row.id();
    });
  }

  /// All tools that a person may run, by name: who belongs to a client sees that client's only.
  public List<ToolRow> list(Actor actor) {
    return database.read(store::list).stream().filter(row -> sees(actor, row)).toList();
  }

  /// One tool as in a list.
  ///
  /// @throws Problem of kind `NOT_FOUND`, also where it is not this person's to know of
  public ToolRow row(Actor actor, String toolId) {
    return database
        .read(handle -> store.one(handle, toolId))
        .filter(row -> sees(actor, row))
        .orElseThrow(Tools::noSuchTool);
  }

  /// Whether a tool is a person's to know of; one without a version is only its builders'.
  private static boolean sees(Actor actor, ToolRow row) {
    return actor.sees(row.clientId()) && (row.newest() > 0 || actor.role() != Role.RUNNER);
  }

  /// Gives a tool to a client, or back to the workspace; its calls count against the new owner's
  /// budget from the next one on. For an owner.
  ///
  /// @throws Problem of kind `NOT_ALLOWED`, `NOT_FOUND`, or `CONFLICT` for a client that is closed
  public void assign(Actor actor, String toolId, Optional<Client> client) {
    actor.mustOwn("give a tool to a client");
    client
        .filter(one -> one.closed().isPresent())
        .ifPresent(one -> {
          throw Problem.of(
              Problem.Kind.CONFLICT,
              one.name() + " is closed.",
              "Open the client again first, in Settings, Clients.");
        });
    database.write(handle -> {
      if (!store.assign(handle, toolId, client.map(Client::id))) {
        throw noSuchTool();
      }
      String what =
          client
              .map(one -> "gave a tool to the client " + one.name())
              .orElse("took a tool back from its client");
      audit.record(handle, actor, AuditKind.TOOLS, what, toolId);
      return true;
    });
  }

  /// The client that a tool belongs to, inside the caller's transaction; nobody is checked.
  public Optional<String> clientOf(Handle handle, String toolId) {
    return store.client(handle, toolId);
  }

  /// A version.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public ToolVersion version(Actor actor, String toolId, int number) {
    row(actor, toolId);
    return versionOfRun(toolId, number);
  }

  /// The version with the highest number.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public ToolVersion newest(Actor actor, String toolId) {
    return versionOfRun(toolId, row(actor, toolId).newest());
  }

  /// The version of a run that somebody was allowed to start; nobody is checked again.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public ToolVersion versionOfRun(String toolId, int number) {
    String sha256 =
        database.read(handle -> store.files(handle, toolId, number)).orElseThrow(Tools::noSuchTool);
    return new ToolVersion(toolId, number, definition(sha256, () -> files(sha256)));
  }

  /// The versions of a tool, the newest first.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public List<VersionRow> versions(Actor actor, String toolId) {
    row(actor, toolId);
    return database.read(handle -> store.versions(handle, toolId));
  }

  /// Refuses who may not change a tool.
  void mustBuild(Actor actor, String toolId) {
    row(actor, toolId);
    actor.mustBuild("change a tool");
  }

  /// One tool, inside the caller's transaction; nobody is checked.
  ToolRow row(Handle handle, String toolId) {
    return store.one(handle, toolId).orElseThrow(Tools::noSuchTool);
  }

  /// The files of a version, inside the caller's transaction; nobody is checked.
  ToolFiles files(Handle handle, String toolId, int number) {
    String sha256 = store.files(handle, toolId, number).orElseThrow(Tools::noSuchTool);
    return ToolFiles.parse(database.blobs().get(handle, sha256));
  }

  /// Whether a version has exactly these files.
  boolean has(Handle handle, String toolId, int number, String sha256) {
    return store.files(handle, toolId, number).filter(sha256::equals).isPresent();
  }

  /// Makes a tool that has no version yet, inside the caller's transaction.
  ///
  /// @return the tool's id
  String begin(Handle handle, Actor actor, String name, String about, String house, String from) {
    ToolRow row =
        new ToolRow(
            ids.get(),
            name,
            about,
            house,
            from,
            0,
            Instant.ofEpochMilli(clock.millis()),
            actor.personId(),
            Optional.empty());
    store.insertTool(handle, row);
    audit.record(handle, actor, AuditKind.TOOLS, "began a tool", row.id());
    return row.id();
  }

  /// Keeps a definition as a version that can be run, but that nobody is led to: its number is
  /// below 0, and the same files are kept once. Nobody is checked.
  public ToolVersion snapshot(Actor actor, String toolId, Definition definition) {
    int number =
        database.write(handle -> {
          String sha256 = definition.files().sha256();
          Optional<Integer> kept = store.snapshot(handle, toolId, sha256);
          if (kept.isPresent()) {
            return kept.get();
          }
          int lowest = Math.min(0, store.lowest(handle, toolId)) - 1;
          keep(handle, actor, toolId, lowest, definition, "", "");
          return lowest;
        });
    return new ToolVersion(toolId, number, definition);
  }

  /// Makes a definition the newest version, inside the caller's transaction.
  ToolVersion publish(
      Handle handle,
      Actor actor,
      String toolId,
      Definition definition,
      String note,
      String reason) {
    int number = row(handle, toolId).newest() + 1;
    keep(handle, actor, toolId, number, definition, note, reason);
    store.makeNewest(handle, toolId, number, definition.tool());
    audit.record(handle, actor, AuditKind.TOOLS, "made version " + number + " live", toolId);
    return new ToolVersion(toolId, number, definition);
  }

  private void keep(
      Handle handle,
      Actor actor,
      String toolId,
      int number,
      Definition definition,
      String note,
      String reason) {
    database.blobs().put(handle, definition.files().bytes());
    VersionRow row =
        new VersionRow(
            number, note, reason, Instant.ofEpochMilli(clock.millis()), actor.personId());
    store.insertVersion(handle, toolId, row, definition.files().sha256());
    read.put(definition.files().sha256(), definition);
  }

  /// The tool that another tool's flow names, by the template it was made from or by its name: of
  /// the same client or of the workspace itself, the client's first, and of several the one that
  /// was added last. Nobody is checked again.
  ///
  /// @param forTool the tool whose flow names it
  public Optional<ToolRow> named(String reference, String forTool) {
    Optional<String> client = database.read(handle -> store.client(handle, forTool));
    return database.read(store::list).stream()
        .filter(row -> row.from().equals(reference) || row.name().equals(reference))
        .filter(row -> row.newest() > 0)
        .filter(row -> row.clientId().isEmpty() || row.clientId().equals(client))
        .max(
            Comparator.comparing((ToolRow row) -> row.clientId().isPresent())
                .thenComparing(ToolRow::addedAt));
  }

  private ToolFiles files(String sha256) {
    return ToolFiles.parse(database.read(handle -> database.blobs().get(handle, sha256)));
  }

  private Definition definition(String sha256, Supplier<ToolFiles> files) {
    return Optional.ofNullable(read.getIfPresent(sha256))
        .orElseGet(() -> {
          Definition definition = reader.readAll(files.get()).orThrow();
          read.put(sha256, definition);
          return definition;
        });
  }

  private static Problem noSuchTool() {
    return Problem.of(Problem.Kind.NOT_FOUND, "There is no such tool.", "Go to the list of tools.");
  }
}
