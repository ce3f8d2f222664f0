package dev.knowhow.web;

import dev.knowhow.tool.Draft;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import java.util.List;

/// The names that the keys of a tool's file may use, read from the files as they are.
final class HouseNames {
  private HouseNames() {}

  /// The names for a draft.
  static Editor.Names of(Draft draft, Section tool) {
    String house = tool.text("house");
    String file = ToolFiles.HOUSE + house + "/vertical.yaml";
    Section vertical =
        new Section(
            file, draft.yaml(file).orElseGet(() -> new Yaml.Words("", 0)), "", new Faults());
    List<Control.Choice> packs =
        vertical.at("packs").entries().stream()
            .map(pack ->
                choice(house + "/" + pack.name(), pack.section().text("label", pack.name())))
            .toList();
    return new Editor.Names(
        tool.at("knowledge").entries().stream()
            .map(one -> choice(one.name(), one.section().text("label", packed(one, packs))))
            .toList(),
        labelled(tool.at("results")),
        packs,
        vertical.at("roles").items().stream()
            .map(role -> choice(role.text(), role.text()))
            .toList());
  }

  /// The label of the pack that a piece of knowledge is, else its own name.
  private static String packed(Section.NamedSection one, List<Control.Choice> packs) {
    return packs.stream()
        .filter(pack -> pack.value().equals(one.section().text("pack")))
        .map(Control.Choice::label)
        .findFirst()
        .orElse(one.name());
  }

  private static List<Control.Choice> labelled(Section named) {
    return named.entries().stream()
        .map(one -> choice(one.name(), one.section().text("label", one.name())))
        .toList();
  }

  private static Control.Choice choice(String value, String label) {
    return new Control.Choice(value, label, "", false);
  }
}
