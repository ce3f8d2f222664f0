package dev.knowhow.tool;

import static dev.knowhow.testing.Cast.ADA;
import static dev.knowhow.testing.Cast.BEN;
import static dev.knowhow.testing.Cast.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.account.AuditTrail;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import dev.knowhow.tool.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A draft keeps every change, gives each one back, and lets nobody overwrite another's unseen.
@OnBothDatabases
class DraftsTest {
  private static final Place NAME = Place.inTool("name");

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Tools tools;
  private final Drafts drafts;
  private final String tool;

  DraftsTest(Database database) throws IOException {
    Ids ids = new Ids();
    ToolReader reader = new ToolReader(DocumentReader.TEXT_ONLY);
    this.tools = new Tools(database, new AuditTrail(database, clock, ids), reader, clock, ids);
    this.drafts = new Drafts(database, tools, reader, clock);
    this.tool = tools.add(ADA, ToolFiles.of(MessagesTest.base()), "dental/denial-appeal");
  }

  @Test
  void beginsAsTheNewestVersion() {
    Draft draft = drafts.of(CLEO, tool);

    assertThat(draft.revision()).isZero();
    assertThat(draft.differs()).isFalse();
    assertThat(draft.files()).isEqualTo(tools.newest(ADA, tool).files());
    assertThat(draft.was(NAME)).isEqualTo("Appeal");
  }

  @Test
  void isNoRunnersBusiness() {
    refuses(Problem.Kind.NOT_ALLOWED, () -> drafts.of(BEN, tool));
    refuses(Problem.Kind.NOT_ALLOWED, () -> put(BEN, 0, "Appeal", "Other"));
    refuses(Problem.Kind.NOT_FOUND, () -> drafts.of(ADA, "nothing"));
  }

  @Test
  void savesAChangeAndLeavesTheVersionAlone() {
    Draft draft = put(CLEO, 0, "Appeal", "Letter");

    assertThat(draft.revision()).isEqualTo(1);
    assertThat(draft.differs()).isTrue();
    assertThat(draft.savedBy()).isEqualTo("Cleo");
    assertThat(drafts.of(ADA, tool).was(NAME)).isEqualTo("Letter");
    assertThat(tools.newest(ADA, tool).tool().name()).isEqualTo("Appeal");
  }

  @Test
  void savesFaultsTooAndSaysWhereTheyAre() {
    Draft draft =
        drafts.save(ADA, tool, 0, new Edit.Put(NAME, "Appeal", Yaml.words("")), "the name");

    assertThat(draft.sound()).isEmpty();
    assertThat(draft.faults())
        .anySatisfy(placed -> assertThat(placed.fault().what()).contains("name"));
    refuses(Problem.Kind.BAD_INPUT, () -> drafts.publish(ADA, tool, 1, "", ""));
    refuses(Problem.Kind.BAD_INPUT, () -> drafts.snapshot(ADA, tool));
  }

  @Test
  void findsThePlaceOfAFaultInItsLine() {
    Draft draft =
        drafts.save(
            ADA,
            tool,
            0,
            new Edit.Put(Place.inTool("inputs", "tone", "type"), "choice", Yaml.words("chioce")),
            "the type");

    assertThat(draft.faults())
        .extracting(Draft.Placed::place)
        .contains(Place.inTool("inputs", "tone", "type"));
  }

  @Test
  void takesWhatWasTypedInOneGoAsOneChange() {
    put(CLEO, 0, "Appeal", "L");
    put(CLEO, 1, "L", "Le");
    Draft typed = put(CLEO, 2, "Le", "Let");
    assertThat(drafts.ways(CLEO, tool))
        .isEqualTo(new Drafts.Ways(Optional.of("the name"), Optional.empty()));

    Draft undone = drafts.undo(CLEO, tool, typed.revision());
    assertThat(undone.was(NAME)).isEqualTo("Appeal");
    assertThat(undone.differs()).isFalse();

    assertThat(drafts.redo(CLEO, tool, undone.revision()).was(NAME)).isEqualTo("Let");
  }

