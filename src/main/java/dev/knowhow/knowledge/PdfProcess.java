package dev.knowhow.knowledge;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Reads PDFs by [PdfProgram], each in a process of its own with bounded memory and time. At most
/// two at once; others wait. Thread-safe.
final class PdfProcess {
  private static final int AT_ONCE = 2;
  private static final int MOST_CHARACTERS = 4_000_000;
  private static final int MOST_REPLY = 20 * 1024 * 1024;

  /// Platform threads: a virtual one that waits in a pipe holds its carrier.
  private static final Executor PIPES =
      task -> Thread.ofPlatform().daemon().name("pdf-pipe").start(task);

  private final int mostPages;
  private final Duration mostTime;
  private final int megabytes;
  private final Semaphore free = new Semaphore(AT_ONCE);

  PdfProcess(int mostPages, Duration mostTime, int megabytes) {
    this.mostPages = mostPages;
    this.mostTime = mostTime;
    this.megabytes = megabytes;
  }

  /// The texts of a PDF's pages, not yet cleaned.
  List<String> pages(String file, byte[] pdf) {
    try {
      free.acquire();
      try {
        return understood(file, reply(file, pdf));
      } finally {
        free.release();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw DocumentProblem.unavailable("reading was stopped").causedBy(stopped);
    }
  }

  private byte[] reply(String file, byte[] pdf) throws InterruptedException {
    Process process = start();
    try {
      CompletableFuture<byte[]> out =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()), PIPES);
      CompletableFuture<?> in =
          CompletableFuture.runAsync(() -> write(process.getOutputStream(), pdf), PIPES);
      if (!process.waitFor(mostTime.toMillis(), TimeUnit.MILLISECONDS)) {
        throw DocumentProblem.tooHard(file);
      }
      in.join();
      byte[] reply = out.join();
      if (process.exitValue() != 0 || reply.length == 0) {
        throw DocumentProblem.tooHard(file);
      }
      return reply;
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException refused) {
      throw DocumentProblem.unavailable("no process for it could be started").causedBy(refused);
    }
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx" + megabytes + "m",
        "-Xss2m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Duser.language=en",
        "-cp",
        classPath(),
        PdfProgram.class.getName(),
        Integer.toString(mostPages),
        Integer.toString(MOST_CHARACTERS));
  }

  /// Only what reading a PDF needs.
  private static String classPath() {
    return Stream.of(
            PdfProgram.class,
            PDDocument.class,
            FontBoxFont.class,
            RandomAccessRead.class,
            LogFactory.class)
        .map(PdfProcess::placeOf)
        .distinct()
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] read(InputStream from) {
    try (from) {
      byte[] reply = from.readNBytes(MOST_REPLY + 1);
      return reply.length > MOST_REPLY ? new byte[0] : reply;
    } catch (IOException ended) {
      return new byte[0];
    }
  }

  /// A process that has ended before it read everything has something to say about it.
  private static void write(OutputStream to, byte[] pdf) {
    try (to) {
      to.write(pdf);
    } catch (IOException _) {
      // its reply or its exit says why
    }
  }

  private static List<String> understood(String file, byte[] reply) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(reply))) {
      return switch (PdfProgram.Reply.valueOf(in.readUTF())) {
        case PAGES -> texts(in);
        case PASSWORD -> throw DocumentProblem.password(file);
        case BROKEN -> throw DocumentProblem.broken(file, "a PDF");
        case TOO_MANY_PAGES -> throw DocumentProblem.tooManyPages(file, in.readInt());
        case TOO_MUCH_TEXT -> throw DocumentProblem.tooMuchText(file);
      };
    } catch (IOException cutOff) {
      throw new UncheckedIOException(cutOff);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
