package dev.knowhow.run;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Fitting;
import dev.knowhow.tool.Manner;
import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds what a person decided against what can be decided.
final class Deciding {
  private static final int LONGEST_COMMENT = 4_000;

  private final ReviewView review;
  private final List<Fault> faults = new ArrayList<>();

  private Deciding(ReviewView review) {
    this.review = review;
  }

  /// A decision as the flow gets it.
  ///
  /// @param decision `approved`, `edited`, `sent back` or `late`
  record Decided(String decision, Value value, Value.Fields fills, String comment) {}

  /// Nobody decided in time.
  static Decided late(Value proposed) {
    return new Decided("late", proposed, Value.noFields(), "");
  }

  /// What a person decided, in canonical form.
  ///
  /// @throws Problem of kind `BAD_INPUT` with a fault for each field
  static Decided decide(ReviewView review, Decision decision) {
    Deciding deciding = new Deciding(review);
    Decided decided =
        switch (decision) {
          case Decision.Approve approve -> deciding.approve(approve);
          case Decision.SendBack(String comment) -> deciding.sendBack(comment);
        };
    if (!deciding.faults.isEmpty()) {
      throw Problem.ofFaults("This can't be decided like that.", deciding.faults);
    }
    return decided;
  }

  private Decided approve(Decision.Approve approve) {
    comment(approve.comment());
    Value value = approve.value();
    boolean edited = !value.equals(review.value());
    if (edited && review.type().isEmpty()) {
      fault("value", "it can be approved as it is, and not be edited", "Send it back instead.");
    } else if (edited) {
      value = read("value", review.type().get(), value);
      edited = !value.equals(review.value());
    }
    Map<String, Value> fills = new LinkedHashMap<>();
    for (ReviewView.Fill fill : review.fills()) {
      String typed = approve.fills().getOrDefault(fill.name(), "").strip();
      Value raw = typed.isEmpty() ? Value.notStated() : Value.text(typed);
      fills.put(fill.name(), read(fill.name(), fill.type(), raw));
    }
    approve.fills().keySet().stream()
        .filter(name -> review.fills().stream().noneMatch(fill -> fill.name().equals(name)))
        .forEach(name -> fault(name, "nothing of this name is to be filled in", ""));
    return new Decided(
        edited ? "edited" : "approved", value, Value.fields(fills), approve.comment().strip());
  }

  private Decided sendBack(String comment) {
    comment(comment);
    if (!review.maySendBack()) {
      fault("decision", "this can't be sent back", "Approve it, or stop the run.");
    } else if (comment.isBlank()) {
      fault("comment", "there is no comment", "Say what is wrong, so that it can be put right.");
    }
    return new Decided("sent back", review.value(), Value.noFields(), comment.strip());
  }

  private void comment(String comment) {
    if (comment.length() > LONGEST_COMMENT) {
      fault(
          "comment",
          "found " + comment.length() + " characters, at most " + LONGEST_COMMENT + " are taken",
          "Make it shorter.");
    }
  }

  private Value read(String where, Type type, Value raw) {
    return switch (type.read(raw, Manner.FORM)) {
      case Fitting.Fits(Value value) -> value;
      case Fitting.Misfits(List<Fitting.Misfit> misfits) -> {
        for (Fitting.Misfit misfit : misfits) {
          fault(misfit.where().isEmpty() ? where : where + "." + misfit.where(), misfit.what(), "");
        }
        yield raw;
      }
    };
  }

  private void fault(String where, String what, String hint) {
    faults.add(new Fault("", 0, where, what, hint));
  }
}
