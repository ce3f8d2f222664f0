package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// A piece of a tool as the builder's page shows it for editing: what is typed and where it
/// belongs.
sealed interface Edited {

  /// The name of the page fragment that draws it.
  String part();

  /// Where a piece stands and what it is called.
  ///
  /// @param id its id on the page
  /// @param place its place in the files, as the form sends it
  /// @param label the words beside it
  /// @param help a sentence below the label, or empty
  /// @param faults what is wrong with it, as sentences
  record Spot(String id, String place, String label, String help, List<String> faults) {
    /// Copies the list.
    public Spot {
      faults = List.copyOf(faults);
    }

    /// `true` where something is wrong, else no attribute.
    Optional<String> invalid() {
      return faults.isEmpty() ? Optional.empty() : Optional.of("true");
    }

    /// The ids that describe the control: what is wrong and the help.
    String describedBy() {
      return id + "-faults" + (help.isEmpty() ? "" : " " + id + "-help");
    }
  }

  /// Something that is typed or chosen and saved as one.
  ///
  /// @param part `line`, `lines`, `menu`, `type`, `checks`, `instructions` or `fixed`
  /// @param value what the control holds
  /// @param was what was saved last
  /// @param hint what it may look like, shown while it is empty
  /// @param choices for menus and checks
  /// @param maybe for types: whether the value may be not stated; empty where that is no question
  /// @param rows for several lines: how many are seen
  record Field(
      String part,
      Spot spot,
      String value,
      String was,
      String hint,
      List<Control.Choice> choices,
      Optional<Boolean> maybe,
      int rows)
      implements Edited {
    /// Copies the list.
    public Field {
      choices = List.copyOf(choices);
    }

    /// A line of text.
    static Field line(Spot spot, String value, String hint) {
      return new Field("line", spot, value, value, hint, List.of(), Optional.empty(), 1);
    }

    /// Several lines of text.
    static Field lines(Spot spot, String value, int rows) {
      return new Field("lines", spot, value, value, "", List.of(), Optional.empty(), rows);
    }

    /// One of several options.
    static Field menu(Spot spot, String value, List<Control.Choice> choices) {
      return new Field("menu", spot, value, value, "", choices, Optional.empty(), 1);
    }

    /// Any number of several options.
    static Field checks(Spot spot, String value, List<Control.Choice> choices) {
      return new Field("checks", spot, value, value, "", choices, Optional.empty(), 1);
    }

    /// What stands there and is not changed here.
    static Field fixed(Spot spot, String value) {
      return new Field("fixed", spot, value, value, "", List.of(), Optional.empty(), 1);
    }
  }

  /// A text of the format as a sentence whose changeable words have controls; saved as one text.
  ///
  /// @param was what was saved last
  /// @param shape that text with `{0}`, `{1}` … where the controls' words stand
  /// @param bits the sentence
  record Phrase(String part, Spot spot, String was, String shape, List<Bit> bits)
      implements Edited {
    /// Copies the list.
    public Phrase {
      bits = List.copyOf(bits);
    }

    static Phrase of(Spot spot, String was, String shape, List<Bit> bits) {
      return new Phrase("phrase", spot, was, shape, bits);
    }
  }

  /// A part of a [Phrase]: words, a menu or a line of text.
  ///
  /// @param words what stands there; the control's name for who can't see it
  /// @param place which place of the shape it fills; -1 for words alone
  /// @param choices of a menu; empty for a line of text
  record Bit(String words, int place, String value, List<Control.Choice> choices) {
    /// Copies the list.
    public Bit {
      choices = List.copyOf(choices);
    }

    static Bit words(String words) {
      return new Bit(words, -1, "", List.of());
    }
  }

  /// Pieces that belong together.
  ///
  /// @param more what is needed seldom
  record Group(String part, Spot spot, List<Edited> inside, List<Edited> more) implements Edited {
    /// Copies the lists.
    public Group {
      inside = List.copyOf(inside);
      more = List.copyOf(more);
    }

    static Group of(Spot spot, List<Edited> inside, List<Edited> more) {
      return new Group("group", spot, inside, more);
    }
  }

  /// Pieces of which one may have any number, in an order.
  ///
  /// @param adds what can be added
  /// @param addLabel the words on the menu of these; empty for the usual ones
  record Rows(String part, Spot spot, List<Row> rows, List<Add> adds, String addLabel)
      implements Edited {
    /// Copies the lists.
    public Rows {
      rows = List.copyOf(rows);
      adds = List.copyOf(adds);
    }

    static Rows of(Spot spot, List<Row> rows, List<Add> adds) {
      return new Rows("rows", spot, rows, adds, "");
    }

    /// Whether one click adds what can be added.
    boolean plain() {
      return adds.size() == 1;
    }
  }

  /// One of the [Rows].
  ///
  /// @param name its name where it has one that can be changed
  /// @param doing what its buttons send
  record Row(Spot spot, Optional<Field> name, List<Edited> inside, Doing doing) {
    /// Copies the list.
    public Row {
      inside = List.copyOf(inside);
    }
  }

  /// What the buttons of a row or card send; empty texts where there is no such button.
  record Doing(String up, String down, String copy, String remove) {}

  /// The instructions of an ask, with the names that can be put into them.
  ///
  /// @param chips what is known there
  record Instructions(String part, Spot spot, String value, String was, int rows, List<Chip> chips)
      implements Edited {
    /// Copies the list.
    public Instructions {
      chips = List.copyOf(chips);
    }

    static Instructions of(Spot spot, String text, List<Chip> chips) {
      return new Instructions("instructions", spot, text, text, 8, chips);
    }
  }

  /// A name that a click puts into a text.
  ///
  /// @param put the text that is put
  record Chip(String put, String label) {}

  /// Something that can be added.
  ///
  /// @param doing what its button sends
  /// @param note a few words more, or empty
  record Add(String doing, String label, String note) {}
}
