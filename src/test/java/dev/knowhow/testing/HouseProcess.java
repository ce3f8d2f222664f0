package dev.knowhow.testing;

import dev.knowhow.account.Actor;
import dev.knowhow.app.Rooms;
import dev.knowhow.app.Settings;
import dev.knowhow.net.HostPort;
import dev.knowhow.run.NewRun;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A Knowhow in a process of its own, to be killed: it starts one run, or takes up what it finds.
public final class HouseProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private HouseProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts a process that makes an owner, a connection and a tool, and starts a run.
  public static HouseProcess starting(
      Path data, FakeProvider provider, String tool, Value.Fields inputs) throws IOException {
    return spawn(data.toString(), Integer.toString(provider.port()), tool, ValueJson.print(inputs));
  }

  /// Starts a process that takes up the runs it finds.
  public static HouseProcess takingUp(Path data, FakeProvider provider) throws IOException {
    return spawn(data.toString(), Integer.toString(provider.port()));
  }

  private static HouseProcess spawn(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("knowhow."))
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(HouseProcess.class.getName());
    command.addAll(List.of(arguments));
    return new HouseProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// The id of the run that it started, once that is on the disk.
  public String runId() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("RUN ")) {
        return line.substring("RUN ".length());
      }
    }
    throw new AssertionError("the process ended without starting a run");
  }

  /// Kills it with SIGKILL and waits until it is gone.
  public void kill() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }

  /// `[data folder] [provider's port] [tool] [inputs]`, the last two only to start a run.
  public static void main(String[] arguments) throws InterruptedException {
    Rooms rooms =
        Rooms.open(
            new Settings(
                "127.0.0.1",
                0,
                Path.of(arguments[0]),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(new HostPort("localhost", Integer.parseInt(arguments[1])))));
    if (arguments.length > 2) {
      TestHouse house = TestHouse.around(rooms, Integer.parseInt(arguments[1]));
      Actor owner = house.owner();
      house.connect(owner);
      String tool = house.addTool(owner, arguments[2]);
      if (!(ValueJson.parse(arguments[3]) instanceof Value.Fields inputs)) {
        throw new IllegalArgumentException(arguments[3]);
      }
      System.out.println(
          "RUN " + rooms.runs().start(owner, new NewRun(tool, 1, inputs, new NewRun.Live())));
    } else {
      rooms.takeUp(true);
    }
    new CountDownLatch(1).await();
  }
}
