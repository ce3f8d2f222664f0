package dev.knowhow.tool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.account.Actor;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.DraftStore.Change;
import dev.knowhow.tool.DraftStore.Changed;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The drafts of tools: each change is saved as it is made, can be undone, and never overwrites
/// what somebody else has written meanwhile. Thread-safe.
///
/// Faults do not keep a change from being saved; they keep the draft from being run and published.
public final class Drafts {
  private static final int CHANGES_KEPT = 300;
  private static final int IN_MEMORY = 50;

  private final Database database;
  private final Tools tools;
  private final ToolReader reader;
  private final InstantSource clock;
  private final DraftStore store = new DraftStore();
  private final Cache<String, Reading> read = Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

  /// The drafts of `tools`.
  public Drafts(Database database, Tools tools, ToolReader reader, InstantSource clock) {
    this.database = database;
    this.tools = tools;
    this.reader = reader;
    this.clock = clock;
  }

  /// What undo and redo would do, in the words of the changes.
  public record Ways(Optional<String> undo, Optional<String> redo) {}

  /// Begins a tool that is nothing but a draft: nobody but builders sees it before its first
  /// version.
  ///
  /// @param from what it was made from, such as `nothing` or a file's name
  /// @return the tool's id
  public String begin(Actor actor, ToolFiles files, String from) {
    actor.mustBuild("add a tool");
    Faults ignored = new Faults();
    Section root = new Section("tool.yaml", Editing.yaml(files, "tool.yaml").root(), "", ignored);
    return database.write(handle -> {
      String id =
          tools.begin(
              handle, actor, root.text("name"), root.text("about"), root.text("house"), from);
      store.create(handle, id, new DraftStore.Row(0, 0, clock.instant(), actor.name()), files);
      return id;
    });
  }

  /// The draft of a tool: the newest version where nothing was changed since.
  ///
  /// @throws Problem of kind `NOT_ALLOWED` for who does not build, `NOT_FOUND`
  public Draft of(Actor actor, String toolId) {
    tools.mustBuild(actor, toolId);
    return database.read(handle -> load(handle, toolId));
  }

  /// Makes a change and saves it.
  ///
  /// @param seen the revision that the person's page shows
  /// @param words what the change is, for undo: `the label of Chart notes`
  /// @throws Problem of kind `CONFLICT` where somebody changed the same or moved things meanwhile;
  ///   nothing is saved then
  public Draft save(Actor actor, String toolId, long seen, Edit edit, String words) {
    tools.mustBuild(actor, toolId);
    return database.write(handle -> {
      Draft draft = stored(handle, toolId);
      List<Change> changes = store.changes(handle, toolId);
      DraftHistory.refuseMoved(changes, seen);
      ToolFiles after = Editing.make(draft.files(), edit);
      List<Changed> changed = DraftHistory.difference(draft.files(), after);
      if (changed.isEmpty()) {
        return draft;
      }
      Instant now = clock.instant();
      long revision = draft.revision() + 1;
      store.dropUndone(handle, toolId);
      List<Change> done = changes.stream().filter(change -> !change.undone()).toList();
      Optional<Change> same = DraftHistory.sameTyping(done, actor, edit, now);
      long number =
          same.map(Change::number).orElse(changes.isEmpty() ? 1 : changes.getLast().number() + 1);
      Change change =
          new Change(
              number,
              revision,
              words,
              edit.where(),
              edit.moves(),
              false,
              now,
              actor.name(),
              actor.personId());
      if (same.isPresent()) {
        store.renew(handle, toolId, change, changed);
      } else {
        store.add(handle, toolId, change, changed);
        store.dropUpTo(handle, toolId, number - CHANGES_KEPT);
      }
      return write(handle, draft, draft.basedOn(), changed, revision, actor, now);
    });
  }

  /// Takes the last change back, whoever made it; it can be made again.
  ///
  /// @throws Problem of kind `CONFLICT` where the draft is not the one that was seen, or there is
  ///   nothing to undo
  public Draft undo(Actor actor, String toolId, long seen) {
    return step(actor, toolId, seen, true);
  }

  /// Makes the change again that was undone last.
  ///
  /// @throws Problem as [#undo]
  public Draft redo(Actor actor, String toolId, long seen) {
    return step(actor, toolId, seen, false);
  }

  /// What undo and redo would do.
  public Ways ways(Actor actor, String toolId) {
    tools.mustBuild(actor, toolId);
    List<Change> changes = database.read(handle -> store.changes(handle, toolId));
    return new Ways(
        DraftHistory.next(changes, true).map(Change::words),
        DraftHistory.next(changes, false).map(Change::words));
  }

  /// Puts the files of a version in place of the draft's, as one change that can be undone.
  public Draft startFrom(Actor actor, String toolId, int version, long seen, String words) {
    ToolFiles files = tools.version(actor, toolId, version).files();
    return replace(actor, toolId, seen, files, words);
  }

