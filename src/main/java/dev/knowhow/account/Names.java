package dev.knowhow.account;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of people and clients, as a person types them.
final class Names {
  private static final int LONGEST = 100;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Names() {}

  static Optional<Fault> faultIn(String field, String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty() && stripped.length() <= LONGEST && !CONTROL.matcher(name).find()) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.at("", 0, field, "a name of 1 to 100 characters is wanted", "Write the name."));
  }

  /// The name without blanks around it.
  ///
  /// @throws Problem of kind `BAD_INPUT` with a fault at the field
  static String kept(String field, String name) {
    faultIn(field, name)
        .ifPresent(fault -> {
          throw Problem.ofFaults("A name is missing or too long.", List.of(fault));
        });
    return name.strip();
  }
}
