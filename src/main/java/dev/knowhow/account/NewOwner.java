package dev.knowhow.account;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// What the first person fills in on the welcome page.
///
/// @param name the name the person goes by
/// @param email the address the person signs in with
/// @param password the password the person chose
/// @param trade the folder name of the vertical, such as `dental`
public record NewOwner(String name, String email, Password password, String trade) {
  /// Refuses what can't be taken, with all faults at once; `where` of each is the field's name.
  void mustBeComplete() {
    List<Fault> faults = new ArrayList<>();
    Names.faultIn("name", name).ifPresent(faults::add);
    Emails.faultIn(email).ifPresent(faults::add);
    Passwords.faultIn(password).ifPresent(faults::add);
    if (trade.isBlank()) {
      faults.add(at("trade", "no trade is chosen", "Choose the one closest to your work."));
    }
    if (!faults.isEmpty()) {
      throw Problem.ofFaults("The account can't be made yet.", faults);
    }
  }

  private static Fault at(String field, String what, String hint) {
    return Fault.at("", 0, field, what, hint);
  }
}
