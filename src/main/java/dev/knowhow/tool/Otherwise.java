package dev.knowhow.tool;

/// What happens next when a check does not hold.
public enum Otherwise {
  /// The same model is asked again and told what was wrong.
  ASK_AGAIN("ask again"),
  /// A model of the next better tier is asked and told what was wrong.
  NEXT_TIER("next tier"),
  /// A person corrects the answer, lets it stand or sends it back.
  A_PERSON("a person"),
  /// The run ends as a stated failure.
  STOP("stop");

  private final String words;

  Otherwise(String words) {
    this.words = words;
  }

  /// The words in `tool.yaml` and on the pages.
  public String words() {
    return words;
  }
}
