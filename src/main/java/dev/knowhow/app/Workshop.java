package dev.knowhow.app;

import dev.knowhow.eval.TemplateCheck;
import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.WorkerPlace;
import dev.knowhow.knowledge.Documents;
import dev.knowhow.knowledge.ReadDocument;
import dev.knowhow.problem.Fault;
import dev.knowhow.run.Preparation;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Reading;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What is needed to work on a template in a folder without a server or a database: read it,
/// compile it, rehearse it, check it.
final class Workshop implements AutoCloseable {
  private final Flows flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual());
  private final ToolReader reader = reader(new Documents());
  final Rehearsal rehearsal;
  final TemplateCheck check;

  /// @param surroundings says what day it is
  Workshop(Surroundings surroundings) {
    this.rehearsal = new Rehearsal(flows, new Preparation(), surroundings.clock().instant());
    this.check = new TemplateCheck(rehearsal);
  }

  /// The reader of tools, whose examples may hold files.
  static ToolReader reader(Documents documents) {
    return new ToolReader((name, bytes) -> text(documents.read(name, bytes)));
  }

  private static DocumentText text(ReadDocument document) {
    return new DocumentText(document.name(), document.text(), document.pages().size());
  }

  /// The definition in a folder.
  ///
  /// @throws dev.knowhow.problem.Problem with all faults of its files, named as the person named
  ///   the folder
  Definition read(Path folder) {
    return switch (reader.readAll(ToolFolder.read(folder))) {
      case Reading.Sound(Definition definition) -> definition;
      case Reading.Faulty faulty -> new Reading.Faulty(within(folder, faulty.faults())).orThrow();
    };
  }

  /// Faults with the folder before the names of their files.
  static List<Fault> within(Path folder, List<Fault> faults) {
    return faults.stream()
        .map(fault ->
            fault.file().isEmpty()
                ? fault
                : new Fault(
                    folder.resolve(fault.file()).normalize().toString(),
                    fault.line(),
                    fault.where(),
                    fault.what(),
                    fault.hint()))
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    flows.close();
  }
}
