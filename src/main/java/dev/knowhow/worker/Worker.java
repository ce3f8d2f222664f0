package dev.knowhow.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The worker's program: reads frames from standard input, answers on standard output, ends with
/// its input. Whatever else is printed goes to standard error.
public final class Worker {
  private Worker() {}

  /// Starts the worker.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    OutputStream out =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
    System.setOut(System.err);
    BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    try (Sandbox sandbox = new Sandbox();
        Slices slices = new Slices(sandbox)) {
      WarmUp.of(slices);
      Thread reader = new Thread(() -> read(frames), "frames");
      reader.setDaemon(true);
      reader.start();
      Frame.of(Frame.Kind.READY, sandbox.version()).writeTo(out);
      while (true) {
        answer(frames.take(), slices, out);
      }
    }
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
  private static void read(BlockingQueue<Frame> frames) {
    try (InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in))) {
      Optional<Frame> frame = Frame.readFrom(in);
      while (frame.isPresent()) {
        frames.add(frame.get());
        frame = Frame.readFrom(in);
      }
    } catch (IOException broken) {
      System.err.println(broken.getMessage());
    }
    System.exit(0);
  }
}
