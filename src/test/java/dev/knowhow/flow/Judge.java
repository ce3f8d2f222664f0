package dev.knowhow.flow;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Finds what is wrong after an attack; an empty list is what is wanted.
final class Judge {
  private static final Set<FlowFault.Kind> LIMITS =
      EnumSet.of(
          FlowFault.Kind.TOO_LONG,
          FlowFault.Kind.TOO_MUCH_MEMORY,
          FlowFault.Kind.TOO_DEEP,
          FlowFault.Kind.TOO_LARGE,
          FlowFault.Kind.TOO_MANY_CALLS);
  private static final Set<FlowFault.Kind> NOT_OF_A_FLOW =
      EnumSet.of(FlowFault.Kind.NO_SANDBOX, FlowFault.Kind.BUSY, FlowFault.Kind.ANOTHER_VERSION);
  private static final Pattern INNER =
      Pattern.compile("org\\.graalvm|com\\.oracle|dev\\.knowhow|\\.java\\b|worker-lib|at java\\.");

  static final String HONEST =
      "async function main(run) { return run.finish({ sum: SUM(NUMBER('1'), NUMBER('2')) }); }";

  /// Says whether the language is as it should be.
  private static final String PROBE =
      """
      async function main(run) {
        const facts = [
          typeof ({}).polluted, typeof globalThis.left, [1, 2].map((x) => x + 1).join(),
          JSON.stringify({ a: [1] }), JSON.parse('[7]')[0], 'xx'.replace('x', 'y'), ' a '.trim(),
          Object.keys({ k: 1 }).join(), await Promise.resolve(7), Math.max(1, 2), [3].concat([4]).join(),
          [...[5, 6]].length, [9].filter((x) => x).length, typeof ({}).toJSON, typeof ({}).then,
          /a+/.test('aaa'), new Date(0).getTime(), typeof ({}).done, typeof [].forged,
        ];
        return run.finish({ found: facts.join('|') });
      }
      """;

  private static final String CLEAN =
      "undefined|undefined|2,3|{\"a\":[1]}|7|yx|a|k|7|2|3,4|2|1|undefined|undefined|true|0|undefined|undefined";

  private final Arena arena;
  private final Executor threads;

  Judge(Arena arena, Executor threads) {
    this.arena = arena;
    this.threads = threads;
  }

  /// Lets an attack loose beside an honest run, and looks at both and at the run after it.
  List<String> wrongAfter(Attack attack) {
    List<String> wrong = new ArrayList<>();
    CompletableFuture<Arena.End> attacked = async("tool of " + attack, attack.script());
    CompletableFuture<Arena.End> neighbour = async("neighbour", HONEST);
    ended(attacked, arena.atMost(), "the attack", wrong)
        .ifPresent(end -> wrong.addAll(wrongWith(attack, end)));
    if (!isThree(ended(neighbour, arena.atMost(), "the neighbour", wrong))) {
      wrong.add("the neighbour's run did not finish as it should");
    }
    if (wrong.isEmpty()) {
      CompletableFuture<Arena.End> next = async("next", PROBE);
      ended(next, arena.atMost(), "the next run", wrong)
          .filter(end -> !found(end).equals(CLEAN))
          .ifPresent(end -> wrong.add("the next run is not clean: " + end));
    }
    return wrong;
  }

  private CompletableFuture<Arena.End> async(String tool, String script) {
    return CompletableFuture.supplyAsync(() -> arena.end(tool, script), threads);
  }

  private static Optional<Arena.End> ended(
      CompletableFuture<Arena.End> end, Duration atMost, String who, List<String> wrong) {
    try {
      return Optional.of(end.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      wrong.add(who + " did not end within " + atMost.toMillis() + " ms");
    } catch (ExecutionException failed) {
      wrong.add(who + " broke the server: " + failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      wrong.add("stopped");
    }
    return Optional.empty();
  }

  private static List<String> wrongWith(Attack attack, Arena.End end) {
    List<String> wrong = new ArrayList<>();
    switch (end) {
      case Arena.End.Broken(String how) -> wrong.add("it broke the sandbox: " + how);
      case Arena.End.Failed(FlowFault fault) -> {
        if (NOT_OF_A_FLOW.contains(fault.kind())) {
          wrong.add("the failure is told as the server's: " + fault);
        }
        if (fault.what().isBlank() || fault.hint().isBlank() || fault.what().length() > 2_000) {
          wrong.add("the failure is not stated: " + fault);
        }
        if (INNER.matcher(fault.what()).find()) {
          wrong.add("the failure tells what is inside: " + fault.what());
        }
      }
      case Arena.End.Told _ -> {}
    }
    switch (attack.expect()) {
      case Attack.Expect.Contained() -> {}
      case Attack.Expect.Refused() -> {
        if (end instanceof Arena.End.Told && !isNothing(found(end))) {
          wrong.add("it was told “" + found(end) + "”");
        }
      }
      case Attack.Expect.Says(String text) -> {
        if (!found(end).equals(text)) {
          wrong.add("it was told “" + found(end) + "” instead of “" + text + "”");
        }
      }
      case Attack.Expect.Ends() -> wrong.addAll(wrongWithTheLimit(end));
    }
    return wrong;
  }

  private static List<String> wrongWithTheLimit(Arena.End end) {
    if (found(end).equals("thrown RangeError")) {
      return List.of();
    }
    if (!(end instanceof Arena.End.Failed(FlowFault fault)) || !LIMITS.contains(fault.kind())) {
      return List.of("no limit ended it: " + end);
    }
    return Pattern.compile("\\d").matcher(fault.what()).find()
        ? List.of()
        : List.of("the failure does not name the limit: " + fault.what());
  }

  private static boolean isNothing(String found) {
    return found.equals("undefined") || found.startsWith("thrown ");
  }

  private static boolean isThree(Optional<Arena.End> end) {
    return end.filter(told -> told.equals(new Arena.End.Told("{\"sum\":\"3\"}"))).isPresent();
  }

  private static String found(Arena.End end) {
    return end instanceof Arena.End.Told(String results)
            && ValueJson.parse(results) instanceof Value.Fields fields
        ? fields.get("found").textOrEmpty()
        : end.toString();
  }
}
