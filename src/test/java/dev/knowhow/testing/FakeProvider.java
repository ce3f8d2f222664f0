package dev.knowhow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.knowhow.testing.FakeSpeech.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// A model provider for tests: a real HTTP server that speaks Anthropic's and OpenAI's protocols,
/// streamed and whole, answers by script and can fail in each way a provider can.
///
/// A call is answered by the first [#when] whose words occur in its prompt, else by [#answers].
/// Each of them gives its answers in order and repeats the last one.
///
/// Runs in a process of its own too ([#main]), so that a test can kill the server beside it; then
/// `GET /_fake/calls` lists the calls, `POST /_fake/script` adds rules and `POST /_fake/release`
/// lets held calls go on.
public final class FakeProvider implements AutoCloseable {
  /// What it answers when no script says otherwise.
  public static final String HELLO = "Hello from the fake provider.";

  private record Rule(String containing, Deque<Scripted> script) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Rule otherwise = new Rule("", new ArrayDeque<>());
  private final Set<String> cached = ConcurrentHashMap.newKeySet();
  private final Semaphore released = new Semaphore(0);
  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);

  private FakeProvider(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// Starts on a free port.
  public static FakeProvider start() {
    try {
      return new FakeProvider(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs until it is killed: `[port] [script.json]`; prints `READY <port>`.
  public static void main(String[] args) throws IOException, InterruptedException {
    FakeProvider fake = new FakeProvider(args.length > 0 ? Integer.parseInt(args[0]) : 0);
    if (args.length > 1) {
      fake.script(Files.readString(Path.of(args[1])));
    }
    System.out.println("READY " + fake.port());
    fake.closing.await();
  }

  /// The port on `localhost`.
  public int port() {
    return server.getAddress().getPort();
  }

  /// The base address for an OpenAI-compatible connection.
  public String openAiUrl() {
    return "http://localhost:" + port() + "/v1";
  }

  /// The base address for an Anthropic connection.
  public String anthropicUrl() {
    return "http://localhost:" + port();
  }

  /// Answers calls that no [#when] fits.
  public FakeProvider answers(Scripted... script) {
    synchronized (rules) {
      otherwise.script().clear();
      otherwise.script().addAll(List.of(script));
    }
    return this;
  }

  /// Answers calls whose prompt holds the given words.
  public FakeProvider when(String containing, Scripted... script) {
    synchronized (rules) {
      rules.add(new Rule(containing, new ArrayDeque<>(List.of(script))));
    }
    return this;
  }

  /// Adds rules from JSON: `[{"when": "words", "say": ["first", "second"], "held": true}]`.
  public void script(String json) throws IOException {
    for (JsonNode rule : FakeSpeech.JSON.readTree(json)) {
      List<Scripted> script = new ArrayList<>();
      for (JsonNode text : rule.path("say")) {
        Scripted says = Scripted.says(text.isTextual() ? text.asText() : text.toString());
        script.add(rule.path("held").asBoolean() ? new Scripted.Held(says) : says);
      }
      when(rule.path("when").asText(), script.toArray(Scripted[]::new));
    }
  }

  /// Lets one held call go on.
  public void release() {
    released.release();
  }

  /// Waits until one more call has arrived than this was asked for.
  public void awaitCall() throws InterruptedException {
    arrived.acquire();
  }

  /// All calls so far, in order of arrival.
  public List<Asked> asked() {
    return asked;
  }

  /// How many calls came.
  public int calls() {
    return asked.size();
  }

  private Scripted next(Asked one) {
    String prompt = one.prompt();
    synchronized (rules) {
      for (Rule rule : rules) {
        if (prompt.contains(rule.containing())) {
          return next(rule);
        }
      }
      return next(otherwise);
    }
  }

  private static Scripted next(Rule rule) {
    if (rule.script().isEmpty()) {
      return Scripted.says(HELLO);
    }
    return rule.script().size() > 1 ? rule.script().remove() : rule.script().element();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/_fake/")) {
        control(exchange, path, body);
        return;
      }
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      Asked one = new Asked(path, headers, body, FakeSpeech.JSON.readTree(body));
      asked.add(one);
      arrived.release();
      perform(exchange, one, next(one), Duration.ZERO);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private FakeSpeech speech(HttpExchange exchange, Asked one, Duration between) {
    return one.anthropic()
        ? new AnthropicSpeech(exchange, one, closing, between, cached)
        : new OpenAiSpeech(exchange, one, closing, between);
  }

  private void perform(HttpExchange exchange, Asked one, Scripted scripted, Duration between)
      throws IOException {
    FakeSpeech speech = speech(exchange, one, between);
    switch (scripted) {
      case Scripted.Says(String text, String usage) -> speech.answer(text, usage, End.DONE);
      case Scripted.Told(Function<Asked, String> answer) ->
          speech.answer(answer.apply(one), "", End.DONE);
      case Scripted.CutOff(String text) -> speech.answer(text, "", End.CUT_OFF);
      case Scripted.Declines(String text) -> speech.answer(text, "", End.DECLINED);
      case Scripted.Status(int status, Map<String, String> headers, String body) -> {
        headers.forEach(exchange.getResponseHeaders()::set);
        speech.send(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
      }
      case Scripted.Garbage() ->
          speech.send(200, "text/html", "<html>Bad gateway".getBytes(StandardCharsets.UTF_8));
      case Scripted.GarbageStream() -> speech.garbageStream();
      case Scripted.Nothing() -> speech.send(200, "text/event-stream", new byte[0]);
      case Scripted.Dropped() -> throw new IOException("dropped, as the test wants it");
      case Scripted.HalfStream(String text) -> speech.half(text);
      case Scripted.FailsMidway(String text, String message) -> speech.failsMidway(text, message);
      case Scripted.Lingers(String text) -> speech.lingers(text);
      case Scripted.Slow(Duration before, Duration pause, Scripted then) -> {
        speech.pause(before);
        perform(exchange, one, then, pause);
      }
      case Scripted.Held(Scripted then) -> {
        released.acquireUninterruptibly();
        perform(exchange, one, then, between);
      }
    }
  }

  private void control(HttpExchange exchange, String path, byte[] body) throws IOException {
    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    switch (path) {
      case "/_fake/calls" -> {
        ArrayNode calls = FakeSpeech.JSON.createArrayNode();
        asked.forEach(one -> calls.addObject().put("path", one.path()).set("body", one.json()));
        answer = FakeSpeech.JSON.writeValueAsBytes(calls);
      }
      case "/_fake/release" -> release();
      case "/_fake/script" -> script(new String(body, StandardCharsets.UTF_8));
      default -> throw new IOException("no such control: " + path);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    released.release(1_000);
    server.stop(0);
    threads.shutdownNow();
  }
}
