package dev.knowhow.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.flow.Compiling;
import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.knowledge.KnowledgeIndex;
import dev.knowhow.knowledge.KnowledgeText;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.OutputShape;
import dev.knowhow.prompt.PromptCompiler;
import dev.knowhow.prompt.PromptPlan;
import dev.knowhow.prompt.PromptSource;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.KnowledgeSource;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.WorkTowards;
import dev.knowhow.tool.Written;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes definitions ready to run and remembers the ones last used, by the hash of their files.
/// Thread-safe.
public final class Preparation {
  private static final int MOST_REMEMBERED = 200;

  private final PromptCompiler compiler = new PromptCompiler();
  private final Cache<String, Prepared> prepared =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /// A preparation that remembers nothing yet.
  public Preparation() {}

  /// The definition with a program that was compiled for it now.
  ///
  /// @throws Problem with all faults when its steps do not compile
  Prepared of(Definition definition) {
    return prepared.get(
        definition.files().sha256(), _ -> prepare(definition, compile(definition, List.of())));
  }

  /// The definition with a program that also looks at what must hold when its flow is done.
  ///
  /// @throws Problem with all faults when the steps or the sentences do not compile
  Prepared of(Definition definition, List<Written> holds) {
    String key =
        holds.stream().map(Written::text).collect(Collectors.joining("\n", "\nholds\n", ""));
    return holds.isEmpty()
        ? of(definition)
        : prepared.get(
            definition.files().sha256() + key,
            _ -> prepare(definition, compile(definition, holds)));
  }

  /// The definition with a program that was compiled earlier, perhaps by an older Knowhow.
  ///
  /// @param sha256 of the program as it is kept
  Prepared of(Definition definition, String sha256, Supplier<FlowProgram> program) {
    return prepared.get(
        definition.files().sha256() + " " + sha256, _ -> prepare(definition, program.get()));
  }

  /// The definition with a program that was compiled earlier and with some prompts replaced.
  ///
  /// @param prompts the prompts' texts by the id of their asks
  /// @throws Problem of kind `BAD_INPUT` when a prompt has faults, or its ask is not there
  Prepared of(Definition definition, FlowProgram program, Map<String, String> prompts) {
    Map<String, PromptSource> sources = new LinkedHashMap<>(definition.prompts());
    prompts.forEach((id, text) -> {
      Step.Ask ask =
          definition
              .tool()
              .ask(id)
              .orElseThrow(() ->
                  Problem.of(
                      Problem.Kind.BAD_INPUT,
                      "The tool has no ask “" + id + "”.",
                      "Its asks are "
                          + String.join(
                              ", ", definition.tool().asks().stream().map(Step.Ask::id).toList())
                          + "."));
      PromptSource changed = PromptSource.parse(ask.prompt(), text);
      Set<String> unknown = new TreeSet<>(changed.names());
      unknown.removeAll(definition.prompt(ask).names());
      if (!unknown.isEmpty()) {
        throw Problem.at(
            Problem.Kind.BAD_INPUT,
            ask.prompt(),
            "The prompt uses " + String.join(", ", unknown) + ", which the run does not give it.",
            "A run made from another one gives its prompts what they had: "
                + String.join(", ", definition.prompt(ask).names())
                + ".");
      }
      sources.put(ask.prompt(), changed);
    });
    return prepare(
        new Definition(
            definition.tool(),
            definition.house(),
            sources,
            definition.knowledge(),
            definition.examples(),
            definition.files()),
        program);
  }

  private static FlowProgram compile(Definition definition, List<Written> holds) {
    return switch (FlowCompiler.compile(definition, holds)) {
      case Compiling.Compiled(FlowProgram program) -> program;
      case Compiling.Faulty(List<Fault> faults) ->
          throw Problem.ofFaults("The tool's steps have faults.", faults);
    };
  }

  private Prepared prepare(Definition definition, FlowProgram program) {
    Map<String, PromptPlan> plans = new HashMap<>();
    for (Step.Ask ask : definition.tool().asks()) {
      PromptSource source = definition.prompts().get(ask.prompt());
      if (source == null) {
        throw new IllegalStateException("the definition lacks " + ask.prompt());
      }
      plans.put(
          ask.id(),
          compiler.plan(definition.house().rules(), source, shape(definition, ask), List.of()));
    }
    return new Prepared(definition, program, plans, index(definition), compiler);
  }

  private static Optional<OutputShape> shape(Definition definition, Step.Ask ask) {
    Optional<OutputShape> ofGoal = definition.tool().goal(ask.id()).map(WorkTowards::shape);
    return ofGoal.isPresent() ? ofGoal : ask.shape();
  }

  private static KnowledgeIndex index(Definition definition) {
    return KnowledgeIndex.of(
        definition.tool().knowledge().stream()
            .map(source -> text(definition, source))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<KnowledgeText> text(Definition definition, KnowledgeSource source) {
    return Optional.ofNullable(definition.knowledge().get(source.name()))
        .map(markdown -> new KnowledgeText(source.name(), source.label(), markdown));
  }
}
