package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.StepOutline;
import dev.knowhow.flow.Turn;
import dev.knowhow.model.ModelCall;
import dev.knowhow.model.Models;
import dev.knowhow.model.Sending;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Goes a run's way up to the point where something would be sent, and stops there. Thread-safe.
final class Previews {
  private static final int MOST_SLICES = 200;
  private static final String NO_RUN = "preview";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Flows flows;
  private final Models models;
  private final Preparation preparation;
  private final Estimates estimates;
  private final InstantSource clock;

  Previews(Runs.Rooms rooms, Preparation preparation) {
    this.flows = rooms.flows();
    this.models = rooms.models();
    this.preparation = preparation;
    this.clock = rooms.clock();
    this.estimates = rooms.estimates();
  }

  Preview of(Actor actor, ToolVersion version, Value.Fields inputs) {
    Prepared prepared = preparation.of(version.definition());
    List<FlowCall> asks = firstAsks(prepared, inputs, Turn.person(version.toolId()));
    List<Preview.FirstPrompt> first = new ArrayList<>();
    Optional<Problem> problem = Optional.empty();
    for (FlowCall call : asks) {
      CompiledPrompt prompt = prepared.prompt(FlowCalls.ask(call));
      try {
        first.add(
            ready(
                prepared,
                call,
                prompt,
                models.preview(modelCall(actor, version, prepared, call, prompt))));
      } catch (Problem notNow) {
        problem = Optional.of(notNow);
        first.add(withoutModel(prepared, call, prompt));
      }
    }
    return new Preview(
        first,
        later(prepared, asks),
        estimates.of(version.definition(), inputs),
        estimates.basis(version.definition()),
        problem);
  }

  /// The range, where it is known within a moment: its first use rehearses all examples, and nobody
  /// waits for that to start a run.
  Optional<CostRange> estimateSoon(Definition definition, Value.Fields inputs) {
    FutureTask<Optional<CostRange>> estimate =
        new FutureTask<>(() -> estimates.of(definition, inputs));
    Thread.ofVirtual().name("run-estimate").start(estimate);
    try {
      return estimate.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<FlowCall> firstAsks(Prepared prepared, Value.Fields inputs, Turn turn) {
    List<JournalAnswer> journal = new ArrayList<>();
    for (int slices = 0; slices < MOST_SLICES; slices++) {
      Slice slice =
          flows.slice(
              new SliceRequest(
                  prepared.program(),
                  inputs,
                  prepared.knowledgeTexts(),
                  clock.instant(),
                  0,
                  journal,
                  "",
                  turn));
      switch (slice) {
        case Slice.Waiting waiting -> {
          List<FlowCall> asks =
              waiting.calls().stream().filter(call -> call.name().equals(FlowCalls.ASK)).toList();
          if (asks.size() == waiting.calls().size()) {
            return asks;
          }
          waiting.calls().stream()
              .filter(call -> !call.name().equals(FlowCalls.ASK))
              .forEach(call -> journal.add(local(prepared, call)));
        }
        case Slice.Failed failed -> throw failed.fault().problem();
        case Slice.Done _ -> {
          return List.of();
        }
      }
    }
    return List.of();
  }

  private JournalAnswer local(Prepared prepared, FlowCall call) {
    Value answer =
        call.name().equals(FlowCalls.LOOK_UP)
            ? prepared.lookUp(call)
            : Value.text(clock.instant().toString());
    return new JournalAnswer(call.number(), call.name(), call.argumentsHash(), answer);
  }

  private static ModelCall modelCall(
      Actor actor, ToolVersion version, Prepared prepared, FlowCall call, CompiledPrompt prompt) {
    return new ModelCall(
        NO_RUN,
        call.step(),
        1,
        call.lane(),
        version.toolId(),
        version.number(),
        actor.personId(),
        Tier.valueOf(FlowCalls.ask(call).tier().toUpperCase(Locale.ROOT)),
        prompt,
        prepared.ask(call.step()).atMost().outputTokens());
  }

  private static Preview.FirstPrompt ready(
      Prepared prepared, FlowCall call, CompiledPrompt prompt, Sending sending) {
    return new Preview.FirstPrompt(
        call.step(),
        words(prepared, call.step()),
        sending.recipient(),
        sending.chosen().model().model(),
        SentPrompts.view(prompt),
        Math.toIntExact(sending.inputTokens()),
        sending.exactTokens(),
        sending.bodyText());
  }

  private static Preview.FirstPrompt withoutModel(
      Prepared prepared, FlowCall call, CompiledPrompt prompt) {
    return new Preview.FirstPrompt(
        call.step(),
        words(prepared, call.step()),
        "",
        "",
        SentPrompts.view(prompt),
        prompt.tokens(),
        false,
        "");
  }

  private static List<String> later(Prepared prepared, List<FlowCall> first) {
    Set<String> shown = new LinkedHashSet<>(first.stream().map(FlowCall::step).toList());
    return prepared.program().outline().stream()
        .filter(step -> step.kind() == StepOutline.Kind.ASK && !shown.contains(step.id()))
        .map(StepOutline::words)
        .toList();
  }

  private static String words(Prepared prepared, String step) {
    return prepared.program().outline().stream()
        .filter(each -> each.id().equals(step))
        .map(StepOutline::words)
        .findFirst()
        .orElse(step);
  }
}
