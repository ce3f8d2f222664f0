package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.KeySet;
import dev.knowhow.tool.yaml.Pieces;
import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlReader;
import dev.knowhow.tool.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Makes an [Edit] in a tool's files; everything it does not name stays byte for byte as it was.
///
/// The house is not edited: only files that are new may be added there.
final class Editing {
  private static final String OWN_FILES =
      "tool\\.yaml|flow\\.js|prompts/.+\\.md|knowledge/.+|examples/.+";

  private Editing() {}

  /// The files after an edit.
  ///
  /// @throws Problem of kind `CONFLICT` where the text is not the one that the person saw,
  ///   `NOT_FOUND` where there is no such place, `BAD_INPUT` or `TOO_LARGE` for what can't be kept
  static ToolFiles make(ToolFiles files, Edit edit) {
    return switch (edit) {
      case Edit.Put put -> put(files, put);
      case Edit.Insert(Place collection, int at, String key, Yaml piece) -> {
        refuseTakenKey(files, collection, key);
        yield inYaml(files, collection, yaml -> yaml.insert(collection.path(), at, key, piece));
      }
      case Edit.Remove(Place place) -> inYaml(files, place, yaml -> yaml.remove(place.path()));
      case Edit.Move(Place place, Place collection, int at) ->
          inYaml(files, place, yaml -> yaml.move(place.path(), collection.path(), at));
      case Edit.Rename(String from, String to) -> Renaming.rename(files, from, to);
      case Edit.WriteFile(String path, String was, String now) -> {
        expect(was, files.get(path).map(Editing::text).orElse(""));
        yield files.with(own(path), bytes(Characters.clean(now)));
      }
      case Edit.AddFile(String path, byte[] bytes) -> {
        if (files.has(path)) {
          throw Problem.of(
              Problem.Kind.CONFLICT,
              "There is a file “" + path + "” already.",
              "Give it another name.");
        }
        yield files.with(path.startsWith(ToolFiles.HOUSE) ? path : own(path), bytes);
      }
      case Edit.RemoveFile(String path) -> files.without(own(path));
      case Edit.Together(List<Edit> edits) -> {
        ToolFiles after = files;
        for (Edit each : edits) {
          after = make(after, each);
        }
        yield after;
      }
    };
  }

  private static ToolFiles put(ToolFiles files, Edit.Put put) {
    Place place = put.place();
    return inYaml(
        files,
        place,
        yaml -> {
          Optional<Yaml> there = yaml.at(place.path());
          expect(put.was(), Pieces.shown(there));
          if (there.filter(now -> Pieces.same(now, put.now())).isPresent()) {
            return yaml;
          }
          if (put.now() instanceof Yaml.Words(String words, int _) && words.isEmpty()) {
            return there.isPresent() ? yaml.remove(place.path()) : yaml;
          }
          List<String> around = place.around().path();
          return yaml.put(place.path(), put.now(), order(place.file(), yaml.root(), around));
        });
  }

  private static void refuseTakenKey(ToolFiles files, Place collection, String key) {
    boolean taken =
        !key.isEmpty()
            && yaml(files, collection.file()).at(collection.inside(key).path()).isPresent();
    if (taken) {
      throw Problem.at(
          Problem.Kind.BAD_INPUT,
          collection.toString(),
          "There is “" + key + "” already.",
          "Choose another name.");
    }
  }

  private static ToolFiles inYaml(ToolFiles files, Place place, UnaryOperator<YamlText> change) {
    try {
      String changed = change.apply(yaml(files, place.file())).text();
      return files.with(own(place.file()), bytes(changed));
    } catch (IllegalArgumentException | IndexOutOfBoundsException noSuchPlace) {
      throw Problem.at(
              Problem.Kind.NOT_FOUND,
              place.toString(),
              "What you change is no longer there.",
              "Look at the draft again.")
          .causedBy(noSuchPlace);
    }
  }

  private static void expect(String was, String is) {
    if (!was.equals(is)) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          "This was changed meanwhile.",
          "Compare both texts and choose one.");
    }
  }

  /// A YAML file of a tool.
  static YamlText yaml(ToolFiles files, String path) {
    Faults faults = new Faults();
    return files
        .get(path)
        .flatMap(bytes -> YamlReader.text(path, bytes, faults))
        .map(text -> YamlText.of(path, text))
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "There is no file “" + path + "” in the draft.",
                "Look at the draft again."));
  }

  /// The keys that may stand at a place, in their order.
  private static List<String> order(String file, Yaml root, List<String> path) {
    Form form = file.startsWith("examples/") ? ExampleForm.form() : ToolForm.form();
    return FormAt.of(form, root, path).map(KeySet::names).orElse(List.of());
  }

  private static String own(String path) {
    if (!path.matches(OWN_FILES)) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "The file “" + path + "” is none of a tool.",
          "Tools have tool.yaml, flow.js, prompts, knowledge and examples.");
    }
    return path;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
