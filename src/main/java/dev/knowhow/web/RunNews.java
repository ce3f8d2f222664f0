package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunEvent;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The news of a run as server-sent events, on the request's own virtual thread.
///
/// There are three: `changed` says that the page's changing part should be fetched anew, `wrote`
/// carries the whole of an answer as far as it has come, `rested` ends it. A run that waits for a
/// person has no news of its own, so it is looked at now and then. Nothing has to be kept for a
/// browser that comes back: it is told `changed` first, whatever its `Last-Event-ID` is, and what
/// it then fetches is the truth.
final class RunNews {
  private static final int MOST_LISTENERS = 500;
  private static final int MOST_WAITING = 10_000;
  private static final long HEARTBEAT_SECONDS = 2;
  private static final long GATHER_MILLIS = 90;

  private final House house;
  private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

  RunNews(House house) {
    this.house = house;
  }

  /// Tells the news until the run rests, the browser leaves, or the person may not see it any more.
  void tell(Visit visit) throws Exception {
    RunView run = house.rooms().runs().view(visit.actor(), visit.part("id"));
    if (!listeners.tryAcquire()) {
      throw Problem.of(
          Problem.Kind.TOO_MANY,
          house.words().of("problem.tooMany"),
          house.words().of("problem.tooMany.hint"));
    }
    BlockingQueue<RunEvent> news = new LinkedBlockingQueue<>(MOST_WAITING);
    try (AutoCloseable _ = house.rooms().runs().listen(run.id(), news::offer)) {
      HttpServletResponse response = visit.context().res();
      response.setContentType("text/event-stream; charset=utf-8");
      response.setHeader("X-Accel-Buffering", "no");
      tell(visit, run.id(), news, response.getOutputStream());
    } catch (IOException _) {
      // The browser has left: nobody is there to be told.
    } finally {
      listeners.release();
    }
  }

  private void tell(Visit visit, String id, BlockingQueue<RunEvent> news, OutputStream out)
      throws IOException, InterruptedException {
    RunView now = house.rooms().runs().view(visit.actor(), id);
    Map<Integer, StringBuilder> written = new HashMap<>();
    now.steps()
        .forEach(step ->
            step.asked().forEach(ask -> written.put(ask.call(), new StringBuilder(ask.answer()))));
    send(out, "changed", "", "{}");
    RunState state = now.state();
    while (visit.lasts() && (state == RunState.RUNNING || state == RunState.WAITING)) {
      if (!tellNext(visit, news, written, out)) {
        RunState then = house.rooms().runs().view(visit.actor(), id).state();
        if (then != state && visit.lasts()) {
          send(out, "changed", "", "{}");
        }
        state = then;
      }
    }
    send(out, "rested", "", "{}");
  }

  /// Waits for one piece of news, gathers what follows at once, tells it.
  ///
  /// @return whether work goes on; else, and when there was no news for a while, it is time to look
  ///   where the run stands
  private boolean tellNext(
      Visit visit,
      BlockingQueue<RunEvent> news,
      Map<Integer, StringBuilder> written,
      OutputStream out)
      throws IOException, InterruptedException {
    RunEvent first = news.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    if (first == null) {
      out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      return false;
    }
    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
    List<RunEvent> all = new ArrayList<>(List.of(first));
    news.drainTo(all);
    long changed = -1;
    boolean rested = false;
    Map<Integer, String> wrote = new LinkedHashMap<>();
    for (RunEvent one : all) {
      switch (one) {
        case RunEvent.Progressed(_, long sequence) -> changed = sequence;
        case RunEvent.Wrote(_, int call, String text) -> {
          StringBuilder whole = written.computeIfAbsent(call, _ -> new StringBuilder());
          wrote.put(call, whole.append(text).toString());
        }
        case RunEvent.Rested _ -> rested = true;
      }
    }
    return visit.lasts() && tell(changed, wrote, rested, out);
  }

  private static boolean tell(
      long changed, Map<Integer, String> wrote, boolean rested, OutputStream out)
      throws IOException {
    if (changed >= 0 || rested) {
      send(out, "changed", changed < 0 ? "" : Long.toString(changed), "{}");
    }
    for (Map.Entry<Integer, String> one : wrote.entrySet()) {
      send(out, "wrote", "", written(one.getKey(), one.getValue()));
    }
    return !rested;
  }

  private static String written(int call, String text) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("call", Value.text(Integer.toString(call)));
    fields.put("text", Value.text(text));
    return ValueJson.print(Value.fields(fields));
  }

  private static void send(OutputStream out, String event, String id, String data)
      throws IOException {
    String lines =
        (id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + event + "\ndata: " + data + "\n\n";
    out.write(lines.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
