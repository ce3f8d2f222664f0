package dev.knowhow.flow;

import dev.knowhow.tool.Step;
import dev.knowhow.tool.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes where another tool is used. Not thread-safe.
final class ToolScript {
  private final ScriptText script;
  private final WrittenReader reader;

  ToolScript(ScriptText script, WrittenReader reader) {
    this.script = script;
    this.reader = reader;
  }

  /// Writes the call; gives the names known after it.
  Scope use(Step.UseTool use, Scope scope, Place place) {
    List<String> given = new ArrayList<>();
    for (Step.Named input : use.with()) {
      String where = use.id() + "/with/" + input.name();
      given.add(Js.property(input.name(), reader.formula(input.formula(), where, scope).js()));
    }
    String variable = Js.variable(use.id());
    script.open(
        place.gives(variable)
            + "await "
            + place.run()
            + ".useTool("
            + Js.text(use.id())
            + ", "
            + Js.text(use.tool())
            + ", {");
    if (!given.isEmpty()) {
      script.spread("given: { ", given, " },");
    }
    script.spread("returns: { ", TypeJs.properties(use.returns().fields()), " },");
    List<String> stated = stated(use.returns());
    if (!stated.isEmpty()) {
      script.line("stated: " + Js.texts(stated) + ",");
    }
    script.close("});");
    return scope.with(use.id(), Scope.Known.certain(variable, Sort.of(use.returns())));
  }

  /// The fields that may not be left open.
  static List<String> stated(Type.Fields fields) {
    return fields.fields().entrySet().stream()
        .filter(field -> !field.getValue().notStatedAllowed())
        .filter(field ->
            !(field.getValue() instanceof Type.Items || field.getValue() instanceof Type.Rows))
        .map(Map.Entry::getKey)
        .toList();
  }
}
