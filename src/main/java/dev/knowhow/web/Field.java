package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One question of a form: its label, what helps to answer it, the control, and what is wrong with
/// the answer.
///
/// @param name the name the answer is sent under, unique on the page; also the control's id
/// @param label the question in the person's words
/// @param help a sentence below the label, or empty
/// @param required whether the form needs an answer
/// @param half whether it may share its line with another
/// @param fault what is wrong and what to do, if anything
/// @param control what the person answers with
record Field(
    String name,
    String label,
    String help,
    boolean required,
    boolean half,
    Optional<String> fault,
    Control control) {

  /// A required question on a line of its own.
  static Field required(String name, String label, Control control) {
    return new Field(name, label, "", true, false, Optional.empty(), control);
  }

  /// The same question with a sentence of help.
  Field help(String sentence) {
    return new Field(name, label, sentence, required, half, fault, control);
  }

  /// The same question with its fault.
  Field faulty(Optional<String> sentence) {
    return new Field(name, label, help, required, half, sentence, control);
  }

  /// The same question on a line of its own.
  Field whole() {
    return new Field(name, label, help, required, false, fault, control);
  }

  /// The ids that describe the control: help and fault.
  Optional<String> describedBy() {
    String ids = (help.isEmpty() ? "" : name + "-help ") + (fault.isEmpty() ? "" : name + "-fault");
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.strip());
  }

  /// `true` where the answer is faulty, else no attribute.
  Optional<String> invalid() {
    return fault.isEmpty() ? Optional.empty() : Optional.of("true");
  }

  /// `required` as an attribute of the control; the server's check is the one that counts.
  Optional<String> must() {
    return required ? Optional.of("true") : Optional.empty();
  }

  /// Where the error summary leads to.
  String target() {
    return switch (control) {
      case Control.Pick pick when !pick.choices().isEmpty() -> name + "-0";
      case Control.Checks checks when !checks.choices().isEmpty() -> name + "-0";
      case Control.Table table when !table.rows().isEmpty() ->
          table.rows().getFirst().cells().getFirst().id();
      case Control.Line _,
          Control.Lines _,
          Control.Pick _,
          Control.Checks _,
          Control.Menu _,
          Control.Table _ ->
          name;
      case Control.Files _ -> name + "-file";
    };
  }

  /// The faults of some fields, for the summary above the form.
  static List<Fault> faultsOf(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.fault().isPresent())
        .map(field -> new Fault(field.target(), field.label(), field.fault().orElseThrow()))
        .toList();
  }

  /// One line of the summary above a form.
  record Fault(String target, String label, String sentence) {}
}
