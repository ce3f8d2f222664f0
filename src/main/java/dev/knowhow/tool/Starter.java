package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Yaml;
import dev.knowhow.tool.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The smallest whole tool, for whoever starts from nothing: one text goes in, one answer comes
/// out. It is without fault, so that its first prompt and its cost can be seen at once.
public final class Starter {
  private static final String TOOL =
      """
      format: knowhow/1
      name: New tool
      about: Say in a sentence or two what it does and for whom.
      house: dental

      inputs:
        material:
          label: What it is about
          type: paragraph
          required: yes

      steps:
        - ask: answer
          does: answer from what was put in
          tier: economy
          at most: 300 words

      results:
        answer: {label: Answer, type: text}
      """;
  private static final String PROMPT =
      """
      Answer from the material below and from nothing else. If the material does not say it, say which fact is missing.

      {{material}}
      """;

  private Starter() {}

  /// The files of a new tool.
  ///
  /// @param name what it is called
  /// @param vertical the folder's name of the trade whose house rules it follows
  /// @param house the files of the trade, below [ToolFiles#HOUSE]
  public static ToolFiles files(String name, String vertical, Map<String, byte[]> house) {
    YamlText tool =
        YamlText.of("tool.yaml", TOOL)
            .put(List.of("name"), Yaml.words(Characters.clean(name).strip()), List.of())
            .put(List.of("house"), Yaml.words(vertical), List.of());
    Map<String, byte[]> files = new TreeMap<>(house);
    files.put("tool.yaml", tool.text().getBytes(StandardCharsets.UTF_8));
    files.put("prompts/answer.md", PROMPT.getBytes(StandardCharsets.UTF_8));
    return ToolFiles.of(files);
  }
}
