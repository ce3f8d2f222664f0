package dev.knowhow.tool;

import dev.knowhow.prompt.PromptSource;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A whole tool, read without fault: what its files say, and the files.
///
/// @param tool what `tool.yaml` says
/// @param house the vertical as it was when the snapshot was made
/// @param prompts each prompt file, by path
/// @param knowledge the text of each source of knowledge, by the source's name
/// @param examples in the order of their files' names
/// @param files the snapshot it was read from
public record Definition(
    Tool tool,
    Vertical house,
    Map<String, PromptSource> prompts,
    Map<String, String> knowledge,
    List<Example> examples,
    ToolFiles files) {

  /// Copies the maps and the list.
  public Definition {
    prompts = Collections.unmodifiableMap(new LinkedHashMap<>(prompts));
    knowledge = Collections.unmodifiableMap(new LinkedHashMap<>(knowledge));
    examples = List.copyOf(examples);
  }

  /// The flow as its author wrote it by hand; empty where the steps are the flow.
  public Optional<String> script() {
    return tool.script()
        .flatMap(files::get)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The prompt of an ask of this tool.
  public PromptSource prompt(Step.Ask ask) {
    PromptSource prompt = prompts.get(ask.prompt());
    if (prompt == null) {
      throw new IllegalArgumentException("no prompt of this tool: " + ask.prompt());
    }
    return prompt;
  }

  /// The dotted names that an ask's prompt uses, such as `found.lines.service`.
  public Set<String> namesUsedBy(Step.Ask ask) {
    return prompt(ask).names();
  }
}
