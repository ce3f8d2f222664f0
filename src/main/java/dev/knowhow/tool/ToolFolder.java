package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Takes the snapshot of a tool's folder: its own files, and from the vertical around it the
/// `vertical.yaml` and the packs that the tool uses.
///
/// The folder is `<vertical>/templates/<tool>`; a folder that stands alone brings its house along
/// as `house/<vertical>`. Files beside the known ones, such as a README, are left out. Links are
/// refused.
public final class ToolFolder {
  private static final Set<String> PARTS = Set.of("prompts", "knowledge", "examples", "house");
  private static final String TOOL = "tool.yaml";
  private static final String SCRIPT = "flow.js";
  private static final String VERTICAL = "vertical.yaml";

  private ToolFolder() {}

  /// The snapshot of a folder.
  ///
  /// @throws Problem of kind `NOT_FOUND` where there is no such tool, `BAD_INPUT` or `TOO_LARGE`
  ///   where its files can't be taken
  public static ToolFiles read(Path folder) {
    if (!Files.isRegularFile(folder.resolve(TOOL), LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of(
          Problem.Kind.NOT_FOUND,
          "There is no tool.yaml in " + folder + ".",
          "Name the folder of a template, such as verticals/dental/templates/denial-appeal.");
    }
    try {
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put(TOOL, bytes(folder.resolve(TOOL)));
      if (Files.isRegularFile(folder.resolve(SCRIPT), LinkOption.NOFOLLOW_LINKS)) {
        files.put(SCRIPT, bytes(folder.resolve(SCRIPT)));
      }
      Optional<Path> vertical = verticalAround(folder);
      for (String part : PARTS) {
        if (!part.equals("house") || vertical.isEmpty()) {
          addAll(folder.resolve(part), part + "/", files);
        }
      }
      if (vertical.isPresent()) {
        String id = String.valueOf(vertical.get().getFileName());
        addHouse(vertical.get(), packsUsed(files.getOrDefault(TOOL, new byte[0]), id), files);
      }
      return ToolFiles.of(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What tools inherit from a vertical's folder, by their paths in a snapshot: its `vertical.yaml`
  /// and the packs of these names.
  ///
  /// @param vertical the folder
  public static Map<String, byte[]> house(Path vertical, Set<String> packs) {
    try {
      Map<String, byte[]> files = new LinkedHashMap<>();
      addHouse(vertical, packs, files);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> verticalAround(Path folder) throws IOException {
    Path templates = folder.toRealPath().getParent();
    return Optional.ofNullable(templates)
        .map(Path::getParent)
        .filter(vertical -> Files.isRegularFile(vertical.resolve(VERTICAL)));
  }

  private static void addHouse(Path vertical, Set<String> used, Map<String, byte[]> files)
      throws IOException {
    String id = String.valueOf(vertical.getFileName());
    String house = ToolFiles.HOUSE + id + "/";
    byte[] yaml = bytes(vertical.resolve(VERTICAL));
    files.put(house + VERTICAL, yaml);
    Faults ignored = new Faults();
    List<Pack> packs =
        VerticalReader.read(id, VERTICAL, yaml, ignored).map(Vertical::packs).orElse(List.of());
    for (Pack pack : packs) {
      if (used.contains(pack.name()) && ToolPaths.isInside(pack.file())) {
        Path file = vertical.resolve(pack.file());
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          files.put(house + pack.file(), bytes(file));
        }
      }
    }
  }

  /// The packs of a house that a `tool.yaml` names.
  public static Set<String> packsUsed(byte[] toolYaml, String house) {
    Faults ignored = new Faults();
    Set<String> used = new TreeSet<>();
    Optional<Yaml> root = YamlReader.read(TOOL, toolYaml, ignored);
    if (root.isPresent()) {
      Section knowledge = new Section(TOOL, root.get(), "", ignored).at("knowledge");
      for (Section.NamedSection entry : knowledge.entries()) {
        String pack = entry.section().text("pack");
        if (pack.startsWith(house + "/")) {
          used.add(pack.substring(house.length() + 1));
        }
      }
    }
    return used;
  }

  private static void addAll(Path folder, String prefix, Map<String, byte[]> files)
      throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> found;
    try (var walk = Files.walk(folder)) {
      found = walk.filter(path -> !path.equals(folder)).sorted().toList();
    }
    for (Path path : found) {
      String inside = prefix + folder.relativize(path).toString().replace('\\', '/');
      if (Files.isSymbolicLink(path)) {
        throw Problem.of(
            Problem.Kind.BAD_INPUT,
            "The file " + inside + " is a link to elsewhere.",
            "Put the file itself into the folder.");
      }
      if (Files.isRegularFile(path) && !String.valueOf(path.getFileName()).startsWith(".")) {
        if (files.size() > ToolFiles.MAX_FILES) {
          return;
        }
        files.put(inside, bytes(path));
      }
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > ToolFiles.MAX_BYTES) {
      throw Problem.of(
          Problem.Kind.TOO_LARGE,
          "The file " + file.getFileName() + " has " + size + " bytes.",
          "All files of a tool together may have " + ToolFiles.MAX_BYTES + ".");
    }
    return Files.readAllBytes(file);
  }
}
