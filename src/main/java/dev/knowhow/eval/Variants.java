package dev.knowhow.eval;

import dev.knowhow.account.Actor;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Reading;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes what the columns of a trial execute: a version with the examples of another one and with
/// other tiers, as a snapshot of such files. Thread-safe.
final class Variants {
  private static final String EXAMPLES = "examples/";

  private final Tools tools;
  private final ToolReader reader;

  Variants(Tools tools, ToolReader reader) {
    this.tools = tools;
    this.reader = reader;
  }

  /// What a column executes.
  ///
  /// @param version the version itself, or a snapshot made for the column
  /// @param unread why an example can't be read against this version, by the example's id
  record Variant(ToolVersion version, Map<String, String> unread) {
    Variant {
      unread = Map.copyOf(unread);
    }
  }

  /// The variant of a version.
  ///
  /// @throws Problem of kind `NOT_FOUND` for a version or an ask that there is not
  Variant of(Actor actor, ToolVersion version, ToolVersion examplesOf, TrialColumn column) {
    ToolFiles files = TierChange.of(version.files(), column.tiers());
    Map<String, String> unread = new HashMap<>();
    if (!examples(files).equals(examples(examplesOf.files()))) {
      files = withExamples(files, examplesOf.files());
      for (Fault fault : faults(files)) {
        unread.putIfAbsent(id(fault.file()), fault.what());
      }
      for (String example : unread.keySet()) {
        files = files.without(EXAMPLES + example + ".yaml");
      }
    }
    if (files.sha256().equals(version.sha256())) {
      return new Variant(version, unread);
    }
    Definition definition = reader.readAll(files).orThrow();
    return new Variant(tools.snapshot(actor, version.toolId(), definition), unread);
  }

  private static Map<String, String> examples(ToolFiles files) {
    return files.paths().stream()
        .filter(path -> path.startsWith(EXAMPLES))
        .collect(
            Collectors.toMap(
                path -> path,
                path -> ToolFiles.of(Map.of(path, files.get(path).orElseThrow())).sha256()));
  }

  private static ToolFiles withExamples(ToolFiles files, ToolFiles examplesOf) {
    Map<String, byte[]> all = new TreeMap<>();
    files.paths().stream()
        .filter(path -> !path.startsWith(EXAMPLES))
        .forEach(path -> all.put(path, files.get(path).orElseThrow()));
    examplesOf.paths().stream()
        .filter(path -> path.startsWith(EXAMPLES))
        .forEach(path -> all.put(path, examplesOf.get(path).orElseThrow()));
    return ToolFiles.of(all);
  }

  /// The faults of the examples; faults of anything else stay and are thrown when the files are
  /// read.
  private List<Fault> faults(ToolFiles files) {
    return switch (reader.readAll(files)) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(List<Fault> faults) ->
          faults.stream()
              .filter(fault -> fault.file().startsWith(EXAMPLES))
              .filter(fault -> fault.file().endsWith(".yaml"))
              .toList();
    };
  }

  private static String id(String file) {
    return file.substring(EXAMPLES.length(), file.length() - ".yaml".length());
  }
}
