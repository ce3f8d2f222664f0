package dev.knowhow.account;

import dev.knowhow.problem.Problem;

/// The person on whose behalf something is done; doors below the pages take it and check it.
///
/// @param personId the person's id
/// @param name the name the person goes by
/// @param role what the person may do
public record Actor(String personId, String name, Role role) {

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

  private Problem notAllowed(String doing, String hint) {
    return Problem.of(Problem.Kind.NOT_ALLOWED, name + " may not " + doing + ".", hint);
  }
}
