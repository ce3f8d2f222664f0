package dev.knowhow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page on which a tool is built: outline, the one thing being edited, live preview.
///
/// @param at what is being edited, as the address says it
/// @param names all names known where it is edited, for completion
/// @param live the live preview
/// @param problem why what was typed is not saved, or empty
record BuildPage(
    Frame frame,
    Bar bar,
    String at,
    List<Entry> outline,
    Sheet sheet,
    List<Wrong> wrong,
    List<String> names,
    LivePart live,
    String problem) {

  /// Copies the lists.
  BuildPage {
    outline = List.copyOf(outline);
    wrong = List.copyOf(wrong);
    names = List.copyOf(names);
  }

  /// The same page with what was typed and is not saved.
  ///
  /// @param typed by the place of the field
  BuildPage keeping(Map<String, String> typed, String problem) {
    return new BuildPage(
        frame, bar, at, outline, new Unsaved(typed).in(sheet), wrong, names, live, problem);
  }

  /// What stands above the page.
  ///
  /// @param saved how the draft stands, in words
  /// @param revision which state of the draft the page shows
  /// @param undo what would be undone, in words
  /// @param redo what would be done again, in words
  /// @param next the number that the next version gets
  /// @param live whether the draft can be made live now: sound, and different from what is live
  /// @param sound whether the draft has no fault, so that it can be tried
  record Bar(
      String toolId,
      String name,
      String saved,
      long revision,
      Optional<String> undo,
      Optional<String> redo,
      int next,
      boolean live,
      boolean sound) {

    /// Whether there is a version that people use.
    boolean published() {
      return next > 1;
    }
  }

  /// A line of the outline.
  ///
  /// @param at what it leads to, as the address says it
  /// @param number the step's number, or empty
  /// @param count how many there are, or empty
  /// @param faults how many faults there are in it, in words, or empty
  /// @param depth 0 for sections, 1 for what is in them, 2 and more for steps inside steps
  /// @param current `page` where it is being edited, else empty: no attribute
  record Entry(
      String at,
      String label,
      String number,
      String count,
      String faults,
      int depth,
      Optional<String> current) {}

  /// A fault that stands in a place which is not being edited.
  record Wrong(String at, String where, String sentence) {}

  /// What is being edited.
  ///
  /// @param group the keys of a section that has no cards
  /// @param adds what can be added at its end
  record Sheet(
      String title,
      String lead,
      Optional<Edited.Group> group,
      List<Card> cards,
      List<Edited.Add> adds,
      String addLabel) {
    /// Copies the lists.
    Sheet {
      cards = List.copyOf(cards);
      adds = List.copyOf(adds);
    }
  }

  /// A step, an input or another thing with a card of its own.
  ///
  /// @param kind `step`, `way`, `add` or `thing`
  /// @param number the number of a step, or empty
  /// @param brief what it does in a few words
  /// @param sentence what it does or is
  /// @param below a few facts more, or empty
  /// @param faults how many faults there are in it, in words, or empty
  /// @param cost what it costs in a run, or empty
  /// @param depth how many steps stand around it
  /// @param name its name, where it has one that can be changed
  /// @param editor its keys, where it is open
  /// @param adds what can be added at this point
  record Card(
      String kind,
      String id,
      String at,
      String number,
      String brief,
      List<StepWords.Span> sentence,
      String below,
      String faults,
      String cost,
      int depth,
      Optional<Edited.Field> name,
      Optional<Edited.Group> editor,
      Edited.Doing doing,
      List<Edited.Add> adds) {
    /// Copies the lists.
    Card {
      sentence = List.copyOf(sentence);
      adds = List.copyOf(adds);
    }

    /// Whether it is being edited.
    boolean open() {
      return editor.isPresent();
    }
  }
}
