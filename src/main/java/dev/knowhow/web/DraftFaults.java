package dev.knowhow.web;

import dev.knowhow.flow.Compiling;
import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that is wrong with a draft, said where it is edited.
final class DraftFaults {
  private static final Pattern MISSING = Pattern.compile("\"([^\"]+)\" is missing in .*");

  private final Words words;
  private final Section tool;
  private final FaultsAt at = new FaultsAt();
  private final List<BuildPage.Wrong> wrong = new ArrayList<>();

  private DraftFaults(Words words, Section tool) {
    this.words = words;
    this.tool = tool;
  }

  /// Finds what is wrong: in the files, and where those are sound in the steps' formulas.
  static DraftFaults of(Words words, Draft draft, Section tool) {
    DraftFaults found = new DraftFaults(words, tool);
    draft.faults().forEach(found::add);
    draft
        .sound()
        .filter(_ -> draft.faults().isEmpty())
        .ifPresent(definition -> {
          if (FlowCompiler.compile(definition) instanceof Compiling.Faulty(List<Fault> faults)) {
            faults.forEach(fault -> found.add(draft.placed(fault)));
          }
        });
    return found;
  }

  /// By place.
  FaultsAt at() {
    return at;
  }

  /// All of them, each with where it is edited.
  List<BuildPage.Wrong> all() {
    return wrong;
  }

  private void add(Draft.Placed placed) {
    Fault fault = placed.fault();
    Matcher missing = MISSING.matcher(fault.what());
    boolean isMissing = missing.matches();
    Place place = isMissing ? placed.place().inside(missing.group(1)) : placed.place();
    String sentence =
        isMissing ? words.of("build.needed") : Visit.sentence(fault.what(), fault.hint());
    at.add(place, sentence);
    At edited = edited(place);
    wrong.add(new BuildPage.Wrong(edited.linked(), where(edited, place), sentence));
  }

  /// Where a piece is edited: what stands in a prompt's file at the step that it is for.
  private At edited(Place place) {
    if (place.file().equals(At.TOOL)) {
      return At.of(place);
    }
    if (place.file().startsWith("examples/")) {
      return new At("examples", List.of());
    }
    if (place.file().startsWith("knowledge/")) {
      return tool.at("knowledge").entries().stream()
          .filter(one -> one.section().text("file").equals(place.file()))
          .findFirst()
          .map(one -> At.of(Place.inTool("knowledge", one.name())))
          .orElse(new At("knowledge", List.of()));
    }
    return step(tool.at("steps"), Place.inTool("steps"), place.file())
        .map(At::of)
        .orElse(new At("steps", List.of()));
  }

  private static Optional<Place> step(Section steps, Place place, String prompt) {
    List<Section> items = steps.items();
    for (int i = 0; i < items.size(); i++) {
      Place here = place.inside(i + 1);
      if (AskEditor.file(items.get(i)).equals(prompt)) {
        return Optional.of(here);
      }
      Optional<Place> inside = inside(items.get(i), here, prompt);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> inside(Section step, Place place, String prompt) {
    Optional<Place> found = step(step.at("steps"), place.inside("steps"), prompt);
    List<Section> branches = step.at("choose").items();
    for (int i = 0; i < branches.size() && found.isEmpty(); i++) {
      Place branch = place.inside("choose").inside(i + 1);
      found = step(branches.get(i).at("steps"), branch.inside("steps"), prompt);
    }
    return found.isPresent()
        ? found
        : step(step.at("when late").at("steps"), place.inside("when late").inside("steps"), prompt);
  }

  private String where(At edited, Place place) {
    String section = words.of("build.section." + KeyWords.slug(edited.section()));
    return edited.path().isEmpty() || place.path().size() < 2
        ? section
        : section + ", " + place.path().get(1);
  }
}
