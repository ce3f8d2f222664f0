package dev.knowhow.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The context of a flow is closed in itself, before any prelude: whoever lets it do one thing more
/// is found, by what a guest can do then or by what the builder is told.
class SandboxIsClosedTest {
  /// All that the worker may ask of the builders. Each method named `allow...` is missing here.
  private static final Set<String> ASKED =
      Set.of("newBuilder", "engine", "sandbox", "in", "out", "err", "options", "option", "build");

  /// All options that the worker may set.
  private static final Set<String> OPTIONS =
      Set.of(
          "js.strict=true",
          "js.load=false",
          "js.allow-eval=false",
          "js.graal-builtin=false",
          "js.unhandled-rejections=throw",
          "engine.WarnInterpreterOnly=false");

  @TempDir private static Path folder;

  /// What a guest tries; each comes to `open` only where something is.
  private static Map<String, String> probes() throws IOException {
    Path file = folder.resolve("secret.mjs");
    Files.writeString(file, "globalThis.secret = 'open'; export const secret = 'open';");
    return Map.of(
        "a class of the host", "Java.type('java.lang.Thread') ? 'open' : ''",
        "more classes", "Java.addToClasspath('/tmp') === undefined ? 'open' : ''",
        "a field of a host object", "thing.secret",
        "a method of a host object", "thing.tell()",
        "a file by load", "load('" + file + "'); globalThis.secret",
        "a thread", "Java.type('java.lang.Thread').currentThread().getName() ? 'open' : ''",
        "the environment", "Java.type('java.lang.System').getenv() ? 'open' : ''",
        "the engine", "typeof Graal === 'object' ? 'open' : ''",
        "code from text", "Function('return \"open\"')()",
        "another language", "Polyglot.eval('js', '\"open\"')");
  }

  /// An object of the host that was handed in by mistake.
  public static final class Thing {
    /// A field.
    public final String secret = "open";

    /// A method.
    public String tell() {
      return "open";
    }
  }

  @Test
  void aGuestCanDoNothingOutside() throws IOException {
    for (Map.Entry<String, String> probe : probes().entrySet()) {
      try (Sandbox sandbox = new Sandbox();
          Context context = sandbox.context()) {
        context.getBindings("js").putMember("thing", new Thing());
        assertThat(found(context, probe.getValue())).as(probe.getKey()).isNotEqualTo("open");
      }
    }
  }

  @Test
  void theContextHasItsLimits() {
    try (Sandbox sandbox = new Sandbox()) {
      assertEndedByALimit(sandbox, "for (;;) {}");
      assertEndedByALimit(sandbox, "(function f() { return f() + 1; })()");
      assertEndedByALimit(sandbox, "1 " + "+ (1 ".repeat(1_500) + ")".repeat(1_500));
      assertEndedByALimit(sandbox, "for (;;) { print('x'.repeat(1000)); }");
      assertEndedByALimit(sandbox, "for (;;) { printErr('x'.repeat(1000)); }");
    }
  }

  @Test
  void theWorkerAsksTheBuildersForNothingElse() throws IOException {
    assertThat(BuilderCalls.askedBy(Path.of("target/classes/dev/knowhow/worker")))
        .isSubsetOf(ASKED);
    assertThat(BuilderCalls.optionsOf(Path.of("target/classes/dev/knowhow/worker/Sandbox.class")))
        .isEqualTo(OPTIONS);
  }

  private static Stream<Arguments> permissions() {
    return Stream.of(
        permission("allowAllAccess", builder -> builder.allowAllAccess(true)),
        permission("allowHostAccess", builder -> builder.allowHostAccess(HostAccess.ALL)),
        permission("allowHostClassLookup", builder -> builder.allowHostClassLookup(name -> true)),
        permission("allowHostClassLoading", builder -> builder.allowHostClassLoading(true)),
        permission("allowIO", builder -> builder.allowIO(IOAccess.ALL)),
        permission("allowCreateThread", builder -> builder.allowCreateThread(true)),
        permission("allowCreateProcess", builder -> builder.allowCreateProcess(true)),
        permission("allowNativeAccess", builder -> builder.allowNativeAccess(true)),
        permission(
            "allowPolyglotAccess", builder -> builder.allowPolyglotAccess(PolyglotAccess.ALL)),
        permission(
            "allowEnvironmentAccess",
            builder -> builder.allowEnvironmentAccess(EnvironmentAccess.INHERIT)),
        permission("allowExperimentalOptions", builder -> builder.allowExperimentalOptions(true)),
        permission("allowValueSharing", builder -> builder.allowValueSharing(true)),
        permission("allowInnerContextOptions", builder -> builder.allowInnerContextOptions(true)),
        permission("environment", builder -> builder.environment("KEY", "secret")),
        permission("useSystemExit", builder -> builder.useSystemExit(true)),
        permission("currentWorkingDirectory", builder -> builder.currentWorkingDirectory(folder)));
  }

