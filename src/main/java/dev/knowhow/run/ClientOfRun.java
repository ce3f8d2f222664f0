package dev.knowhow.run;

import dev.knowhow.ledger.ClientOf;
import dev.knowhow.ledger.ReserveRequest;
import dev.knowhow.tool.Tools;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Whose budget a call of a run counts against: that of the client whose tool a person started,
/// whatever other tools that one uses. Thread-safe.
public final class ClientOfRun implements ClientOf {
  private final Tools tools;
  private final RunStore store = new RunStore();

  /// Asks the tools that belong to clients.
  public ClientOfRun(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Optional<String> client(Handle handle, ReserveRequest request) {
    String tool =
        request.isInner()
            ? store.toolOf(handle, request.rootRunId()).orElse(request.toolId())
            : request.toolId();
    return tools.clientOf(handle, tool);
  }
}
