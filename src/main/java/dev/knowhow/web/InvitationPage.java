package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// What an invited person sees: who invites to what, and the form for the account.
///
/// @param token the secret of the link, where the form goes
/// @param may what the person will be able to do, as sentences
/// @param signedIn who is signed in already, as a sentence; then there is no form
/// @param problem what is wrong with the last form as a whole, or empty
record InvitationPage(
    Frame frame,
    String token,
    String head,
    List<String> may,
    Optional<String> signedIn,
    List<Field> fields,
    List<Field.Fault> faults,
    String problem) {

  /// Copies the lists.
  InvitationPage {
    may = List.copyOf(may);
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }
}
