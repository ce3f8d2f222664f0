package dev.knowhow.flow;

/// One step of a flow in plain words, for pages.
///
/// @param id the step's id, which calls and trace entries name
/// @param words what the step does, such as `Ask the standard model to write the letter`
/// @param kind what kind of step it is
/// @param depth how many loops and choices stand around it
public record StepOutline(String id, String words, Kind kind, int depth) {

  /// What kind of step it is.
  public enum Kind {
    /// Asks a model.
    ASK,
    /// Looks something up in knowledge.
    LOOK_UP,
    /// Calculates names by formulas.
    CALCULATE,
    /// Does its steps for each row of a list.
    FOR_EACH,
    /// Goes one of several ways.
    CHOOSE,
    /// One way of a choice.
    WAY,
    /// Compares two lists row by row.
    MATCH,
    /// Checks what is there so far.
    CHECK,
    /// Lets a person decide.
    REVIEW,
    /// Uses another tool of the workspace.
    USE_TOOL,
    /// Works towards a goal in turns.
    WORK_TOWARDS,
    /// Ends the flow early with a reason.
    FINISH
  }
}
