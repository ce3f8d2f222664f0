package dev.knowhow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person chose to try.
///
/// @param columns what to try: `draft`, `newest`, or the words of a tier
/// @param failing whether only the examples are tried that did not pass last
/// @param cheapest whether the cheapest model that passes is looked for, instead of `columns`
/// @param step the ask whose model is looked for; empty for all of them
/// @param cap what it may cost at most, as typed
record TrialChoice(
    List<String> columns, boolean failing, boolean cheapest, Optional<String> step, String cap) {
  private static final int LONGEST = 200;

  /// Copies the list.
  TrialChoice {
    columns = List.copyOf(columns);
  }

  /// What a form sent.
  static TrialChoice sent(Visit visit) {
    String step = visit.sent("step");
    String cap = visit.sent("cap").strip();
    return new TrialChoice(
        visit.context().formParams("column").stream().distinct().limit(10).toList(),
        visit.sent("which").equals("failing"),
        visit.sent("cheapest").equals("yes"),
        step.isEmpty() || step.length() > LONGEST ? Optional.empty() : Optional.of(step),
        cap.length() > LONGEST ? cap.substring(0, LONGEST) : cap);
  }

  /// What a form must send again to say the same, but for the cap.
  List<Sent> again() {
    List<Sent> sent = new ArrayList<>();
    columns.forEach(column -> sent.add(new Sent("column", column)));
    if (failing) {
      sent.add(new Sent("which", "failing"));
    }
    if (cheapest) {
      sent.add(new Sent("cheapest", "yes"));
    }
    step.ifPresent(name -> sent.add(new Sent("step", name)));
    return sent;
  }

  /// A hidden field of a form.
  record Sent(String name, String value) {}
}
