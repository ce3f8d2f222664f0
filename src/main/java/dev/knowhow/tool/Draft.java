package dev.knowhow.tool;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import dev.knowhow.tool.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A tool's draft as it is saved: what builders change until it becomes the next version.
///
/// @param basedOn the version that it began from; 0 where there is none yet
/// @param revision grows with each change; 0 while nothing was changed
/// @param reading what the files say, or what is wrong with them
/// @param savedAt when it was changed last, or the version it began from was made
/// @param savedBy whose change that was, or empty
/// @param differs whether it differs from the version that it began from
public record Draft(
    String toolId,
    int basedOn,
    long revision,
    ToolFiles files,
    Reading reading,
    Instant savedAt,
    String savedBy,
    boolean differs) {

  /// A fault with the place that it is about.
  public record Placed(Place place, Fault fault) {}

  /// What it says, if it is without fault.
  public Optional<Definition> sound() {
    return reading instanceof Reading.Sound(Definition definition)
        ? Optional.of(definition)
        : Optional.empty();
  }

  /// What a YAML file says; `tool.yaml` always says something.
  public Optional<Yaml> yaml(String file) {
    Faults ignored = new Faults();
    return files.get(file).flatMap(bytes -> YamlReader.read(file, bytes, ignored));
  }

  /// The text of a file.
  public Optional<String> text(String file) {
    return files.get(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The piece at a place.
  public Optional<Yaml> at(Place place) {
    return yaml(place.file()).flatMap(root -> Pieces.at(root, place.path()));
  }

  /// What an edit of a place must say was there.
  public String was(Place place) {
    return Pieces.shown(at(place));
  }

  /// Everything that is wrong, each with its place.
  public List<Placed> faults() {
    return reading instanceof Reading.Faulty(List<Fault> faults)
        ? faults.stream().map(this::placed).toList()
        : List.of();
  }

  /// A fault, of this draft's files, with the place that it is about: the one that it names, else
  /// the deepest piece that holds its line.
  public Placed placed(Fault fault) {
    Optional<Yaml> root =
        fault.file().endsWith(".yaml") ? yaml(fault.file()) : Optional.<Yaml>empty();
    if (root.isEmpty()) {
      return new Placed(Place.of(fault.file()), fault);
    }
    List<String> named = named(root.get(), fault.where());
    List<String> path = named.isEmpty() ? byLine(root.get(), fault.line()) : named;
    return new Placed(new Place(fault.file(), path), fault);
  }

  private static List<String> named(Yaml root, String where) {
    List<String> names = where.isEmpty() ? List.of() : Arrays.asList(where.split("/", -1));
    for (int length = names.size(); length > 1; length--) {
      if (Pieces.at(root, names.subList(0, length)).isPresent()) {
        return names.subList(0, length);
      }
    }
    return List.of();
  }

  private static List<String> byLine(Yaml root, int line) {
    List<String> path = new ArrayList<>();
    Yaml piece = root;
    while (true) {
      Optional<Yaml.Entry> next = last(piece, line);
      if (next.isEmpty()) {
        return path;
      }
      path.add(next.get().key());
      piece = next.get().value();
    }
  }

  /// The last piece inside that begins on a line or before it, by its key or number.
  private static Optional<Yaml.Entry> last(Yaml piece, int line) {
    Optional<Yaml.Entry> last = Optional.empty();
    switch (piece) {
      case Yaml.Words _ -> {}
      case Yaml.Items(List<Yaml> items, int _) -> {
        for (int i = 0; i < items.size(); i++) {
          if (items.get(i).line() <= line) {
            String number = Integer.toString(i + 1);
            last = Optional.of(new Yaml.Entry(number, items.get(i), items.get(i).line()));
          }
        }
      }
      case Yaml.Entries(List<Yaml.Entry> entries, int _) -> {
        for (Yaml.Entry entry : entries) {
          if (entry.line() <= line) {
            last = Optional.of(entry);
          }
        }
      }
    }
    return last;
  }

  /// The draft's files as a text editor would show them, for whoever compares.
  public YamlText tool() {
    return Editing.yaml(files, "tool.yaml");
  }
}
