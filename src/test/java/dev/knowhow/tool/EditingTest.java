package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is edited in a shipped template, the rest of its files stays as its author wrote it.
class EditingTest {

  @ParameterizedTest
  @MethodSource("templates")
  void savingEverythingUnchangedLeavesEveryFileByteForByte(Path template) {
    ToolFiles files = ToolFolder.read(template);
    ToolFiles saved = files;
    for (String path : yamlFiles(files)) {
      Yaml root = Editing.yaml(files, path).root();
      for (List<String> at : places(root, List.of())) {
        Yaml piece = Pieces.at(root, at).orElseThrow();
        String was = Pieces.shown(java.util.Optional.of(piece));
        saved = Editing.make(saved, new Edit.Put(new Place(path, at), was, piece));
      }
    }
    assertThat(saved).isEqualTo(files);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void changingOneTextChangesOnlyItsLines(Path template) {
    ToolFiles files = ToolFolder.read(template);
    for (String path : yamlFiles(files)) {
      YamlText text = Editing.yaml(files, path);
      Set<String> before = lines(text.text());
      for (List<String> at : places(text.root(), List.of())) {
        if (!(Pieces.at(text.root(), at).orElseThrow()
            instanceof Yaml.Words(String words, int _))) {
          continue;
        }
        YamlText changed = text.put(at, Yaml.words("Some: other words"), List.of());
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(lines(changed.text()));
        long most = words.lines().count() + words.length() / 60 + 2;
        assertThat(gone.size()).as("%s %s", path, at).isLessThanOrEqualTo((int) most);
        assertThat(Pieces.shown(changed.at(at))).isEqualTo("Some: other words");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void addingAndTakingAwayAStepGivesTheSameBytes(Path template) {
    ToolFiles files = ToolFolder.read(template);
    YamlText text = Editing.yaml(files, "tool.yaml");
    int steps = Pieces.size(text.at(List.of("steps")).orElseThrow());
    for (int at = 0; at <= steps; at++) {
      YamlText more =
          text.insert(List.of("steps"), at, "", text.at(List.of("steps", "1")).orElseThrow());
      YamlText fewer = more.remove(List.of("steps", Integer.toString(at + 1)));
      assertThat(fewer.text()).as("at %s", at).isEqualTo(text.text());
    }
    for (int at = 1; at <= steps; at++) {
      YamlText moved =
          text.move(List.of("steps", Integer.toString(at)), List.of("steps"), 0)
              .move(List.of("steps", "1"), List.of("steps"), at - 1);
      assertThat(moved.text()).as("step %s", at).isEqualTo(text.text());
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everythingWithANameCanBeRenamedAndStaysSound(Path template) {
    ToolFiles files = ToolFolder.read(template);
    Definition definition = ToolReader.read(files).orThrow();
    List<String> names = new ArrayList<>();
    definition.tool().inputs().forEach(input -> names.add(input.name()));
    definition.tool().knowledge().forEach(source -> names.add(source.name()));
    Steps.all(definition.tool().steps()).forEach(step -> names.addAll(Steps.gives(step)));
    for (String name : new TreeSet<>(names)) {
      ToolFiles renamed = Editing.make(files, new Edit.Rename(name, "renamed_" + name.charAt(0)));
      assertThat(ToolReader.read(renamed)).as(name).isInstanceOf(Reading.Sound.class);
      ToolFiles back = Editing.make(renamed, new Edit.Rename("renamed_" + name.charAt(0), name));
      assertThat(back.paths()).isEqualTo(files.paths());
    }
  }

  private static List<String> yamlFiles(ToolFiles files) {
    return files.paths().stream()
        .filter(path -> path.equals("tool.yaml") || path.matches("examples/[^/]+\\.yaml"))
        .toList();
  }

  private static Set<String> lines(String text) {
    return new TreeSet<>(text.lines().toList());
  }

  private static List<List<String>> places(Yaml piece, List<String> path) {
    List<List<String>> places = new ArrayList<>();
    if (!path.isEmpty()) {
      places.add(path);
    }
    switch (piece) {
      case Yaml.Words _ -> {}
      case Yaml.Items(List<Yaml> items, int _) -> {
        for (int i = 0; i < items.size(); i++) {
          places.addAll(places(items.get(i), inside(path, Integer.toString(i + 1))));
        }
      }
      case Yaml.Entries(List<Yaml.Entry> entries, int _) ->
          entries.forEach(entry -> places.addAll(places(entry.value(), inside(path, entry.key()))));
    }
    return places;
  }

  private static List<String> inside(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  static Stream<Path> templates() throws IOException {
    try (Stream<Path> paths =
        Files.find(Path.of("verticals"), 4, (path, _) -> path.endsWith("tool.yaml"))) {
      return paths.map(Path::getParent).sorted().toList().stream();
    }
  }
}
