package dev.knowhow.web;

import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Section;
import dev.knowhow.tool.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/// The names that are known at a step: what people fill in, and what earlier steps gave.
///
/// Read from the file as it is, so that it works while the tool has faults.
final class Known {
  private final List<Name> names = new ArrayList<>();

  private Known() {}

  /// A name with what it is called.
  ///
  /// @param path such as `found.letter_date`
  /// @param label for people: `Chart notes`, or the path itself
  /// @param fields the fields of its rows; empty where it holds no rows
  /// @param list whether it is a list of texts
  /// @param text whether it is a text
  record Name(String path, String label, List<String> fields, boolean list, boolean text) {
    /// Copies the list.
    Name {
      fields = List.copyOf(fields);
    }

    private static Name of(String path, boolean text) {
      return new Name(path, path, List.of(), false, text);
    }

    private static Name rows(String path, List<String> fields) {
      return new Name(path, path, fields, false, false);
    }
  }

  /// The names known before the step of a path; at the end of the steps where it is empty.
  static List<Name> before(Yaml root, List<String> step) {
    Known known = new Known();
    Section tool = new Section(At.TOOL, root, "", new Faults());
    known.inputs(tool.at("inputs"));
    known.steps(tool.at("steps"), List.of("steps"), step);
    return known.names;
  }

  private void inputs(Section inputs) {
    for (Section.NamedSection input : inputs.entries()) {
      Section about = input.section();
      String label = about.text("label", input.name());
      List<String> columns =
          about.at("rows").entries().stream().map(Section.NamedSection::name).toList();
      String type = about.text("type");
      names.add(new Name(input.name(), label, columns, type.equals("list"), isText(type)));
    }
  }

  /// Goes through steps in order.
  ///
  /// @return whether the step that was looked for is among them or inside one of them
  private boolean steps(Section steps, List<String> path, List<String> wanted) {
    List<Section> items = steps.items();
    for (int i = 0; i < items.size(); i++) {
      List<String> here = plus(path, Integer.toString(i + 1));
      if (here.equals(wanted)) {
        return true;
      }
      boolean inside = wanted.size() > here.size() && wanted.subList(0, here.size()).equals(here);
      if (inside) {
        within(items.get(i), here, wanted);
        return true;
      }
      gives(items.get(i));
    }
    return false;
  }

  private void within(Section step, List<String> path, List<String> wanted) {
    if (step.has("for each")) {
      String[] words = step.text("for each").split(" in ", 2);
      if (words.length == 2) {
        List<String> fields =
            names.stream()
                .filter(name -> name.path().equals(words[1].strip()))
                .findFirst()
                .map(Name::fields)
                .orElse(List.of());
        fields.forEach(field -> names.add(Name.of(words[0].strip() + "." + field, false)));
      }
      steps(step.at("steps"), plus(path, "steps"), wanted);
    }
    List<Section> branches = step.at("choose").items();
    for (int i = 0; i < branches.size(); i++) {
      List<String> branch = plus(plus(path, "choose"), Integer.toString(i + 1));
      if (steps(branches.get(i).at("steps"), plus(branch, "steps"), wanted)) {
        return;
      }
    }
    steps(step.at("when late").at("steps"), plus(plus(path, "when late"), "steps"), wanted);
  }

  /// Adds what a step gave to whatever comes after it.
  private void gives(Section step) {
    if (step.has("ask") || step.has("work towards")) {
      answer(step.text("ask", step.text("work towards")), step.at("returns"));
    } else if (step.has("look up")) {
      String name = step.at("look up").text("gives", "passages");
      names.add(Name.rows(name, List.of("text", "title", "heading", "source")));
    } else if (step.has("calculate")) {
      step.at("calculate").entries().forEach(value -> names.add(Name.of(value.name(), false)));
    } else if (step.has("for each")) {
      names.add(Name.rows(step.text("gives"), loopFields(step.at("steps"))));
    } else if (step.has("match")) {
      List<String> columns =
          new ArrayList<>(step.at("on").items().stream().map(Section::text).toList());
      step.at("columns").entries().forEach(column -> columns.add(column.name()));
      names.add(Name.rows(step.text("gives"), columns));
    } else if (step.has("review")) {
      step.at("person fills").entries().forEach(fill -> names.add(Name.of(fill.name(), false)));
    } else if (step.has("use a tool")) {
      answer(step.text("gives"), step.at("returns"));
    } else if (step.has("choose")) {
      step.at("choose").items().forEach(one -> one.at("steps").items().forEach(this::gives));
    }
  }

  private void answer(String name, Section returns) {
    if (returns.entries().isEmpty()) {
      names.add(Name.of(name, true));
      return;
    }
    for (Section.NamedSection field : returns.entries()) {
      String path = name + "." + field.name();
      List<String> columns =
          field.section().at("rows").entries().stream().map(Section.NamedSection::name).toList();
      boolean text = isText(field.section().text());
      names.add(new Name(path, path, columns, field.section().has("list"), text));
    }
  }

  private static boolean isText(String type) {
    return type.startsWith("text") || type.startsWith("paragraph");
  }

  private static List<String> loopFields(Section steps) {
    Known inside = new Known();
    steps.items().forEach(inside::gives);
    return inside.names.stream()
        .map(name -> name.path().substring(name.path().lastIndexOf('.') + 1))
        .toList();
  }

  private static List<String> plus(List<String> path, String name) {
    List<String> all = new ArrayList<>(path);
    all.add(name);
    return all;
  }
}
