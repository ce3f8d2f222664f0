package dev.knowhow.flow;

import java.util.List;

/// What executing a flow as far as its journal reaches came to.
public sealed interface Slice {

  /// What the flow did so far, in order.
  List<TraceEntry> trace();

  /// The flow is done.
  record Done(FlowResult result, List<TraceEntry> trace) implements Slice {
    /// Copies the list.
    public Done {
      trace = List.copyOf(trace);
    }
  }

  /// The flow waits for these calls; all that it can make now are there.
  record Waiting(List<FlowCall> calls, List<TraceEntry> trace) implements Slice {
    /// Copies the lists.
    public Waiting {
      calls = List.copyOf(calls);
      trace = List.copyOf(trace);
    }
  }

  /// The flow failed, and would again from the same journal, unless the kind is `NO_SANDBOX`.
  record Failed(FlowFault fault, List<TraceEntry> trace) implements Slice {
    /// Copies the list.
    public Failed {
      trace = List.copyOf(trace);
    }
  }
}
