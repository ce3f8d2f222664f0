package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What surrounds a flow's process, seen from the system.
class WorkerProcessTest {
  private static final String HONEST = "async function main(run) { return run.finish({}); }";

  @Test
  void aWorkerHasOneWordOfAnEnvironmentAnEmptyFolderAndNothingOfTheServer() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    try (Flows flows = FlowTesting.flows()) {
      assertThat(flows.slice(FlowTesting.request(HONEST, "{}", List.of())))
          .isInstanceOf(Slice.Done.class);
      Path worker = workerOf(flows);
      assertThat(Files.readString(worker.resolve("environ"))).isEqualTo("MALLOC_ARENA_MAX=1\0");
      try (var files = Files.list(worker.resolve("cwd"))) {
        assertThat(files).isEmpty();
      }
      String command = Files.readString(worker.resolve("cmdline")).replace('\0', ' ');
      assertThat(command)
          .contains("dev.knowhow.worker.Worker")
          .doesNotContain("jackson", "/classes");
    }
  }

  @Test
  void theStateSaysWhetherFlowsCanBeExecuted() {
    try (Flows flows = FlowTesting.flows()) {
      assertThat(flows.state().condition()).isEqualTo(WorkerState.Condition.NOT_STARTED);
      flows.slice(FlowTesting.request(HONEST, "{}", List.of()));
      assertThat(flows.state().condition()).isEqualTo(WorkerState.Condition.READY);
      assertThat(flows.state().slices()).isEqualTo(1);
    }
  }

  @Test
  void aServerWithoutItsWorkersJarsSaysSo() {
    try (Flows flows =
        new Flows(new WorkerPlace(List.of(), Optional.empty()), FlowLimits.usual())) {
      Slice slice = flows.slice(FlowTesting.request(HONEST, "{}", List.of()));
      FlowFault fault = ((Slice.Failed) slice).fault();
      assertThat(fault.kind()).isEqualTo(FlowFault.Kind.NO_SANDBOX);
      assertThat(fault.hint()).contains("worker-lib");
      assertThat(flows.state().condition()).isEqualTo(WorkerState.Condition.BROKEN);
    }
  }

  @Test
  void inputsThatAreTooLargeHurtNoWorker() {
    try (Flows flows = FlowTesting.flows()) {
      String large = "{\"a\":\"" + "x".repeat(15_000_000) + "\"}";
      String script = "x".repeat(2_000_000);
      Slice slice = flows.slice(FlowTesting.request(script, large, List.of()));
      assertThat(((Slice.Failed) slice).fault().kind()).isEqualTo(FlowFault.Kind.TOO_LARGE);
      assertThat(flows.state().replaced()).isZero();
    }
  }

  private static Path workerOf(Flows flows) {
    assertThat(flows.state().workers()).isPositive();
    return ProcessHandle.current()
        .children()
        .map(child -> Path.of("/proc", Long.toString(child.pid())))
        .filter(WorkerProcessTest::isWorker)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isWorker(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).contains("knowhow.worker");
    } catch (IOException gone) {
      return false;
    }
  }
}
