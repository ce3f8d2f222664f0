package dev.knowhow.flow;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.ResultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A script that its author wrote by hand: the text as it is, so that its lines keep their numbers,
/// and behind it what the script is held to.
final class HandWritten {
  private HandWritten() {}

  /// The script.
  ///
  /// @param quoted the paths that hold somebody else's words
  static String script(String text, Definition definition, Set<String> quoted) {
    List<String> never =
        definition.house().neverSay().stream().map(words -> Js.text(words.text())).toList();
    List<String> results = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (ResultField result : definition.tool().results()) {
      results.add(Js.property(result.name(), Js.text(result.kind().words())));
      if (isSaid(result, definition, quoted)) {
        said.add(result.name());
      }
    }
    ScriptText script = new ScriptText();
    script.line("").line("// What Knowhow holds the script to: from tool.yaml and its house.");
    script.spread("const NEVER = Object.freeze([", never, "]);");
    script.spread("const RESULTS = Object.freeze({ ", results, " });");
    script.line("const SAID = Object.freeze(" + Js.texts(said) + ");");
    return text.stripTrailing() + "\n" + script;
  }

  private static boolean isSaid(ResultField result, Definition definition, Set<String> quoted) {
    ResultKind kind = result.kind();
    boolean isText =
        kind == ResultKind.LETTER || kind == ResultKind.TEXT || kind == ResultKind.PARAGRAPH;
    String path = result.from().text();
    return isText && definition.tool().input(path).isEmpty() && !quoted.contains(path);
  }
}