  /// Puts other files in place of the draft's own ones, as one change that can be undone.
  public Draft replace(Actor actor, String toolId, long seen, ToolFiles files, String words) {
    List<Edit> edits = new ArrayList<>();
    Draft draft = of(actor, toolId);
    for (Changed file : DraftHistory.difference(draft.files(), files)) {
      if (file.before().isPresent()) {
        edits.add(new Edit.RemoveFile(file.path()));
      }
      file.after().ifPresent(bytes -> edits.add(new Edit.AddFile(file.path(), bytes)));
    }
    return save(actor, toolId, seen, new Edit.Together(edits), words);
  }

  /// The draft as a version that can be run, but that nobody is led to: its number is below 0.
  ///
  /// @throws Problem of kind `BAD_INPUT` with all faults while there are any
  public ToolVersion snapshot(Actor actor, String toolId) {
    Draft draft = of(actor, toolId);
    return tools.snapshot(actor, toolId, draft.reading().orThrow());
  }

  /// Makes the draft the next version; the draft goes on from there.
  ///
  /// @param seen the revision that the person's page shows
  /// @param note what is new, in the person's words; may be empty
  /// @param reason why it is published although examples fail; empty where none does
  /// @throws Problem of kind `CONFLICT` where the draft is not the one that was seen, `BAD_INPUT`
  ///   with all faults while there are any
  public ToolVersion publish(Actor actor, String toolId, long seen, String note, String reason) {
    tools.mustBuild(actor, toolId);
    return database.write(handle -> {
      Draft draft = stored(handle, toolId);
      refuseOther(draft, seen);
      ToolVersion version =
          tools.publish(handle, actor, toolId, draft.reading().orThrow(), note, reason);
      store.save(
          handle,
          toolId,
          new DraftStore.Row(version.number(), draft.revision(), draft.savedAt(), draft.savedBy()));
      return version;
    });
  }

  private Draft step(Actor actor, String toolId, long seen, boolean undo) {
    tools.mustBuild(actor, toolId);
    return database.write(handle -> {
      Draft draft = stored(handle, toolId);
      refuseOther(draft, seen);
      Change change =
          DraftHistory.next(store.changes(handle, toolId), undo)
              .orElseThrow(() ->
                  Problem.of(
                      Problem.Kind.CONFLICT,
                      undo ? "There is nothing to undo." : "There is nothing to do again.",
                      "Go on from here."));
      List<Changed> files = store.changed(handle, toolId, change.number());
      List<Changed> changed =
          undo
              ? files.stream()
                  .map(file ->
                      new Changed(
                          file.path(), /* before= */ file.after(), /* after= */ file.before()))
                  .toList()
              : files;
      long revision = draft.revision() + 1;
      store.mark(handle, toolId, change, undo, revision);
      return write(handle, draft, draft.basedOn(), changed, revision, actor, clock.instant());
    });
  }

  private Draft write(
      Handle handle,
      Draft draft,
      int basedOn,
      List<Changed> changed,
      long revision,
      Actor actor,
      Instant now) {
    for (Changed file : changed) {
      store.put(handle, draft.toolId(), file.path(), file.after());
    }
    store.save(handle, draft.toolId(), new DraftStore.Row(basedOn, revision, now, actor.name()));
    return load(handle, draft.toolId());
  }

  private Draft stored(Handle handle, String toolId) {
    Draft draft = load(handle, toolId);
    if (store.find(handle, toolId).isEmpty()) {
      store.create(
          handle,
          toolId,
          new DraftStore.Row(draft.basedOn(), 0, draft.savedAt(), draft.savedBy()),
          draft.files());
    }
    return draft;
  }

  private Draft load(Handle handle, String toolId) {
    Optional<DraftStore.Row> row = store.find(handle, toolId);
    if (row.isEmpty()) {
      ToolRow tool = tools.row(handle, toolId);
      ToolFiles files = tools.files(handle, toolId, tool.newest());
      return new Draft(toolId, tool.newest(), 0, files, reading(files), tool.addedAt(), "", false);
    }
    ToolFiles files = ToolFiles.of(store.files(handle, toolId));
    boolean differs = !tools.has(handle, toolId, row.get().basedOn(), files.sha256());
    return new Draft(
        toolId,
        row.get().basedOn(),
        row.get().revision(),
        files,
        reading(files),
        row.get().savedAt(),
        row.get().savedBy(),
        differs);
  }

  private Reading reading(ToolFiles files) {
    return read.get(files.sha256(), _ -> reader.readAll(files));
  }

  private static void refuseOther(Draft draft, long seen) {
    if (draft.revision() != seen) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          draft.savedBy() + " changed this draft meanwhile.",
          "Look at it as it is now, then try again.");
    }
  }
}
