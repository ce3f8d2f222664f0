package dev.knowhow.web;

import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.yaml.Section;
import java.util.ArrayList;
import java.util.List;

/// Puts an ask's instructions, which are a file of their own, among its controls.
final class AskEditor {
  private static final int MOST_CHIPS = 40;

  private final Words words;
  private final Draft draft;
  private final FaultsAt faults;

  AskEditor(Words words, Draft draft, FaultsAt faults) {
    this.words = words;
    this.draft = draft;
    this.faults = faults;
  }

  /// The controls with the instructions behind what the step does.
  Edited.Group of(Edited.Group group, Section step, Place place, Section tool) {
    List<Edited> inside = new ArrayList<>(group.inside());
    List<Edited> more = new ArrayList<>(group.more());
    more.add(inside.removeFirst());
    Place file = Place.of(file(step));
    Edited.Spot spot =
        new Edited.Spot(
            Editor.id(file),
            file.toString(),
            words.of("build.instructions"),
            words.of("build.instructions.help"),
            faults.under(file));
    List<Edited.Chip> chips =
        Known.before(tool.yaml(), place.path()).stream()
            .limit(MOST_CHIPS)
            .map(AskEditor::chip)
            .toList();
    String text = draft.text(file.file()).orElse("");
    inside.add(Math.min(1, inside.size()), Edited.Instructions.of(spot, text, chips));
    return Edited.Group.of(group.spot(), inside, more);
  }

  /// The file of a step's instructions.
  static String file(Section step) {
    return step.text("prompt", "prompts/" + step.text("ask", step.text("work towards")) + ".md");
  }

  private static Edited.Chip chip(Known.Name name) {
    String path = name.path();
    String put =
        !name.fields().isEmpty()
            ? "\n{{#"
                + path
                + "}}\n- {{"
                + String.join("}}, {{", name.fields())
                + "}}\n{{/"
                + path
                + "}}\n"
            : name.list()
                ? "\n{{#" + path + "}}\n- {{.}}\n{{/" + path + "}}\n"
                : "{{" + path + "}}";
    return new Edited.Chip(put, name.label());
  }
}
