package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.knowledge.KnowledgeIndex;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.AskAgain;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.PromptCompiler;
import dev.knowhow.prompt.PromptPlan;
import dev.knowhow.prompt.SoFar;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A definition made ready to run: its flow compiled, its prompts planned, its knowledge indexed.
/// Immutable and thread-safe; made once per content hash.
final class Prepared {
  private final Definition definition;
  private final FlowProgram program;
  private final Programs.Stored stored;
  private final Map<String, PromptPlan> plans;
  private final KnowledgeIndex index;
  private final PromptCompiler compiler;

  Prepared(
      Definition definition,
      FlowProgram program,
      Map<String, PromptPlan> plans,
      KnowledgeIndex index,
      PromptCompiler compiler) {
    this.definition = definition;
    this.program = program;
    this.stored = Programs.stored(program);
    this.plans = Map.copyOf(plans);
    this.index = index;
    this.compiler = compiler;
  }

  Definition definition() {
    return definition;
  }

  FlowProgram program() {
    return program;
  }

  /// The program as a run keeps it.
  Programs.Stored stored() {
    return stored;
  }

  Step.Ask ask(String step) {
    return definition
        .tool()
        .ask(step)
        .orElseThrow(() ->
            Problem.at(
                Problem.Kind.FAILED,
                step,
                "The flow asks for a step that the tool does not have.",
                "Open the tool and compare the step's name with the flow's script."));
  }

  /// The prompt of one ask, exactly as it is sent.
  CompiledPrompt prompt(AskCall call) {
    PromptPlan plan = plans.get(call.step());
    if (plan == null) {
      ask(call.step());
      throw new IllegalStateException("no plan for " + call.step());
    }
    return compiler.compile(
        plan,
        PromptValues.of(definition.tool(), call.names()),
        call.again().map(Again::forPrompt),
        call.soFar());
  }

  /// What a look-up finds, as its journaled answer.
  Value lookUp(FlowCall call) {
    return FlowCalls.passages(
        index.find(FlowCalls.in(call), FlowCalls.query(call), FlowCalls.atMost(call)));
  }

  /// The texts of knowledge that the flow's checks read.
  Map<String, String> knowledgeTexts() {
    Map<String, String> texts = new TreeMap<>(definition.knowledge());
    texts.keySet().retainAll(program.knowledge());
    return texts;
  }

  /// An ask as the flow makes it.
  ///
  /// @param names the value of each dotted name that the prompt uses
  /// @param soFar what was done in earlier turns, where the ask is a turn towards a goal
  record AskCall(
      String step,
      String tier,
      Map<String, Value> names,
      Optional<Again> again,
      Optional<SoFar> soFar) {}

  /// Why the flow asks once more.
  record Again(int attempt, List<String> reasons, String previousAnswer) {
    AskAgain forPrompt() {
      return new AskAgain(reasons, previousAnswer);
    }
  }
}
