package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One review: what is proposed, what is needed to decide, and the form to decide with.
///
/// @param yours whether this person may decide now
/// @param banner what to know first: whose turn it is, how it ended, what went wrong
/// @param proposed the proposed value to read; empty while it stands in the form
/// @param changes what was changed in the proposed value before it was approved
/// @param form the form; without fields where the person may not decide
/// @param beside what is needed to decide
record ReviewPage(
    Frame frame,
    String id,
    Head head,
    boolean yours,
    Optional<RunPage.Banner> banner,
    List<ResultPart> proposed,
    List<Apart> changes,
    Form form,
    Beside beside) {

  /// Copies the lists.
  ReviewPage {
    proposed = List.copyOf(proposed);
    changes = List.copyOf(changes);
  }

  /// Whether nobody has decided about what was proposed.
  boolean draftStill() {
    return banner.filter(one -> one.level().equals("good")).isEmpty();
  }

  /// What is to be decided.
  ///
  /// @param facts who asked, when, until when, in short sentences
  record Head(String tool, String trade, String words, String runId, List<String> facts) {
    /// Copies the list.
    Head {
      facts = List.copyOf(facts);
    }
  }

  /// The form.
  ///
  /// @param edits the proposed value's fields
  /// @param fills what only a person may decide
  /// @param comment what the person wrote to whoever gets it back
  /// @param commentFault what is wrong with the comment
  record Form(
      List<Field> edits,
      List<Field> fills,
      List<Field.Fault> faults,
      String comment,
      Optional<String> commentFault,
      boolean maySendBack) {
    /// No form.
    static final Form NONE = new Form(List.of(), List.of(), List.of(), "", Optional.empty(), false);

    /// Copies the lists.
    Form {
      edits = List.copyOf(edits);
      fills = List.copyOf(fills);
      faults = List.copyOf(faults);
    }

    /// `true` where the comment is faulty, else no attribute.
    Optional<String> commentInvalid() {
      return commentFault.map(_ -> "true");
    }
  }

  /// What stands beside the proposed value.
  ///
  /// @param reasons why an answer failed its checks
  /// @param shown what the tool's author shows for the decision
  /// @param sources where the words come from that checks found
  /// @param typed what a person typed that could not be taken any more
  record Beside(
      List<String> reasons,
      List<ResultPart> shown,
      List<SourceLine> sources,
      List<RunPage.FilledIn> filledIn,
      List<RunPage.FilledIn> typed) {
    /// Copies the lists.
    Beside {
      reasons = List.copyOf(reasons);
      shown = List.copyOf(shown);
      sources = List.copyOf(sources);
      filledIn = List.copyOf(filledIn);
      typed = List.copyOf(typed);
    }
  }
}
