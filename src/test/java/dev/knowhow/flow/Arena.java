package dev.knowhow.flow;

import java.time.Duration;

/// Where attacks are let loose: the real sandbox, or one that was left open so that the detectors
/// have something to find.
interface Arena extends AutoCloseable {

  /// Executes a flow to its end, answering its calls.
  ///
  /// @param tool whose flow it is
  End end(String tool, String script);

  /// The longest time that [#end] may take.
  Duration atMost();

  @Override
  void close();

  /// How a flow ended.
  sealed interface End {
    /// With results, as JSON.
    record Told(String results) implements End {}

    /// As a stated failure.
    record Failed(FlowFault fault) implements End {}

    /// In no way that was foreseen.
    record Broken(String how) implements End {}
  }
}
