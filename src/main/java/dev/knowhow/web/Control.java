package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// What a person answers a [Field] with.
sealed interface Control {

  /// The name of the page fragment that draws it.
  String part();

  /// One line: text, a number, an amount, a date, an e-mail address, a password.
  ///
  /// @param type the `type` attribute
  /// @param mode the `inputmode` attribute, for the keyboard of a phone
  /// @param unit what stands before the line, such as `$`, or empty
  /// @param complete the `autocomplete` attribute
  record Line(
      String type, String value, String mode, String unit, String placeholder, String complete)
      implements Control {
    /// A line of text.
    static Line text(String value) {
      return new Line("text", value, "text", "", "", "off");
    }

    @Override
    public String part() {
      return "line";
    }
  }

  /// Several lines of text.
  record Lines(String value, int rows, String placeholder) implements Control {
    @Override
    public String part() {
      return "lines";
    }
  }

  /// One of a few options, all of them visible.
  record Pick(List<Choice> choices, boolean wide) implements Control {
    /// Copies the list.
    public Pick {
      choices = List.copyOf(choices);
    }

    @Override
    public String part() {
      return "pick";
    }
  }

  /// Any number of a few options.
  record Checks(List<Choice> choices) implements Control {
    /// Copies the list.
    public Checks {
      choices = List.copyOf(choices);
    }

    @Override
    public String part() {
      return "checks";
    }
  }

  /// One of many options.
  record Menu(List<Choice> choices) implements Control {
    /// Copies the list.
    public Menu {
      choices = List.copyOf(choices);
    }

    @Override
    public String part() {
      return "menu";
    }
  }

  /// Rows with the same columns, which a person adds and removes.
  ///
  /// @param name the input's own name, which the add and remove buttons send
  /// @param atMost how many rows there may be
  record Table(String name, List<String> columns, List<Row> rows, int atMost, String limit)
      implements Control {
    /// Copies the lists.
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /// Whether no row can be added.
    boolean full() {
      return rows.size() >= atMost;
    }

    @Override
    public String part() {
      return "table";
    }
  }

  /// Documents that were read, a place for another and a place to paste text.
  ///
  /// @param room how many more documents fit
  /// @param limits what a file may be, in words
  record Files(List<Kept> kept, String pasted, int room, boolean many, String limits, String readAt)
      implements Control {
    /// Copies the list.
    public Files {
      kept = List.copyOf(kept);
    }

    @Override
    public String part() {
      return "files";
    }
  }

  /// An option, and whether it is the answer now.
  record Choice(String value, String label, String note, boolean chosen) {}

  /// A row of a [Table]; numbers count from 0.
  record Row(int number, List<Cell> cells) {
    /// Copies the list.
    public Row {
      cells = List.copyOf(cells);
    }

    /// The number a person counts.
    int counted() {
      return number + 1;
    }
  }

  /// One answer in a row.
  ///
  /// @param name the same for all cells of a column; the server counts them
  /// @param spoken the label that is read aloud: column and row
  record Cell(
      String id,
      String name,
      String column,
      String spoken,
      String value,
      String mode,
      String placeholder,
      List<Choice> choices,
      Optional<String> fault) {
    /// Copies the list.
    public Cell {
      choices = List.copyOf(choices);
    }

    /// `true` where the answer is faulty, else no attribute.
    Optional<String> invalid() {
      return fault.isEmpty() ? Optional.empty() : Optional.of("true");
    }

    /// The id of the fault, where there is one.
    Optional<String> describedBy() {
      return fault.map(_ -> id + "-fault");
    }
  }

  /// A document that this server has read and keeps until the form is sent.
  ///
  /// @param token what the form sends instead of the file
  /// @param facts pages and words, in words
  record Kept(String token, String name, String facts) {}
}
