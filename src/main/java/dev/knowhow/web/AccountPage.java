package dev.knowhow.web;

import java.util.List;

/// What a person may do with the own account: the password and the places of signing in.
///
/// @param email the address the person signs in with
/// @param may what the person may do, in a few words each
/// @param elsewhere whether the person is signed in somewhere else too
/// @param problem what is wrong with the form as a whole, or empty
record AccountPage(
    Frame frame,
    String name,
    String email,
    List<String> may,
    List<Place> places,
    boolean elsewhere,
    List<Field> fields,
    List<Field.Fault> faults,
    String problem) {

  /// Copies the lists.
  AccountPage {
    may = List.copyOf(may);
    places = List.copyOf(places);
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }

  /// A browser in which the person is signed in.
  ///
  /// @param here whether it is the one in which the person looks
  record Place(String browser, String since, boolean here) {}
}
