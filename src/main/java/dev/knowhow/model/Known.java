package dev.knowhow.model;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import dev.knowhow.value.Tier;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The connections of one moment, in the order in which they were added, with what the tiers mean
/// then.
///
/// @param keys the key of each connection that has one, sealed: it opens when it is asked for
record Known(
    List<Connection> connections,
    Map<Tier, TierModel> tiers,
    Map<Connection, Supplier<String>> keys) {
  Known {
    connections = List.copyOf(connections);
    tiers = Map.copyOf(tiers);
    keys = Map.copyOf(keys);
  }

  /// One connection.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  Connection connection(String id) {
    return connections.stream()
        .filter(connection -> connection.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                Kind.NOT_FOUND,
                "This connection does not exist any more.",
                "Look at the list again."));
  }
}
