package dev.knowhow.web;

import dev.knowhow.account.Rights;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What was answered about what a person may do, whether or not anybody can be that.
///
/// @param role the name of a [Role], or whatever was sent
/// @param decides approver roles, each `vertical/role`
/// @param client the id of a client, or empty
record RightsAnswers(String role, Set<String> decides, String client) {
  /// What somebody new may do until the owner says otherwise.
  static final RightsAnswers AT_FIRST = new RightsAnswers(Role.RUNNER.name(), Set.of(), "");

  /// Copies the set.
  RightsAnswers {
    decides = Set.copyOf(decides);
  }

  /// What a person may do now.
  static RightsAnswers of(Rights rights) {
    return new RightsAnswers(rights.role().name(), rights.decides(), rights.clientId().orElse(""));
  }

  /// What a form sends.
  static RightsAnswers sent(Visit visit) {
    return new RightsAnswers(
        visit.sent("role"),
        new TreeSet<>(visit.context().formParams("decides")),
        visit.sent("client"));
  }

  /// The same with a client.
  RightsAnswers in(String client) {
    return new RightsAnswers(role, decides, client);
  }

  /// The rights that were answered.
  ///
  /// @throws Problem of kind `BAD_INPUT` at the field where they can't be
  Rights rights(Words words) {
    for (Role one : Role.values()) {
      if (one.name().equals(role)) {
        return new Rights(one, decides, client.isEmpty() ? Optional.empty() : Optional.of(client));
      }
    }
    throw Problem.at(Problem.Kind.BAD_INPUT, "role", words.of("rights.role.missing"), "");
  }
}
