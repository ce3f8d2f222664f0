package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A flow reaches nothing but the calls it was given, however it is spelled.
class EscapesTest {
  private static final List<String> NAMES =
      List.of(
          "Java",
          "Polyglot",
          "Graal",
          "Packages",
          "java",
          "javax",
          "javafx",
          "com",
          "org",
          "edu",
          "JavaImporter",
          "JSAdapter",
          "load",
          "loadWithNewGlobal",
          "print",
          "printErr",
          "quit",
          "exit",
          "read",
          "readFully",
          "readbuffer",
          "readline",
          "require",
          "module",
          "process",
          "global",
          "eval",
          "Atomics",
          "SharedArrayBuffer",
          "WeakRef",
          "FinalizationRegistry",
          "Intl",
          "Temporal",
          "ShadowRealm",
          "Realm",
          "Worker",
          "setTimeout",
          "setInterval",
          "queueMicrotask",
          "performance",
          "WebAssembly",
          "fetch",
          "XMLHttpRequest",
          "importScripts",
          "arguments",
          "Debug",
          "Context",
          "engine",
          "driver",
          "calls",
          "trace",
          "request",
          "KEPT",
          "startedAt",
          "parseJson");

  private static final List<String> CODE_FROM_TEXT =
      List.of(
          "({}).constructor.constructor('return 1')()",
          "[].constructor.constructor('return 1')()",
          "''.constructor.constructor('return 1')()",
          "(1).constructor.constructor('return 1')()",
          "(() => {}).constructor('return 1')()",
          "(async () => {}).constructor('return 1')()",
          "(function* () {}).constructor('yield 1')()",
          "(async function* () {}).constructor('yield 1')()",
          "[].map.constructor('return 1')()",
          "Function('return 1')()",
          "new Function('return 1')()",
          "Function`return 1`()",
          "Reflect.construct(Function, ['return 1'])()",
          "Reflect.apply(Function, null, ['return 1'])()",
          "Reflect.getPrototypeOf(class {}).constructor('return 1')()",
          "Object.getPrototypeOf(Object.getPrototypeOf(async () => {})).constructor('return 1')()",
          "new Proxy(Function, {})('return 1')()",
          "new (class extends Function { constructor() { super('return 1'); } })()()",
          "Function.prototype.constructor.call(null, 'return 1')()",
          "Function.bind(null, 'return 1')()()",
          "(class { static x = this.constructor('return 1')(); }).x",
          "globalThis.constructor.constructor('return 1')()",
          "run.ask.constructor('return 1')()",
          "run.constructor.constructor('return 1')()",
          "NUMBER.constructor('return 1')()",
          "NUMBER('1').constructor.constructor('return 1')()",
          "Promise.resolve().then.constructor('return 1')()",
          "Symbol.iterator.constructor.constructor('return 1')()",
          "Object.getOwnPropertyDescriptor(Function.prototype, 'constructor').value('return 1')()",
          "Error('x').constructor.constructor('return 1')()",
          "(() => { try { null.x; } catch (e) { return e.constructor.constructor('return 1')(); } })()",
          "JSON.parse.constructor('return 1')()",
          "eval('1')",
          "(0, eval)('1')",
          "globalThis['ev' + 'al']('1')");

  private static Flows flows;

