package dev.knowhow.app;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The command line of Knowhow; without a command it starts the server.
@Command(
    name = "knowhow",
    description = "A server on which people who know a trade put together AI tools for it.")
public final class Main {
  /// What a shell gets where a command met a problem and said so.
  static final int PROBLEM = 1;

  /// What a shell gets where an argument or a setting cannot be used.
  static final int UNUSABLE = 2;

  private Main() {}

  /// Runs one command; where it starts a server, returns when that has stopped.
  public static void main(String[] arguments) {
    Path here = Path.of("").toAbsolutePath();
    Path home = Path.of(System.getProperty("knowhow.home", "")).toAbsolutePath();
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            home,
            here,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Keyboard.ofTheTerminal(),
            InstantSource.system());
    System.exit(run(surroundings, arguments));
  }

  /// Runs one command and returns its exit code: 0 done, 1 a problem, 2 unusable arguments.
  static int run(Surroundings surroundings, String... arguments) {
    return commandLine(surroundings).execute(startUnlessAsked(arguments));
  }

  /// All commands there are.
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new StartCommand(surroundings));
    line.addSubcommand(new CheckCommand(surroundings));
    line.addSubcommand(new CompileCommand(surroundings));
    line.addSubcommand(new RunCommand(surroundings));
    line.addSubcommand(new ReplayCommand(surroundings));
    line.addSubcommand(new BackupCommand(surroundings));
    line.addSubcommand(new RestoreCommand(surroundings));
    line.addSubcommand(new ResetPasswordCommand(surroundings));
    line.addSubcommand(new TrainCommand(surroundings));
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().mixinStandardHelpOptions(true);
    }
    line.getCommandSpec().mixinStandardHelpOptions(true).version("Knowhow " + version());
    line.setOut(surroundings.out()).setErr(surroundings.err());
    line.setParameterExceptionHandler((e, _) -> unusable(surroundings, e));
    line.setExecutionExceptionHandler((e, _, _) -> problem(surroundings, e));
    return line;
  }

  /// The version of this build; "development" where it does not run from its jar.
  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static String[] startUnlessAsked(String[] arguments) {
    List<String> words = List.of(arguments);
    boolean asked =
        !words.isEmpty()
            && (!words.getFirst().startsWith("-")
                || Set.of("-h", "--help", "-V", "--version").contains(words.getFirst()));
    if (asked) {
      return arguments;
    }
    String[] start = new String[arguments.length + 1];
    start[0] = "start";
    System.arraycopy(arguments, 0, start, 1, arguments.length);
    return start;
  }

  private static int unusable(Surroundings surroundings, ParameterException e) {
    surroundings.err().println("knowhow: " + e.getMessage());
    return UNUSABLE;
  }

  private static int problem(Surroundings surroundings, Exception e) throws Exception {
    if (e instanceof Problem problem) {
      if (problem.faults().isEmpty()) {
        surroundings.err().println("knowhow: " + problem.getMessage());
      } else {
        surroundings.err().println("knowhow: " + problem.what());
        for (Fault fault : problem.faults()) {
          surroundings.err().println("  " + fault);
        }
      }
      return PROBLEM;
    }
    surroundings.err().println("knowhow: this is a bug in Knowhow, please report it:");
    e.printStackTrace(surroundings.err());
    return PROBLEM;
  }
}
