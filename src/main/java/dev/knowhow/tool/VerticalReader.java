package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.FormChecker;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `vertical.yaml`.
public final class VerticalReader {
  private VerticalReader() {}

  /// Reads a vertical's file.
  ///
  /// @param id the folder's name
  /// @param file the file's name for messages
  /// @param faults gets everything that is wrong
  /// @return empty where the file could not be read at all
  public static Optional<Vertical> read(String id, String file, byte[] bytes, Faults faults) {
    Optional<Yaml> root = YamlReader.read(file, bytes, faults);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    FormChecker.check(file, root.get(), VerticalForm.form(), LaterKeys.ALL, faults);
    return Optional.of(vertical(id, new Section(file, root.get(), "", faults)));
  }

  private static Vertical vertical(String id, Section root) {
    Map<String, String> vocabulary = new LinkedHashMap<>();
    root.at("vocabulary")
        .entries()
        .forEach(entry -> vocabulary.put(entry.name(), entry.section().text()));
    return new Vertical(
        id,
        root.text("name"),
        root.text("about"),
        root.text("people"),
        vocabulary,
        texts(root.at("roles")),
        texts(root.at("sensitive")),
        root.text("rules"),
        ToolBuilder.allWritten(root.at("never say")),
        packs(root.at("packs")));
  }

  private static List<Pack> packs(Section packs) {
    List<Pack> all = new ArrayList<>();
    for (Section.NamedSection entry : packs.entries()) {
      Section pack = entry.section();
      if (!ToolPaths.isInside(pack.text("file"))) {
        pack.at("file").fault("the file is not in the vertical's folder", "");
      }
      if (pack.has("as of") && Scalars.date(pack.text("as of"), false).isEmpty()) {
        pack.at("as of").fault("there is no such day", "");
      }
      all.add(
          new Pack(
              entry.name(),
              pack.text("label"),
              pack.text("file"),
              pack.text("source"),
              Scalars.date(pack.text("as of"), false),
              pack.yes("checked")));
    }
    return all;
  }

  private static List<String> texts(Section list) {
    return list.items().stream().map(Section::text).toList();
  }
}
