package dev.knowhow.tool;

import dev.knowhow.prompt.OutputShape;
import dev.knowhow.value.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One move of a tool's flow.
///
/// A name that is given inside a branch of a [Choose] is not stated after it where the branch was
/// not taken; a name that is given inside a [ForEach] is known only there.
public sealed interface Step
    permits Step.Ask,
        Step.LookUp,
        Step.Calculate,
        Step.ForEach,
        Step.Choose,
        Step.Match,
        Step.Check,
        Step.Review,
        Step.UseTool,
        WorkTowards {

  /// What tells it from every other step of the tool: the name it gives, or its kind with a number.
  String id();

  /// What it does, in a person's words.
  String does();

  /// The line in `tool.yaml`.
  int line();

  /// Asks a model.
  ///
  /// @param id the name of the answer
  /// @param prompt the file of the prompt
  /// @param returns the fields of the answer; empty where the answer is a text
  /// @param checks what must hold of the answer
  /// @param otherwise what happens, in order, as long as a check does not hold; the last is `stop`
  /// @param by the role that decides where `otherwise` says a person; empty where nothing is said
  record Ask(
      String id,
      String does,
      String prompt,
      Tier tier,
      AnswerLimit atMost,
      Optional<Type.Fields> returns,
      List<Written> checks,
      List<Otherwise> otherwise,
      String by,
      int line)
      implements Step {
    /// Copies the lists.
    public Ask {
      checks = List.copyOf(checks);
      otherwise = List.copyOf(otherwise);
    }

    /// What its answer must be: the fields, or a text.
    public Type answerType() {
      return AnswersReader.typeOf(returns);
    }

    /// The shape that its answer must have; empty where the answer is a text.
    public Optional<OutputShape> shape() {
      return returns.map(AnswerShape::of);
    }
  }

  /// Finds passages of knowledge.
  ///
  /// @param in the names of the sources
  /// @param query the path of the text to look up
  /// @param atMost how many passages
  /// @param gives the name of the list of passages, whose rows have `text`, `title`, `heading` and
  ///   `source`
  record LookUp(
      String id, String does, List<String> in, Written query, int atMost, String gives, int line)
      implements Step {
    /// Copies the list.
    public LookUp {
      in = List.copyOf(in);
    }
  }

  /// Computes values, in order.
  record Calculate(String id, String does, List<Named> values, int line) implements Step {
    /// Copies the list.
    public Calculate {
      values = List.copyOf(values);
    }
  }

  /// Does the same steps for each row of a list.
  ///
  /// @param row the name of the row inside the steps
  /// @param list the path of the list
  /// @param gives the name of the list of rows that comes out: the row's fields, what was
  ///   calculated, the fields of each ask (an ask without `returns`: its name)
  record ForEach(
      String id,
      String does,
      String row,
      Written list,
      String gives,
      int atMostAtOnce,
      List<Step> steps,
      int line)
      implements Step {
    /// Copies the list.
    public ForEach {
      steps = List.copyOf(steps);
    }
  }

  /// Takes the first branch whose condition holds, or none.
  record Choose(String id, String does, List<Branch> branches, int line) implements Step {
    /// Copies the list.
    public Choose {
      branches = List.copyOf(branches);
    }
  }

  /// Pairs the rows of two lists and computes columns for each pair.
  ///
  /// @param left the path of the first list; in columns its row is called by the path's last word
  /// @param on the fields, present in both, that must be equal
  record Match(
      String id,
      String does,
      Written left,
      Written right,
      List<String> on,
      String gives,
      List<Column> columns,
      int line)
      implements Step {
    /// Copies the lists.
    public Match {
      on = List.copyOf(on);
      columns = List.copyOf(columns);
    }

    /// What the first list's row is called in columns.
    public String leftName() {
      return lastWord(left.text());
    }

    /// What the second list's row is called in columns.
    public String rightName() {
      return lastWord(right.text());
    }

    private static String lastWord(String path) {
      return path.substring(path.lastIndexOf('.') + 1);
    }
  }

  /// Checks on its own.
  ///
  /// @param otherwise what happens when a sentence does not hold: [Otherwise#STOP] ends the run as
  ///   a stated failure, [Otherwise#A_PERSON] lets a person decide whether it stands
  /// @param by the role that decides then; empty where nothing is said
  record Check(
      String id, String does, List<Written> sentences, Otherwise otherwise, String by, int line)
      implements Step {
    /// Copies the list.
    public Check {
      sentences = List.copyOf(sentences);
    }
  }

  /// Lets a person decide: approve, edit, fill in, send back. The run waits meanwhile.
  ///
  /// @param of the name of what is decided; an ask's answer can be edited and sent back, anything
  ///   else only be approved
  /// @param by the role of the house that decides; empty for whoever started the run and the
  ///   builders
  /// @param show the paths of what is needed to decide
  /// @param fills what only a person may decide: names that are known afterwards, with their types
  /// @param within how long a decision may take; empty for ever
  /// @param late what happens when it took longer; empty to end the run as a stated failure
  record Review(
      String id,
      String does,
      String of,
      String by,
      List<Written> show,
      Type.Fields fills,
      Optional<Duration> within,
      Optional<Then> late,
      int line)
      implements Step {
    /// Copies the list.
    public Review {
      show = List.copyOf(show);
    }
  }

  /// Uses another tool of the workspace; the run waits for that tool's run.
  ///
  /// @param id the name of what it gives: the fields of `returns`
  /// @param tool the tool's name, or the template it came from as `vertical/template`
  /// @param with what its inputs are given, by formulas
  /// @param returns which of its results are taken, with the types they must have
  record UseTool(
      String id, String does, String tool, List<Named> with, Type.Fields returns, int line)
      implements Step {
    /// Copies the list.
    public UseTool {
      with = List.copyOf(with);
    }
  }

  /// A name with its formula.
  record Named(String name, Written formula) {}

  /// A branch of a [Choose].
  record Branch(Condition when, Then then, int line) {}

  /// When something applies.
  sealed interface Condition {
    /// When a formula holds.
    record When(Written formula) implements Condition {}

    /// When nothing before it did.
    record Else() implements Condition {}
  }

  /// What a branch does.
  sealed interface Then {
    /// Goes on with some steps.
    record Steps(List<Step> steps) implements Then {
      /// Copies the list.
      public Steps {
        steps = List.copyOf(steps);
      }
    }

    /// Ends the run.
    ///
    /// @param because the reason, for the person; empty only for a result
    /// @param show the names of the results that are shown all the same; all of them for a result
    record Finish(Outcome outcome, String because, List<String> show) implements Then {
      /// Copies the list.
      public Finish {
        show = List.copyOf(show);
      }
    }
  }

  /// A column of a [Match].
  record Column(String name, Content content) {
    /// How a column's value comes about.
    public sealed interface Content {
      /// By a formula.
      record Formula(Written formula) implements Content {}

      /// The text of the first case that holds.
      record FirstThatHolds(List<Case> cases) implements Content {
        /// Copies the list.
        public FirstThatHolds {
          cases = List.copyOf(cases);
        }
      }
    }

    /// A text and when it applies.
    public record Case(String text, Condition when) {}
  }
}
