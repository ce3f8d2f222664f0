package dev.knowhow.ledger;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Says whose budget a tool's calls count against besides the workspace's.
@FunctionalInterface
public interface ClientOf {

  /// The client that a tool belongs to at this moment of the data, if to any; nothing for an id
  /// that is no tool's.
  Optional<String> client(Handle handle, String toolId);
}
