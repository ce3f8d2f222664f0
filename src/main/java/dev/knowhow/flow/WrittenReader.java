package dev.knowhow.flow;

import dev.knowhow.tool.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads what a person wrote at a place of the flow, and gathers faults and the knowledge that is
/// used instead of stopping at the first. Not thread-safe.
final class WrittenReader {
  private final Faults faults;
  private final SortedSet<String> knowledge = new TreeSet<>();
  private final SortedSet<String> quoted = new TreeSet<>();

  WrittenReader(Faults faults) {
    this.faults = faults;
  }

  /// The sources of knowledge whose text is used so far.
  SortedSet<String> knowledge() {
    return knowledge;
  }

  /// The paths that a check holds to somebody else's words.
  SortedSet<String> quoted() {
    return quoted;
  }

  /// A formula.
  Piece formula(Written written, String where, Scope scope) {
    try {
      FormulaReader.Formula formula = FormulaReader.read(written.text(), scope);
      note(formula.names().keySet(), scope);
      return formula.piece();
    } catch (WrongFormula wrong) {
      faults.at(written, where, inFormula(written, wrong), wrong.hint());
      return Piece.wrong();
    }
  }

  /// A formula that must be a yes or no.
  Piece condition(Written written, String where, Scope scope) {
    Piece piece = formula(written, where, scope);
    if (!(piece.sort() instanceof Sort.YesNo) && !piece.isWrong()) {
      faults.at(
          written,
          where,
          "“" + written + "” is " + piece.sort().words() + ", and a condition must be a yes or no",
          "Write a comparison, such as total > 0.");
    }
    return piece;
  }

  /// A path.
  Piece path(Written written, String where, Scope scope) {
    try {
      Piece piece = Paths.find(written.text(), scope);
      note(List.of(written.text()), scope);
      return piece;
    } catch (WrongFormula wrong) {
      faults.at(written, where, wrong.what(), wrong.hint());
      return Piece.wrong();
    }
  }

  /// Check sentences as properties of an object: each sentence with what judges it.
  List<String> checks(List<Written> sentences, String where, Scope scope) {
    List<String> checks = new ArrayList<>();
    for (Written written : sentences) {
      try {
        Sentences.Sentence sentence = Sentences.read(written.text(), scope);
        note(sentence.paths(), scope);
        if (!sentence.quoted().isEmpty()) {
          quoted.add(sentence.quoted());
        }
        checks.add(Js.text(written.text()) + ": " + sentence.js());
      } catch (WrongFormula wrong) {
        faults.at(written, where + "/check", inFormula(written, wrong), wrong.hint());
      }
    }
    return checks;
  }

  private static String inFormula(Written written, WrongFormula wrong) {
    return "in “" + written + "”: " + wrong.what();
  }

  private void note(Collection<String> paths, Scope scope) {
    for (String path : paths) {
      int dot = path.indexOf('.');
      String root = dot < 0 ? path : path.substring(0, dot);
      if (scope.find(root).filter(Scope.Known::knowledge).isPresent()) {
        knowledge.add(root);
      }
    }
  }
}
