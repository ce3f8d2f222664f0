package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/// What can't be interrupted is killed within a second of its deadline.
class KilledInTimeTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Test
  void aBuiltInThatCanNotBeInterruptedIsKilledASecondAfterItsLimitAtTheLatest() throws Exception {
    List<Attack> attacks = attacks();
    WorkerCommand command = WorkerCommand.forThisSystem(WorkerPlace.ofSystem());
    try (ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor()) {
      for (Attack attack : attacks) {
        WorkerProcess worker =
            WorkerProcess.warm(command.start(), Duration.ofSeconds(60), watchdog);
        SliceRequest request =
            FlowTesting.request(
                FlowTesting.program(attack.script()), "{}", Map.of(), List.of(), "");
        long began = System.nanoTime();
        WorkerEnded ended =
            assertThrows(
                WorkerEnded.class,
                () -> worker.exchange(SliceJson.slice(request, "1", "", List.of()), LIMIT));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).as(attack + " " + ended.how()).isLessThan(LIMIT.plusSeconds(1));
        assertThat(worker.isAlive()).as(attack.toString()).isFalse();
      }
    } finally {
      command.close();
    }
  }

  private static List<Attack> attacks() throws IOException {
    List<Attack> all = Attack.of("unstoppable", Path.of("none"));
    return "all".equals(System.getProperty("attacks")) ? all.subList(0, 11) : all.subList(0, 3);
  }
}