  @BeforeAll
  static void start() {
    flows = FlowTesting.flows();
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void nothingButTheLanguageIsThere() {
    for (String name : NAMES) {
      assertThat(found("typeof globalThis[" + Js.text(name) + "]")).as(name).isEqualTo("undefined");
    }
    assertThat(
            found(
                "Object.getOwnPropertyNames(globalThis).filter((n) => /^[a-z]/.test(n)).sort().join()"))
        .isEqualTo(
            "console,decodeURI,decodeURIComponent,encodeURI,encodeURIComponent,globalThis,isFinite,isNaN,"
                + "main,parseFloat,parseInt,undefined");
  }

  @Test
  void noTextBecomesCode() {
    for (String spelling : CODE_FROM_TEXT) {
      assertThat(found(spelling)).as(spelling).startsWith("thrown ");
    }
  }

  @Test
  void noModuleIsImported() {
    for (String module :
        List.of("fs", "java", "./flow.js", "/etc/passwd", "data:text/javascript,1", "http://x/x")) {
      Slice slice =
          flows.slice(
              FlowTesting.request(
                  script("(await import(" + Js.text(module) + "), 'imported')"), "{}", List.of()));
      FlowFault fault = ((Slice.Failed) slice).fault();
      assertThat(fault.what()).as(module).contains("nothing can be imported");
      assertThat(fault.line()).isEqualTo(4);
    }
  }

  @Test
  void theWordImportMayStandInATextThatWasMadeFromSteps() {
    String duty = "import (customs) and import/export";
    assertThat(found("'' + " + Js.text(duty))).isEqualTo(duty);
    assertThat(found("1 // " + Js.comment(duty).substring(3) + "\n")).isEqualTo("1");
  }

  @Test
  void theClockCanNotBeReachedBehindItsFront() {
    for (String now :
        List.of(
            "Date.now()",
            "+new Date()",
            "new Date().constructor.now()",
            "Reflect.construct(Date, []).getTime()",
            "Object.getPrototypeOf(new Date(0)).constructor.now()",
            "new (class extends Date {})().getTime()",
            "Reflect.construct(Object.getPrototypeOf(new Date(0)).constructor, []).getTime()")) {
      assertThat(found(now)).as(now).isEqualTo("1795532645000");
    }
  }

  @Test
  void whatAFlowChangesIsGoneInTheNextOne() {
    String pollute =
        "(Object.prototype.polluted = 'x', Array.prototype.map = () => 1, globalThis.left = 1,"
            + " JSON.stringify = () => '{}', Promise.prototype.then = null, 'done')";
    FlowTesting.results(flows.slice(FlowTesting.request(script(pollute), "{}", List.of())));
    assertThat(
            found(
                "[typeof ({}).polluted, typeof globalThis.left, [1].map((x) => x + 1)[0]].join()"))
        .isEqualTo("undefined,undefined,2");
  }

  @Test
  void whatThePreludeGaveCanNotBeReplaced() {
    for (String attempt :
        List.of(
            "(globalThis.NUMBER = 1)",
            "delete globalThis.NUMBER",
            "(globalThis.Date = 1)",
            "(Math.random = 1)",
            "Object.defineProperty(globalThis, 'HOLDS', { value: 1 })")) {
      assertThat(found(attempt)).as(attempt).startsWith("thrown TypeError");
    }
  }

  @Test
  void aForgedOutcomeIsRefused() {
    for (String forged :
        List.of(
            "return { result: {} };",
            "return 1;",
            "return Object.create(null);",
            "throw { fault: { kind: 'NO_SANDBOX' } };",
            "throw null;",
            "throw { get stack() { throw 1; }, toString() { throw 2; } };")) {
      Slice slice =
          flows.slice(
              FlowTesting.request("async function main(run) { " + forged + " }", "{}", List.of()));
      assertThat(slice).as(forged).isInstanceOf(Slice.Failed.class);
      assertThat(((Slice.Failed) slice).fault().kind()).isEqualTo(FlowFault.Kind.SCRIPT);
    }
  }

  @Test
  void answersOfAnAbandonedRaceReachNobodyElse() {
    String race =
        "async function main(run) { const r = await Promise.race([run.ask('a', { tier: 'economy' }),"
            + " run.ask('b', { tier: 'economy' })]); return run.finish({ r }); }";
    Slice.Waiting waiting =
        (Slice.Waiting)
            flows.slice(
                FlowTesting.request(FlowTesting.program(race), "{}", Map.of(), List.of(), "race"));
    JournalAnswer second = FlowTesting.answer(waiting.calls().get(1), "{\"value\":\"second\"}");
    JournalAnswer late = FlowTesting.answer(waiting.calls().getFirst(), "{\"value\":\"late\"}");
    Slice done =
        flows.slice(
            FlowTesting.request(
                FlowTesting.program(race), "{}", Map.of(), List.of(second, late), "race"));
    assertThat(FlowTesting.results(done)).isEqualTo("{\"r\":\"second\"}");
    assertThat(found("1")).isEqualTo("1");
  }

  private static String script(String expression) {
    return "async function main(run) {\n  let found;\n  try {\n    found = String("
        + expression
        + ");\n  } catch (e) {\n    found = 'thrown ' + e.name;\n  }\n  return run.finish({ found });\n}\n";
  }

  private static String found(String expression) {
    Slice slice = flows.slice(FlowTesting.request(script(expression), "{}", List.of()));
    if (slice instanceof Slice.Done(FlowResult result, _)) {
      return result.results().get("found").textOrEmpty();
    }
    return slice.toString();
  }
}
