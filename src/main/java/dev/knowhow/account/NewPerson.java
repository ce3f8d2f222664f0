package dev.knowhow.account;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// What an invited person fills in.
///
/// @param name the name the person goes by
/// @param email the address the person will sign in with
/// @param password the password the person chose
public record NewPerson(String name, String email, Password password) {

  /// Refuses what can't be taken, with all faults at once; `where` of each is the field's name.
  void mustBeComplete() {
    List<Fault> faults = new ArrayList<>();
    Names.faultIn("name", name).ifPresent(faults::add);
    Emails.faultIn(email).ifPresent(faults::add);
    Passwords.faultIn(password).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw Problem.ofFaults("The account can't be made yet.", faults);
    }
  }
}
