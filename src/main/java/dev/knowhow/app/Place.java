package dev.knowhow.app;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option that says which installation a command is about.
final class Place {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The data folder. Default: KNOWHOW_DATA, or data beside the program.")
  private @Nullable String data;

  /// The settings from the environment, with `--data` over them and `port` where it is not null.
  ///
  /// @throws ParameterException with one line for each value that cannot be used
  Settings settings(Surroundings surroundings, @Nullable String port) {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (data != null) {
      environment.put(Settings.DATA.name(), surroundings.here().resolve(data).toString());
    }
    if (port != null) {
      environment.put(Settings.PORT.name(), port);
    }
    try {
      return Settings.read(environment, surroundings.home());
    } catch (Problem e) {
      throw new ParameterException(spec().commandLine(), lines(e.faults(), port != null), e);
    }
  }

  private CommandSpec spec() {
    if (command == null) {
      throw new IllegalStateException("not part of a command");
    }
    return command;
  }

  private static String lines(List<Fault> faults, boolean portGiven) {
    String option = portGiven ? "--port" : Settings.PORT.name();
    return faults.stream()
        .map(fault -> fault.toString().replace(Settings.PORT.name() + ":", option + ":"))
        .collect(Collectors.joining(System.lineSeparator() + "knowhow: "));
  }
}
