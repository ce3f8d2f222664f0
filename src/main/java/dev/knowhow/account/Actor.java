package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import java.util.Optional;
import java.util.Set;

/// The person on whose behalf something is done; doors below the pages take it and check it.
///
/// @param personId the person's id
/// @param name the name the person goes by
/// @param role what the person may do
/// @param decides the approver roles of trades that the person has, each `vertical/role`, such as
///   `dental/doctor`
/// @param clientId the client that the person belongs to, and whose tools alone the person sees;
///   empty for people of the workspace itself; see [#sees]
public record Actor(
    String personId, String name, Role role, Set<String> decides, Optional<String> clientId) {

  /// Copies the set.
  public Actor {
    decides = Set.copyOf(decides);
  }

  /// A person of the workspace itself who has no approver role.
  public Actor(String personId, String name, Role role) {
    this(personId, name, role, Set.of(), Optional.empty());
  }

  /// Whether the person may decide what a role of a trade decides; an owner may always.
  public boolean mayDecide(String vertical, String role) {
    return this.role == Role.OWNER || decides.contains(vertical + "/" + role);
  }

  /// Whether the person may see what belongs to a client, or to none.
  ///
  /// A runner sees what belongs to the same client as the runner, or to none if the runner belongs
  /// to none. Who owns, builds, or decides for the workspace itself sees what is anybody's.
  public boolean sees(Optional<String> client) {
    boolean decidesForAll = clientId.isEmpty() && !decides.isEmpty();
    return role != Role.RUNNER || decidesForAll || clientId.equals(client);
  }

  /// Refuses anyone but an owner.
  ///
  /// @param doing what was tried, such as `change a budget`
  /// @throws Problem of kind `NOT_ALLOWED`
  public void mustOwn(String doing) {
    if (role != Role.OWNER) {
      throw notAllowed(doing, "Ask an owner to do it.");
    }
  }

  /// Refuses anyone who may neither own nor build.
  ///
  /// @param doing what was tried, such as `add a tool`
  /// @throws Problem of kind `NOT_ALLOWED`
  public void mustBuild(String doing) {
    if (role == Role.RUNNER) {
      throw notAllowed(doing, "Ask an owner or a builder to do it.");
    }
  }

  /// Refuses whoever belongs to a client.
  ///
  /// @param doing what was tried, such as `see the budget`
  /// @throws Problem of kind `NOT_ALLOWED`
  public void mustWorkHere(String doing) {
    if (clientId.isPresent()) {
      throw notAllowed(doing, "Ask whoever invited you.");
    }
  }

  private Problem notAllowed(String doing, String hint) {
    return Problem.of(Problem.Kind.NOT_ALLOWED, name + " may not " + doing + ".", hint);
  }
}
