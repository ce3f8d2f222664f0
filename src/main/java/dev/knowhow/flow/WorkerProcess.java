package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import dev.knowhow.worker.Frame;
import dev.knowhow.worker.FrameTooLarge;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One worker and the pipes to it. One caller at a time.
///
/// The pipes are read and written by platform threads of their own: a virtual thread that waits in
/// a pipe holds its carrier, and two such threads would hold up a whole server on two cores.
final class WorkerProcess implements AutoCloseable {
  private static final int OUT_OF_MEMORY = 3;
  private static final int LAST_WORDS = 2_000;

  private final Process process;
  private final OutputStream toWorker;
  private final InputStream fromWorker;
  private final ScheduledExecutorService watchdog;
  private final ExecutorService pipe =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("worker-pipe").factory());
  private final AtomicReference<String> lastWords = new AtomicReference<>("");
  private int used;

  private WorkerProcess(Process process, ScheduledExecutorService watchdog) {
    this.process = process;
    this.watchdog = watchdog;
    toWorker = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    fromWorker = new BufferedInputStream(process.getInputStream(), 1 << 16);
    Thread.ofPlatform().daemon().name("worker-chatter").start(this::listen);
  }

  /// Waits until a started process is warm.
  ///
  /// @throws WorkerEnded if it is not within the time
  static WorkerProcess warm(Process process, Duration atMost, ScheduledExecutorService watchdog)
      throws WorkerEnded {
    WorkerProcess worker = new WorkerProcess(process, watchdog);
    worker.withDeadline(
        atMost,
        () -> {
          Frame ready = worker.next();
          if (ready.kind() != Frame.Kind.READY) {
            throw new IOException("it said " + ready.kind());
          }
          return ready;
        });
    return worker;
  }

  /// Sends a frame and waits for its answer; kills the process at the deadline.
  ///
  /// @throws WorkerEnded if the process ended or was killed; nothing can be exchanged then
  /// @throws Problem of kind `TOO_LARGE` if the frame is too large; nothing was sent
  Frame exchange(Frame frame, Duration deadline) throws WorkerEnded {
    used++;
    return withDeadline(
        deadline,
        () -> {
          frame.writeTo(toWorker);
          Frame answer = next();
          if (!answer.part(0).equals(frame.part(0))) {
            throw new IOException("an answer to " + answer.part(0));
          }
          return answer;
        });
  }

  /// Whether it executed nothing but its warm-up.
  boolean isFresh() {
    return used == 0;
  }

  /// Whether the process lives.
  boolean isAlive() {
    return process.isAlive();
  }

  /// Ends the process at once.
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    pipe.shutdown();
  }

  private interface Talk {
    Frame talk() throws IOException;
  }

  private Frame withDeadline(Duration deadline, Talk talk) throws WorkerEnded {
    AtomicBoolean killed = new AtomicBoolean();
    ScheduledFuture<?> kill =
        watchdog.schedule(
            () -> {
              killed.set(true);
              close();
            },
            deadline.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return pipe.submit(talk::talk).get();
    } catch (ExecutionException failed) {
      throw told(failed.getCause(), killed.get());
    } catch (RejectedExecutionException closed) {
      throw ended(killed.get(), "it was closed");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ended(false, "its caller was stopped");
    } finally {
      kill.cancel(false);
    }
  }

  private WorkerEnded told(@Nullable Throwable failure, boolean killed) {
    return switch (failure) {
      case FrameTooLarge tooLarge ->
          throw Problem.of(
                  Problem.Kind.TOO_LARGE,
                  "The inputs and answers of the run are larger than 16 MB together.",
                  "Give it shorter documents or fewer rows.")
              .causedBy(tooLarge);
      case IOException broken -> ended(killed, String.valueOf(broken.getMessage()));
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  private WorkerEnded ended(boolean killed, String message) {
    boolean exited = false;
    try {
      exited = process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    int code = exited ? process.exitValue() : -1;
    close();
    WorkerEnded.How how =
        killed
            ? WorkerEnded.How.DEADLINE
            : code == OUT_OF_MEMORY ? WorkerEnded.How.MEMORY : WorkerEnded.How.CRASH;
    return new WorkerEnded(how, message + ", exit " + code + " " + lastWords.get().strip());
  }

  private Frame next() throws IOException {
    Optional<Frame> frame = Frame.readFrom(fromWorker);
    return frame.orElseThrow(() -> new IOException("the worker ended"));
  }

  private void listen() {
    byte[] some = new byte[1_000];
    try (InputStream chatter = process.getErrorStream()) {
      int count = chatter.read(some);
      while (count >= 0) {
        String text = lastWords.get() + new String(some, 0, count, StandardCharsets.UTF_8);
        lastWords.set(text.substring(Math.max(0, text.length() - LAST_WORDS)));
        count = chatter.read(some);
      }
    } catch (IOException ended) {
      lastWords.compareAndSet("", String.valueOf(ended.getMessage()));
    }
  }
}
