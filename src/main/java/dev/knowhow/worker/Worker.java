package dev.knowhow.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The worker's program: reads frames from standard input, answers on standard output, ends with
/// its input. Whatever else is printed goes to standard error.
public final class Worker {
  private Worker() {}

  /// Starts the worker. With an argument it is a training of so many rounds, whose end may take a
  /// minute.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    OutputStream out =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
    System.setOut(System.err);
    // a start-up cache is written during the end of a training
    Duration patience = Duration.ofSeconds(arguments.length > 0 ? 60 : 2);
    BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    try (Sandbox sandbox = new Sandbox();
        Slices slices = new Slices(sandbox)) {
      WarmUp.of(slices);
      for (int i = 0; i < trainings(arguments); i++) {
        WarmUp.of(slices);
      }
      Thread reader = new Thread(() -> read(frames, patience), "frames");
      reader.setDaemon(true);
      reader.start();
      Frame.of(Frame.Kind.READY, sandbox.version()).writeTo(out);
      while (true) {
        answer(next(frames, slices), slices, out);
      }
    }
  }

  private static int trainings(String[] arguments) {
    return arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
  }

  /// The next frame; what can wait is done as long as there is none.
  private static Frame next(BlockingQueue<Frame> frames, Slices slices)
      throws InterruptedException {
    boolean more = true;
    Frame next = frames.poll();
    while (next == null && more) {
      more = slices.tidy();
      next = frames.poll();
    }
    return next == null ? frames.take() : next;
  }

  private static void answer(Frame frame, Slices slices, OutputStream out) throws IOException {
    Frame answer = slices.answer(frame);
    try {
      answer.writeTo(out);
    } catch (FrameTooLarge tooLarge) {
      Frame.of(Frame.Kind.BROKE, frame.part(0), Breach.OUTPUT.name(), "0", "").writeTo(out);
    }
  }

  /// The end of the input means that the server is gone: whatever still computes ends with it.
  private static void read(BlockingQueue<Frame> frames, Duration patience) {
    try (InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in))) {
      Optional<Frame> frame = Frame.readFrom(in);
      while (frame.isPresent()) {
        frames.add(frame.get());
        frame = Frame.readFrom(in);
      }
    } catch (IOException broken) {
      System.err.println(broken.getMessage());
    }
    Thread.ofPlatform().daemon().start(() -> endSurely(patience));
    System.exit(0);
  }

  /// Ends the process where an orderly end waits for a flow that can't be interrupted.
  private static void endSurely(Duration patience) {
    try {
      Thread.sleep(patience);
    } catch (InterruptedException alreadyEnding) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
