package dev.knowhow.web;

import java.util.ArrayList;
import java.util.List;

/// A tool's form that could not be taken because its session had ended, with everything that was
/// typed in it, to be sent again.
///
/// @param address where it was sent
/// @param signIn whether the person has to sign in before
record AgainPage(
    Frame frame,
    String what,
    String hint,
    String address,
    String csrf,
    List<Typed> fields,
    boolean signIn) {

  /// One field as it was sent.
  record Typed(String name, String value) {}

  /// Copies the list.
  AgainPage {
    fields = List.copyOf(fields);
  }

  /// For somebody whose session has ended.
  static AgainPage signedOut(Visit visit, Words words, String csrf) {
    return of(visit, words, "again.signedOut", csrf);
  }

  /// For somebody who signed in after the form was opened.
  static AgainPage stale(Visit visit, Words words, String csrf) {
    return of(visit, words, "again.stale", csrf);
  }

  private static AgainPage of(Visit visit, Words words, String key, String csrf) {
    List<Typed> fields = new ArrayList<>();
    visit
        .context()
        .formParamMap()
        .forEach((name, values) -> {
          if (!name.equals("csrf")) {
            values.forEach(value -> fields.add(new Typed(name, value)));
          }
        });
    String what = words.of(key);
    return new AgainPage(
        visit.frame(what, ""),
        what,
        words.of(key + ".hint"),
        visit.context().path(),
        csrf,
        fields,
        !visit.signedIn());
  }
}
