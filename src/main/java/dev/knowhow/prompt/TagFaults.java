package dev.knowhow.prompt;

import dev.knowhow.problem.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with the tags of one file, each said in words.
final class TagFaults {
  private static final Pattern OTHER_DIALECT =
      Pattern.compile("(if|each|unless|with)\\s+([\\w.]+)");

  private final String file;
  private final List<Fault> faults = new ArrayList<>();

  TagFaults(String file) {
    this.file = file;
  }

  List<Fault> inOrder() {
    Collections.sort(faults);
    return faults;
  }

  void unclosedTag(int line, String open, String close) {
    add(
        line,
        "found \"" + open + "\" without the \"" + close + "\" that ends it",
        "Add \""
            + close
            + "\"; where two braces are meant as text, put {{=<% %>=}} on a line"
            + " before them.");
  }

  void tooManyTags(int line) {
    add(
        line,
        "found more than " + MustacheParser.MAX_TAGS + " tags",
        "Use a section for what repeats.");
  }

  void tooDeep(int line) {
    add(
        line,
        "found more than " + OpenSections.MAX_DEPTH + " sections inside each other",
        "Take some apart.");
  }

  void strayEnd(String name, int line) {
    add(
        line,
        "found {{/" + shown(name) + "}}, but no section of that name is open here",
        "Write {{#" + shown(name) + "}} where the section begins, or take the end away.");
  }

  void notEnded(String name, int line, String met) {
    add(
        line,
        "the section {{#" + shown(name) + "}} is not ended before " + met,
        "Write {{/" + shown(name) + "}} where it ends.");
  }

  void inheritance(Tag tag) {
    add(
        tag.line(),
        "found {{"
            + tag.kind()
            + shown(tag.content())
            + "}}; prompts don't inherit from each other",
        "Write the text here.");
  }

  void dynamicName(Tag tag) {
    add(
        tag.line(),
        "found {{>" + shown(tag.content()) + "}}; which text to insert can't depend on a value",
        "Write the text here, in a section.");
  }

  void badDelimiters(Tag tag) {
    add(
        tag.line(),
        "found {{=" + shown(tag.content()) + "=}}; wanted two delimiters parted by a space",
        "Write {{=<% %>=}}.");
  }

  void noName(Tag tag) {
    Matcher other = OTHER_DIALECT.matcher(tag.content());
    String hint =
        !other.matches()
            ? "A name has letters, digits and _, with points between its parts: {{found.lines}}."
            : other.group(1).equals("unless")
                ? "Write {{^" + other.group(2) + "}} and end it with {{/" + other.group(2) + "}}."
                : "Write {{#" + other.group(2) + "}} and end it with {{/" + other.group(2) + "}}.";
    add(tag.line(), "found \"" + shown(tag.content()) + "\" where a name was wanted", hint);
  }

  private void add(int line, String what, String hint) {
    faults.add(Fault.at(file, line, "", what, hint));
  }

  private static String shown(String content) {
    String folded = content.strip().replaceAll("\\s+", " ");
    return folded.length() <= 60 ? folded : folded.substring(0, 60) + "…";
  }
}