  private static Arguments permission(String name, UnaryOperator<Context.Builder> permissive) {
    return arguments(name, permissive);
  }

  /// The engine's own policy refuses some; what it accepts, the look at the builder finds.
  @ParameterizedTest(name = "{0}")
  @MethodSource("permissions")
  void eachPermissionIsRefusedOrFound(String name, UnaryOperator<Context.Builder> permissive)
      throws IOException {
    assertThat(ASKED).doesNotContain(name);
    assertThat(BuilderCalls.askedBy(Path.of("target/test-classes/dev/knowhow/worker/")))
        .as("a look at this very class, which asks for all of them")
        .contains(name);
    assertThat(Arrays.stream(Context.Builder.class.getMethods()).map(Method::getName))
        .contains(name);
    assertThat(permissive).isNotNull();
  }

  @Test
  void everyWayToAllowSomethingIsKnownHere() {
    Set<String> known =
        permissions()
            .map(each -> (String) each.get()[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> permitting =
        Arrays.stream(Context.Builder.class.getMethods())
            .map(Method::getName)
            .filter(name -> name.startsWith("allow"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).containsAll(permitting);
  }

  @Test
  void thePolicyRefusesWhatWouldOpenTheWorld() {
    for (Arguments each : permissions().toList()) {
      String name = (String) each.get()[0];
      if (Set.of(
              "allowAllAccess",
              "allowHostAccess",
              "allowIO",
              "allowCreateProcess",
              "allowNativeAccess",
              "allowEnvironmentAccess",
              "useSystemExit",
              "allowHostClassLoading")
          .contains(name)) {
        assertThrows(
            IllegalArgumentException.class,
            () -> constrained(permission(each)).build().close(),
            name);
      }
    }
  }

  @Test
  void theProbesFindAContextThatIsOpen() throws IOException {
    Map<String, UnaryOperator<Context.Builder>> openers =
        Map.of(
            "a class of the host",
                b -> b.allowHostAccess(HostAccess.ALL).allowHostClassLookup(name -> true),
            "a field of a host object", b -> b.allowHostAccess(HostAccess.ALL),
            "a method of a host object", b -> b.allowHostAccess(HostAccess.ALL),
            "a file by load", b -> b.allowIO(IOAccess.ALL),
            "a thread", b -> b.allowAllAccess(true),
            "the environment", b -> b.allowAllAccess(true),
            "more classes",
                b ->
                    b.allowHostAccess(HostAccess.ALL)
                        .allowHostClassLookup(name -> true)
                        .allowHostClassLoading(true)
                        .allowIO(IOAccess.ALL),
            "the engine", b -> b,
            "code from text", b -> b,
            "another language", b -> b.allowPolyglotAccess(PolyglotAccess.ALL));
    for (Map.Entry<String, String> probe : probes().entrySet()) {
      UnaryOperator<Context.Builder> opener =
          Objects.requireNonNull(openers.get(probe.getKey()), probe.getKey());
      try (Context open =
          opener
              .apply(Context.newBuilder("js"))
              .option("engine.WarnInterpreterOnly", "false")
              .build()) {
        open.getBindings("js").putMember("thing", new Thing());
        assertThat(found(open, probe.getValue())).as(probe.getKey()).isEqualTo("open");
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<Context.Builder> permission(Arguments each) {
    return (UnaryOperator<Context.Builder>) Objects.requireNonNull(each.get()[1]);
  }

  private static Context.Builder constrained(UnaryOperator<Context.Builder> permissive) {
    return permissive.apply(
        Context.newBuilder("js")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .in(InputStream.nullInputStream())
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream()));
  }

  private static void assertEndedByALimit(Sandbox sandbox, String script) {
    Context context = sandbox.context();
    PolyglotException ended =
        assertThrows(PolyglotException.class, () -> context.eval("js", script));
    assertThat(ended.isResourceExhausted() || ended.isCancelled())
        .as(script.substring(0, Math.min(40, script.length())) + " " + ended.getMessage())
        .isTrue();
  }

  private static String found(Context context, String script) {
    try {
      return context.eval("js", "'use strict'; " + script).toString();
    } catch (PolyglotException refused) {
      return "refused: " + refused.getMessage();
    }
  }
}
