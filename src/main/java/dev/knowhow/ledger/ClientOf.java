package dev.knowhow.ledger;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Says whose budget a call counts against besides the workspace's.
@FunctionalInterface
public interface ClientOf {

  /// The client that pays for a call by this moment of the data, if there is one.
  Optional<String> client(Handle handle, ReserveRequest request);
}