  @Test
  void takesLaterTypingAsAnotherChange() {
    put(CLEO, 0, "Appeal", "L");
    clock.pass(Duration.ofMinutes(2));
    Draft draft = put(CLEO, 1, "L", "Le");

    assertThat(drafts.undo(CLEO, tool, draft.revision()).was(NAME)).isEqualTo("L");
  }

  @Test
  void refusesToOverwriteWhatSomebodyElseWrote() {
    put(ADA, 0, "Appeal", "Ada's");

    refuses(Problem.Kind.CONFLICT, () -> put(CLEO, 0, "Appeal", "Cleo's"));
    assertThat(drafts.of(CLEO, tool).was(NAME)).isEqualTo("Ada's");
    assertThat(put(CLEO, 0, "Ada's", "Cleo's").was(NAME)).isEqualTo("Cleo's");
  }

  @Test
  void letsTwoPeopleChangeDifferentThingsAtOnce() {
    put(ADA, 0, "Appeal", "Ada's");
    Place about = Place.inTool("about");
    String was = drafts.of(CLEO, tool).was(about);

    Draft draft =
        drafts.save(CLEO, tool, 0, new Edit.Put(about, was, Yaml.words("Cleo's.")), "about");

    assertThat(draft.was(NAME)).isEqualTo("Ada's");
    assertThat(draft.was(about)).isEqualTo("Cleo's.");
  }

  @Test
  void refusesAChangeAtAPlaceThatSomebodyMoved() {
    Place steps = Place.inTool("steps");
    Draft moved =
        drafts.save(ADA, tool, 0, new Edit.Move(steps.inside(2), steps, 0), "the order of steps");

    refuses(Problem.Kind.CONFLICT, () -> put(CLEO, 0, "Appeal", "Letter"));
    assertThat(put(CLEO, moved.revision(), "Appeal", "Letter").was(NAME)).isEqualTo("Letter");
  }

  @Test
  void undoesAndRedoesMovesAndFiles() {
    Place steps = Place.inTool("steps");
    ToolFiles before = drafts.of(ADA, tool).files();
    Edit edit =
        new Edit.Together(
            java.util.List.of(
                new Edit.Move(steps.inside(2), steps, 0),
                new Edit.AddFile("knowledge/own.md", "# Own".getBytes(StandardCharsets.UTF_8)),
                new Edit.RemoveFile("examples/" + exampleFile(before))));
    Draft done = drafts.save(ADA, tool, 0, edit, "much");

    Draft undone = drafts.undo(CLEO, tool, done.revision());
    assertThat(undone.files()).isEqualTo(before);
    assertThat(drafts.redo(CLEO, tool, undone.revision()).files()).isEqualTo(done.files());
    refuses(Problem.Kind.CONFLICT, () -> drafts.redo(CLEO, tool, undone.revision() + 1));
  }

  @Test
  void forgetsWhatWasUndoneOnceSomethingElseIsChanged() {
    Draft one = put(CLEO, 0, "Appeal", "One");
    Draft undone = drafts.undo(CLEO, tool, one.revision());
    Draft two = put(CLEO, undone.revision(), "Appeal", "Two");

    refuses(Problem.Kind.CONFLICT, () -> drafts.redo(CLEO, tool, two.revision()));
  }

