package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.run.NewRun;
import dev.knowhow.run.RunView;
import dev.knowhow.run.Runs;

/// A run with the inputs of another one, from its beginning.
final class Anew {
  private Anew() {}

  /// Starts it and gives its id; of a run that still goes on, that run's own.
  static String start(Runs runs, Actor actor, RunView run) {
    if (!run.state().ended()) {
      return run.id();
    }
    NewRun.Answers answers =
        run.sample().<NewRun.Answers>map(NewRun.Sample::new).orElseGet(NewRun.Live::new);
    return runs.start(
        actor, new NewRun(run.version().toolId(), run.version().number(), run.inputs(), answers));
  }
}
