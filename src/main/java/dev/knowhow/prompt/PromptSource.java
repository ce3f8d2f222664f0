package dev.knowhow.prompt;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A prompt file that was read and has no faults in itself: Mustache in Markdown.
///
/// Everything before the first line that holds a tag of a run is the same for every run. Immutable
/// and thread-safe.
public final class PromptSource {
  /// How many characters a prompt file may have.
  public static final int MAX_CHARACTERS = 200_000;

  private final String file;
  private final String start;
  private final List<Node> rest;

  private PromptSource(String file, String start, List<Node> rest) {
    this.file = file;
    this.start = start;
    this.rest = List.copyOf(rest);
  }

  /// Reads a prompt file.
  ///
  /// @param file the file as the person knows it
  /// @throws Problem with all faults of the file
  public static PromptSource parse(String file, String markdown) {
    if (markdown.length() > MAX_CHARACTERS) {
      throw refused(file, 0, "found more than 200,000 characters", "Make the prompt shorter.");
    }
    String text = Clean.block(markdown).stripTrailing();
    if (text.isEmpty()) {
      throw refused(file, 0, "the prompt is empty", "Write what the model is to do.");
    }
    Mustache mustache = Mustache.parse(file, text + "\n");
    List<Fault> faults = new ArrayList<>(mustache.faults());
    refusePartials(file, mustache.nodes(), faults);
    if (!faults.isEmpty()) {
      Collections.sort(faults);
      throw Problem.ofFaults("The prompt has faults.", faults);
    }
    return cut(file, mustache.nodes());
  }

  /// The file as the person knows it.
  public String file() {
    return file;
  }

  /// Every name that the prompt uses, dotted as written, those inside sections too; the first part
  /// of a name used inside a section may be a field of that section's rows.
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    collect(rest, names);
    return Collections.unmodifiableSortedSet(names);
  }

  /// Names that the prompt uses and that are not known where it uses them, each with the nearest
  /// known name.
  public List<Fault> faults(KnownNames known) {
    return new NameCheck(file, known).faults(rest);
  }

  /// The text that is the same for every run; empty, or ends with a line end.
  String start() {
    return start;
  }

  /// What is rendered for each run; it begins at the beginning of a line.
  List<Node> rest() {
    return rest;
  }

  private static PromptSource cut(String file, List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    int first = 0;
    while (first < nodes.size() && nodes.get(first) instanceof Node.Literal(String literal)) {
      text.append(literal);
      first++;
    }
    if (first == nodes.size()) {
      return new PromptSource(file, text.toString(), List.of());
    }
    int lineStart = text.lastIndexOf("\n") + 1;
    List<Node> rest = new ArrayList<>();
    if (lineStart < text.length()) {
      rest.add(new Node.Literal(text.substring(lineStart)));
    }
    rest.addAll(nodes.subList(first, nodes.size()));
    String start = text.substring(0, lineStart);
    return start.isBlank() ? new PromptSource(file, "", rest) : new PromptSource(file, start, rest);
  }

  private static void collect(List<Node> nodes, SortedSet<String> names) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Literal _, Node.Partial _ -> {}
        case Node.Variable variable -> add(variable.name(), names);
        case Node.Section section -> {
          add(section.name(), names);
          collect(section.nodes(), names);
        }
      }
    }
  }

  private static void add(Name name, SortedSet<String> names) {
    if (!name.isItem()) {
      names.add(name.written());
    }
  }

  private static void refusePartials(String file, List<Node> nodes, List<Fault> faults) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Literal _, Node.Variable _ -> {}
        case Node.Section section -> refusePartials(file, section.nodes(), faults);
        case Node.Partial partial ->
            faults.add(
                Fault.at(
                    file,
                    partial.line(),
                    "",
                    "found {{>" + partial.name() + "}}; a prompt can't insert another file",
                    "Write the text here."));
      }
    }
  }

  private static Problem refused(String file, int line, String what, String hint) {
    return Problem.ofFaults(
        "The prompt has faults.", List.of(new Fault(file, line, "", what, hint)));
  }
}
