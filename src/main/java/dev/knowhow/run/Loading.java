package dev.knowhow.run;

import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import java.util.Map;

/// Reads runs from the disk and makes ready what they execute: the program that they were begun
/// with, whatever their tool is today. Thread-safe.
final class Loading {
  private final Database database;
  private final Tools tools;
  private final Preparation preparation;
  private final Again again;
  private final RunStore store = new RunStore();

  Loading(Database database, Tools tools, Preparation preparation, Again again) {
    this.database = database;
    this.tools = tools;
    this.preparation = preparation;
    this.again = again;
  }

  /// A run to be worked on.
  Workbench.Job load(String id) {
    RunStore.Row row = row(id);
    return new Workbench.Job(row, prepared(row, version(row)), again.kept(row));
  }

  RunStore.Row row(String id) {
    return database.read(handle -> store.find(handle, id)).orElseThrow(Access::noSuchRun);
  }

  /// The version that a run is of.
  ToolVersion version(RunStore.Row row) {
    return tools.versionOfRun(row.toolId(), row.version());
  }

  /// What a run executes.
  Prepared prepared(RunStore.Row row, ToolVersion version) {
    Map<String, String> prompts =
        row.origin().map(origin -> origin.changes().prompts()).orElse(Map.of());
    return prompts.isEmpty()
        ? preparation.of(version.definition(), row.program(), () -> program(row))
        : preparation.of(version.definition(), program(row), prompts);
  }

  Preparation preparation() {
    return preparation;
  }

  private FlowProgram program(RunStore.Row row) {
    FlowProgram program =
        Programs.read(database.read(handle -> database.blobs().get(handle, row.program())));
    if (program.prelude() > FlowCompiler.PRELUDE) {
      throw Problem.of(
          Problem.Kind.FAILED,
          "This run was begun by a newer Knowhow than this one.",
          "Start the newer version: it goes on with the run.");
    }
    return program;
  }
}
