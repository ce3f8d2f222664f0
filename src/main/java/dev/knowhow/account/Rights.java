package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a person may do and whose things the person sees.
///
/// @param role what the person may do
/// @param decides the approver roles of trades, each `vertical/role`, such as `dental/doctor`
/// @param clientId the client a runner belongs to, or empty for people of the workspace itself
public record Rights(Role role, Set<String> decides, Optional<String> clientId) {
  private static final int MOST_DECIDED = 100;
  private static final Pattern APPROVER =
      Pattern.compile("[^/\\p{Cntrl}]{1,80}/[^\\p{Cntrl}]{1,80}");

  /// Copies the set, and refuses what no person can be.
  ///
  /// @throws Problem of kind `BAD_INPUT` for an owner or builder of a client, or for an approver
  ///   role that is not written `vertical/role`
  public Rights {
    decides = Set.copyOf(decides);
    if (clientId.isPresent() && role != Role.RUNNER) {
      throw Problem.at(
          Problem.Kind.BAD_INPUT,
          "client",
          "Only a runner can belong to a client; owners and builders see every client's tools.",
          "Make the person a runner, or choose no client.");
    }
    if (decides.size() > MOST_DECIDED
        || !decides.stream().allMatch(one -> APPROVER.matcher(one).matches())) {
      throw Problem.at(
          Problem.Kind.BAD_INPUT,
          "decides",
          "This is not a role that decides in a trade.",
          "Choose from the roles that are offered.");
    }
  }

  /// The rights of a person who acts.
  public static Rights of(Actor actor) {
    return new Rights(actor.role(), actor.decides(), actor.clientId());
  }
}
