package dev.knowhow.flow;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// All that a sandbox must not be: one context for all flows, which may do anything, without a
/// limit, whose results the host reads as it finds them. A program of the tests, which they kill.
final class OpenWorker {
  private final String prelude;
  private Context context;

  private OpenWorker(String prelude) {
    this.prelude = prelude;
    context = open();
  }

  /// Answers scripts until the input ends; an empty one gives a fresh context.
  public static void main(String[] arguments) throws IOException {
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    OpenWorker worker = new OpenWorker(text(in));
    try {
      while (true) {
        long id = in.readLong();
        String script = text(in);
        Thread.ofPlatform().daemon().start(() -> answer(worker, id, script, out));
      }
    } catch (EOFException end) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void answer(OpenWorker worker, long id, String script, DataOutputStream out) {
    String answer;
    try {
      answer = worker.execute(script);
    } catch (Throwable thrown) {
      answer = "failed " + thrown;
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      try {
        out.writeLong(id);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
      } catch (IOException closed) {
        System.err.println(closed.getMessage());
      }
    }
  }

  private synchronized String execute(String script) {
    if (script.isEmpty()) {
      context = open();
      return "told fresh";
    }
    String[] end = {"failed it never settled"};
    context.eval("js", script.replace("const textOf", "var textOf"));
    Value promise = context.eval("js", "(async () => main(run))()");
    ProxyExecutable settled =
        values -> {
          end[0] = "told " + context.eval("js", "JSON.stringify").execute(values[0]).asString();
          return "";
        };
    ProxyExecutable failed =
        values -> {
          end[0] = "failed " + values[0];
          return "";
        };
    promise.invokeMember("then", settled, failed);
    return end[0];
  }

  private Context open() {
    Context made =
        Context.newBuilder("js")
            .allowAllAccess(true)
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.shell", "true")
            .option("js.scripting", "true")
            .option("js.performance", "true")
            .option("js.shadow-realm", "true")
            .option("js.temporal", "true")
            .option("js.test262-mode", "true")
            .build();
    made.eval("js", prelude);
    return made;
  }
}
