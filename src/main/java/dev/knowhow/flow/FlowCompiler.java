package dev.knowhow.flow;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.KnowledgeSource;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Turns the steps of a tool into a script that a person can read and the sandbox executes.
///
/// Formulas and check sentences are read and held against the declared types here; a script is made
/// only of what was understood, so nothing that a person wrote becomes code as it stands. Equal
/// definitions give equal scripts. Reads and runs nothing else; thread-safe.
public final class FlowCompiler {
  /// The number of the prelude that scripts are made for.
  public static final int PRELUDE = 2;

  private FlowCompiler() {}

  /// Compiles a tool.
  public static Compiling compile(Definition definition) {
    return compile(definition, List.of());
  }

  /// Compiles a tool together with what must hold of its results: each sentence becomes a trace
  /// entry of the step `holds` after the flow is done, and fails nothing.
  ///
  /// @param holds sentences and formulas over inputs, steps and results
  public static Compiling compile(Definition definition, List<Written> holds) {
    Faults faults = new Faults();
    WrittenReader reader = new WrittenReader(faults);
    ScriptText body = new ScriptText();
    StepScript steps = new StepScript(definition, body, reader, faults);
    Scope start = start(definition);
    body.open("async function main(run) {");
    Scope end = steps.steps(definition.tool().steps(), start, Place.TOP);
    steps.end(end);
    body.close("}");
    Optional<String> examined =
        holds.isEmpty() ? Optional.empty() : Optional.of(examined(definition, holds, end, reader));
    List<Fault> all = faults.all();
    if (!all.isEmpty()) {
      return new Compiling.Faulty(all);
    }
    String own =
        definition
            .script()
            .map(text -> HandWritten.script(text, definition, reader.quoted()))
            .orElseGet(() -> head(definition, reader) + afterFirstLine(body));
    String script = own + examined.orElse("");
    return new Compiling.Compiled(
        new FlowProgram(
            script,
            PRELUDE,
            Outline.of(definition.tool().steps()),
            definition.script().isPresent() ? allKnowledge(definition) : reader.knowledge()));
  }

  private static SortedSet<String> allKnowledge(Definition definition) {
    return definition.tool().knowledge().stream()
        .map(KnowledgeSource::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Scope start(Definition definition) {
    Scope scope = Scope.EMPTY;
    for (KnowledgeSource source : definition.tool().knowledge()) {
      scope =
          scope.with(
              source.name(),
              new Scope.Known(Js.variable(source.name()), Sort.TEXT, true, Optional.empty(), true));
    }
    for (Input input : definition.tool().inputs()) {
      scope =
          scope.with(
              input.name(), Scope.Known.certain(Js.variable(input.name()), Sort.of(input.type())));
    }
    return scope;
  }

  private static String head(Definition definition, WrittenReader reader) {
    ScriptText head = new ScriptText();
    head.line(Js.comment(definition.tool().name()));
    head.line("// Made from the steps of tool.yaml.").line("");
    if (!definition.house().neverSay().isEmpty()) {
      List<String> never =
          definition.house().neverSay().stream().map(words -> Js.text(words.text())).toList();
      head.spread("const NEVER = [", never, "];").line("");
    }
    head.open("async function main(run) {");
    Map<String, Type> types = new LinkedHashMap<>();
    List<String> variables = new ArrayList<>();
    for (Input input : definition.tool().inputs()) {
      types.put(input.name(), input.type());
      variables.add(Js.property(input.name(), Js.variable(input.name())));
    }
    if (!types.isEmpty()) {
      head.spread(
          "const " + Js.object(variables) + " = run.inputs({ ", TypeJs.properties(types), " });");
    }
    for (String name : reader.knowledge()) {
      head.line("const " + Js.variable(name) + " = run.knowledge(" + Js.text(name) + ");");
    }
    return head.toString();
  }

  /// The steps without the line that opens them: what goes before them is known only after them.
  private static String afterFirstLine(ScriptText body) {
    String text = body.toString();
    return text.substring(text.indexOf('\n'));
  }

  private static String examined(
      Definition definition, List<Written> holds, Scope end, WrittenReader reader) {
    Map<String, Scope.Known> names = new LinkedHashMap<>();
    end.names().forEach((name, known) -> names.put(name, known));
    for (ResultField result : definition.tool().results()) {
      try {
        Sort sort = Paths.find(result.from().text(), end).sort();
        names.putIfAbsent(result.name(), Scope.Known.perhaps("", sort));
      } catch (WrongFormula saidAlready) {
        names.putIfAbsent(result.name(), Scope.Known.perhaps("", new Sort.Wrong()));
      }
    }
    Scope scope = Scope.EMPTY;
    for (Map.Entry<String, Scope.Known> name : names.entrySet()) {
      Scope.Known known = name.getValue();
      scope =
          scope.with(
              name.getKey(),
              new Scope.Known(
                  "OF(names, " + Js.text(name.getKey()) + ")",
                  known.sort(),
                  false,
                  Optional.empty(),
                  known.knowledge()));
    }
    ScriptText script = new ScriptText();
    script.line("").open("function holds(names) {").open("return {");
    reader.checks(holds, "holds", scope).forEach(check -> script.line(check + ","));
    return script.close("};").close("}").toString();
  }
}
