package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.eval.ExampleReport;
import dev.knowhow.eval.TemplateReport;
import dev.knowhow.flow.Compiling;
import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.VersionRow;
import dev.knowhow.tool.yaml.Section;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the pages of a tool's versions.
final class VersionPages {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final House house;
  private final Words words;

  VersionPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// What was sent to make the draft live.
  ///
  /// @param needsReason whether a reason is asked for
  /// @param problem why it was not made live, or empty
  record Asked(String note, String reason, boolean needsReason, String problem) {
    /// Nothing was sent.
    static Asked nothing() {
      return new Asked("", "", false, "");
    }
  }

  /// The page of all versions.
  VersionsPage page(Visit visit, Draft draft, Asked asked) {
    Section tool = BuildPages.tool(draft);
    Actor actor = visit.actor();
    List<VersionRow> versions = house.rooms().tools().versions(actor, draft.toolId());
    return new VersionsPage(
        frame(visit, tool),
        draft.toolId(),
        tool.text("name", words.of("build.unnamed")),
        draft.differs() ? Optional.of(next(actor, draft, versions, asked)) : Optional.empty(),
        rows(versions),
        asked.problem());
  }

  /// The page of two versions beside each other.
  ///
  /// @param to the other version's number, `draft`, or empty for the version before
  VersionPage compared(Visit visit, int number, String to) {
    String id = visit.part("id");
    Actor actor = visit.actor();
    Draft draft = house.rooms().drafts().of(actor, id);
    ToolFiles one = house.rooms().tools().version(actor, id, number).files();
    String called = words.of("versions.number", number);
    boolean withDraft = to.equals("draft");
    int other = to.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(to) : number - 1;
    ToolFiles files =
        withDraft ? draft.files() : house.rooms().tools().version(actor, id, other).files();
    boolean later = withDraft || other > number;
    String otherCalled =
        withDraft ? words.of("versions.draft") : words.of("versions.number", other);
    Section tool = BuildPages.tool(draft);
    return new VersionPage(
        frame(visit, tool),
        id,
        tool.text("name", words.of("build.unnamed")),
        later ? called : otherCalled,
        later ? otherCalled : called,
        Changed.between(words, later ? one : files, later ? files : one));
  }

  /// The page of the flow's script.
  ScriptPage script(Visit visit, Draft draft) {
    Section tool = BuildPages.tool(draft);
    String name = tool.text("name", words.of("build.unnamed"));
    Optional<Definition> sound = draft.sound();
    boolean byHand = sound.flatMap(Definition::script).isPresent();
    String script =
        sound
            .map(FlowCompiler::compile)
            .filter(Compiling.Compiled.class::isInstance)
            .map(compiled -> ((Compiling.Compiled) compiled).program().javascript())
            .orElse("");
    return new ScriptPage(frame(visit, tool), draft.toolId(), name, byHand, script);
  }

  /// What must be put right before the draft can be made live.
  List<BuildPage.Wrong> faults(Draft draft) {
    return DraftFaults.of(words, draft, BuildPages.tool(draft)).all();
  }

  /// Whether an example of the draft fails; however long that takes to find out.
  boolean failing(Draft draft) {
    return faults(draft).isEmpty()
        && !failures(house.rooms().examples().of(draft.sound().orElseThrow())).isEmpty();
  }

  private Frame frame(Visit visit, Section tool) {
    return visit
        .frame(words.of("versions.title", tool.text("name")), "tools")
        .in(tool.text("house"))
        .with(house.assets().address("/static/js/late.js"));
  }

  private VersionsPage.Next next(Actor actor, Draft draft, List<VersionRow> versions, Asked asked) {
    List<BuildPage.Wrong> wrong = faults(draft);
    Optional<TemplateReport> report =
        wrong.isEmpty()
            ? house.rooms().examples().within(PATIENCE, draft.sound().orElseThrow())
            : Optional.empty();
    ToolFiles base =
        draft.basedOn() == 0
            ? draft.files()
            : house.rooms().tools().version(actor, draft.toolId(), draft.basedOn()).files();
    return new VersionsPage.Next(
        versions.isEmpty() ? 1 : versions.getFirst().number() + 1,
        draft.revision(),
        wrong,
        draft.basedOn() == 0 ? "" : words.of("versions.number", draft.basedOn()),
        Changed.between(words, base, draft.files()),
        wrong.isEmpty() && report.isEmpty(),
        report.map(this::proof).orElse(""),
        report.map(VersionPages::failures).orElse(List.of()),
        asked.needsReason(),
        asked.note(),
        asked.reason());
  }

  private String proof(TemplateReport report) {
    if (report.examples().isEmpty()) {
      return words.of("versions.proof.none");
    }
    long hold = report.examples().stream().filter(ExampleReport::holds).count();
    return words.of(
        "versions.proof", hold, report.examples().size(), report.caught(), report.planted());
  }

  private static List<VersionsPage.Failing> failures(TemplateReport report) {
    List<VersionsPage.Failing> failing = new ArrayList<>();
    for (ExampleReport example : report.examples()) {
      example.faults().stream()
          .findFirst()
          .ifPresent(
              fault -> failing.add(new VersionsPage.Failing(example.name(), sentence(fault))));
    }
    return failing;
  }

  private static String sentence(Fault fault) {
    return Visit.sentence(fault.what(), fault.hint());
  }

  private List<VersionsPage.Version> rows(List<VersionRow> versions) {
    ZoneId zone = house.rooms().accounts().workspace().zone();
    List<VersionsPage.Version> rows = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      VersionRow row = versions.get(i);
      rows.add(
          new VersionsPage.Version(
              row.number(),
              i == 0,
              Dates.moment(row.addedAt(), zone),
              house.rooms().accounts().people().nameOf(row.addedBy()).orElse(""),
              row.note(),
              row.reason(),
              i + 1 < versions.size()
                  ? Optional.of(versions.get(i + 1).number())
                  : Optional.empty()));
    }
    return rows;
  }
}