  @Test
  void publishesTheNextVersionAndGoesOnFromThere() {
    Draft draft = put(CLEO, 0, "Appeal", "Letter");

    ToolVersion version = drafts.publish(CLEO, tool, draft.revision(), "New name", "");

    assertThat(version.number()).isEqualTo(2);
    assertThat(tools.newest(BEN, tool).tool().name()).isEqualTo("Letter");
    assertThat(tools.row(BEN, tool).name()).isEqualTo("Letter");
    assertThat(tools.version(BEN, tool, 1).tool().name()).isEqualTo("Appeal");
    assertThat(tools.versions(BEN, tool))
        .extracting(VersionRow::number, VersionRow::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "New name"),
            org.assertj.core.groups.Tuple.tuple(1, ""));
    Draft next = drafts.of(CLEO, tool);
    assertThat(next.basedOn()).isEqualTo(2);
    assertThat(next.differs()).isFalse();
  }

  @Test
  void publishesNothingThatWasNotSeen() {
    put(CLEO, 0, "Appeal", "Letter");

    refuses(Problem.Kind.CONFLICT, () -> drafts.publish(ADA, tool, 0, "", ""));
    assertThat(tools.row(ADA, tool).newest()).isEqualTo(1);
  }

  @Test
  void bringsAVersionBackAsAChangeThatCanBeUndone() {
    Draft draft = put(CLEO, 0, "Appeal", "Letter");
    drafts.publish(CLEO, tool, draft.revision(), "", "");

    Draft back = drafts.startFrom(ADA, tool, 1, draft.revision(), "version 1 brought back");

    assertThat(back.was(NAME)).isEqualTo("Appeal");
    assertThat(back.differs()).isTrue();
    assertThat(drafts.undo(ADA, tool, back.revision()).was(NAME)).isEqualTo("Letter");
  }

  @Test
  void keepsADraftOnceToBeRun() {
    put(CLEO, 0, "Appeal", "Letter");

    ToolVersion snapshot = drafts.snapshot(CLEO, tool);

    assertThat(snapshot.number()).isEqualTo(-1);
    assertThat(drafts.snapshot(CLEO, tool).number()).isEqualTo(-1);
    assertThat(tools.version(CLEO, tool, -1).tool().name()).isEqualTo("Letter");
    assertThat(tools.newest(CLEO, tool).number()).isEqualTo(1);
    assertThat(tools.versions(CLEO, tool)).hasSize(1);
    put(CLEO, 1, "Letter", "Letter 2");
    assertThat(drafts.snapshot(CLEO, tool).number()).isEqualTo(-2);
  }

  @Test
  void keepsTheHouseAndTheRestOfTheFolderOutOfReach() {
    refuses(
        Problem.Kind.BAD_INPUT,
        () ->
            drafts.save(
                ADA, tool, 0, new Edit.RemoveFile("house/dental/vertical.yaml"), "the house"));
    refuses(
        Problem.Kind.BAD_INPUT,
        () -> drafts.save(ADA, tool, 0, new Edit.WriteFile("../x.md", "", "x"), "a file"));
    refuses(
        Problem.Kind.NOT_FOUND,
        () ->
            drafts.save(ADA, tool, 0, new Edit.Remove(Place.inTool("inputs", "none")), "an input"));
  }

  @Test
  void beginsAToolThatOnlyBuildersSeeBeforeItsFirstVersion() {
    Map<String, byte[]> house = ToolFolder.house(Path.of("verticals/dental"), Set.of());
    String begun = drafts.begin(CLEO, Starter.files("  My tool\n", "dental", house), "nothing");

    assertThat(tools.list(CLEO)).extracting(ToolRow::id).contains(begun);
    assertThat(tools.list(BEN)).extracting(ToolRow::id).doesNotContain(begun);
    refuses(Problem.Kind.NOT_FOUND, () -> tools.row(BEN, begun));
    Draft draft = drafts.of(ADA, begun);
    assertThat(draft.sound()).isPresent();
    assertThat(draft.was(NAME)).isEqualTo("My tool");
    assertThat(draft.differs()).isTrue();

    assertThat(drafts.publish(CLEO, begun, 0, "", "").number()).isEqualTo(1);
    assertThat(tools.newest(BEN, begun).tool().name()).isEqualTo("My tool");
    assertThat(drafts.of(ADA, begun).differs()).isFalse();
  }

  private Draft put(dev.knowhow.account.Actor actor, long seen, String was, String now) {
    return drafts.save(actor, tool, seen, new Edit.Put(NAME, was, Yaml.words(now)), "the name");
  }

  private static String exampleFile(ToolFiles files) {
    return files.paths().stream()
        .filter(path -> path.matches("examples/[^/]+\\.yaml"))
        .findFirst()
        .orElseThrow()
        .substring("examples/".length());
  }

  private static void refuses(Problem.Kind kind, ThrowingCallable doing) {
    assertThatThrownBy(doing)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
  }
}
