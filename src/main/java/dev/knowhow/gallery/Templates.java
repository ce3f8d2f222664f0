package dev.knowhow.gallery;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Reading;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.tool.Vertical;
import dev.knowhow.tool.VerticalReader;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The templates in a folder of verticals: `<vertical>/templates/<template>`.
///
/// They are read once, at [#read]; a template with a fault is not offered and its faults are kept
/// for whoever asks. Immutable and thread-safe.
public final class Templates {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  private final Path folder;
  private final List<Trade> trades;
  private final Map<String, Template> templates;
  private final List<Fault> faults;

  private Templates(
      Path folder, List<Trade> trades, Map<String, Template> templates, List<Fault> faults) {
    this.folder = folder;
    this.trades = List.copyOf(trades);
    this.templates = templates;
    this.faults = List.copyOf(faults);
  }

  /// Reads all templates below a folder; none where there is no such folder.
  public static Templates read(Path verticals, ToolReader reader) {
    List<Trade> trades = new ArrayList<>();
    Map<String, Template> templates = new TreeMap<>();
    Faults faults = new Faults();
    for (Path folder : folders(verticals)) {
      String vertical = String.valueOf(folder.getFileName());
      trade(folder, vertical, faults).ifPresent(trades::add);
      for (Path template : folders(folder.resolve("templates"))) {
        String path = vertical + "/" + template.getFileName();
        template(template, path, reader, faults).ifPresent(t -> templates.put(path, t));
      }
    }
    return new Templates(verticals, trades, templates, faults.all());
  }

  /// The trades, by their folders' names.
  public List<Trade> trades() {
    return trades;
  }

  /// All templates, by trade and name.
  public List<TemplateCard> list() {
    return templates.values().stream().map(Template::card).toList();
  }

  /// The templates of a trade.
  public List<TemplateCard> of(String vertical) {
    return list().stream().filter(card -> card.vertical().equals(vertical)).toList();
  }

  /// The templates in whose words every word of a query begins a word, those with it in the name
  /// first; all of them for an empty query.
  public List<TemplateCard> search(String query) {
    return TemplateSearch.search(query, list());
  }

  /// The files of a template.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public ToolFiles files(String vertical, String id) {
    return definition(vertical, id).files();
  }

  /// A template as it was read.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public Definition definition(String vertical, String id) {
    return Optional.ofNullable(templates.get(vertical + "/" + id))
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "There is no template " + vertical + "/" + id + ".",
                "Choose one from the list of templates."))
        .definition();
  }

  /// What a tool inherits from a trade, by the paths of its files: the house and some of its packs.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  public Map<String, byte[]> house(String vertical, Set<String> packs) {
    if (trades.stream().noneMatch(trade -> trade.id().equals(vertical))) {
      throw Problem.of(
          Problem.Kind.NOT_FOUND,
          "There is no trade “" + vertical + "” here.",
          "Choose one of " + String.join(", ", trades.stream().map(Trade::id).toList()) + ".");
    }
    return ToolFolder.house(folder.resolve(vertical), packs);
  }

  /// A tool's own files with the house of this server around them: its rules are the ones that
  /// hold, whatever house came along.
  ///
  /// @param files as they came from elsewhere; a trade that is not known here keeps its house
  public ToolFiles atHome(ToolFiles files) {
    Faults ignored = new Faults();
    String vertical =
        files
            .get("tool.yaml")
            .flatMap(bytes -> YamlReader.read("tool.yaml", bytes, ignored))
            .map(root -> new Section("tool.yaml", root, "", ignored).text("house"))
            .orElse("");
    if (trades.stream().noneMatch(trade -> trade.id().equals(vertical))) {
      return files;
    }
    Map<String, byte[]> own = new TreeMap<>();
    for (String path : files.paths()) {
      if (!path.startsWith(ToolFiles.HOUSE)) {
        own.put(path, files.get(path).orElseThrow());
      }
    }
    own.putAll(
        house(vertical, ToolFolder.packsUsed(files.get("tool.yaml").orElseThrow(), vertical)));
    return ToolFiles.of(own);
  }

  /// What is wrong with the templates that are not offered.
  public List<Fault> faults() {
    return faults;
  }

  private static Optional<Trade> trade(Path folder, String id, Faults faults) {
    Path file = folder.resolve("vertical.yaml");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return VerticalReader.read(id, id + "/vertical.yaml", Files.readAllBytes(file), faults)
          .map((Vertical v) -> new Trade(id, v.name(), v.about(), v.people(), v.roles()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Template> template(
      Path folder, String path, ToolReader reader, Faults faults) {
    try {
      return switch (reader.readAll(ToolFolder.read(folder))) {
        case Reading.Sound(Definition definition) ->
            Optional.of(new Template(card(path, definition), definition));
        case Reading.Faulty(List<Fault> found) -> {
          found.forEach(fault ->
              faults.add(
                  path + "/" + fault.file(),
                  fault.line(),
                  fault.where(),
                  fault.what(),
                  fault.hint()));
          yield Optional.empty();
        }
      };
    } catch (Problem problem) {
      faults.add(path, 0, problem.where(), problem.what(), problem.hint());
      return Optional.empty();
    }
  }

  private static TemplateCard card(String path, Definition definition) {
    int slash = path.indexOf('/');
    return new TemplateCard(
        path.substring(0, slash),
        path.substring(slash + 1),
        definition.tool().name(),
        definition.tool().about(),
        definition.house().name(),
        definition.tool().saves(),
        definition.examples().size(),
        definition.examples().stream().mapToInt(e -> e.plantedMistakes().size()).sum(),
        definition.tool().inputs().stream().filter(Input::required).map(Input::label).toList(),
        definition.tool().results().stream().map(ResultField::label).toList());
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var files = Files.list(parent)) {
      return files
          .filter(Files::isDirectory)
          .filter(folder -> NAME.matcher(String.valueOf(folder.getFileName())).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A template with its card.
  private record Template(TemplateCard card, Definition definition) {}
}
