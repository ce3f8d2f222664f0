package dev.knowhow.gallery;

import java.time.Duration;
import java.util.List;

/// A template as a card shows it.
///
/// @param vertical the folder's name of its vertical, such as `dental`
/// @param id the folder's name of the template, such as `denial-appeal`
/// @param verticalName what the vertical is called
/// @param saves how much of a person's time a run saves; zero where nobody said
/// @param examples how many examples it brings
/// @param plantedMistakes how many deliberate errors its checks must catch
/// @param needs what a person fills in: the labels of its required inputs
/// @param gives what comes out: the labels of its results
public record TemplateCard(
    String vertical,
    String id,
    String name,
    String about,
    String verticalName,
    Duration saves,
    int examples,
    int plantedMistakes,
    List<String> needs,
    List<String> gives) {

  /// Copies the lists.
  public TemplateCard {
    needs = List.copyOf(needs);
    gives = List.copyOf(gives);
  }

  /// What it is called everywhere: `dental/denial-appeal`.
  public String path() {
    return vertical + "/" + id;
  }
}
