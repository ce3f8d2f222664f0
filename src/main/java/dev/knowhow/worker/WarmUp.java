package dev.knowhow.worker;

/// Executes a small flow of our own, so that the classes of the engine are loaded before a flow's
/// processor time is counted.
final class WarmUp {
  private static final String REQUEST =
      """
      {"inputs":{"note":"The crown was denied on 2026-04-12."},"knowledge":{},
      "startedAt":"2026-01-01T00:00:00Z","seed":"1","journal":[]}\
      """;

  private WarmUp() {}

  /// Executes it.
  ///
  /// @throws IllegalStateException if it does not come to what it must
  static void of(Slices slices) {
    String script = Prelude.text("warm-up.js");
    Frame answer =
        slices.answer(
            Frame.of(Frame.Kind.SLICE, "0", "", Integer.toString(Prelude.NEWEST), script, REQUEST));
    if (answer.kind() == Frame.Kind.SLICED && answer.part(1).startsWith("{\"waiting\":")) {
      return;
    }
    if (answer.kind() == Frame.Kind.BROKE && answer.part(1).equals(Breach.CPU.name())) {
      return;
    }
    throw new IllegalStateException("the sandbox does not work: " + answer);
  }
}
