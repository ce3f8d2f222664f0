package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.TypedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the questions of a tool's form, with what was typed and what is wrong with it.
final class ToolFields {
  private static final int ROWS_AT_FIRST = 2;
  private static final int LONG_TEXT = 5;
  private static final int SHORT_TEXT = 2;
  private static final int MENU_FROM = 6;
  private static final int LONG_LINE = 90;

  private final House house;
  private final Words words;
  private final String toolId;
  private final Actor actor;

  ToolFields(House house, String toolId, Actor actor) {
    this.house = house;
    this.words = house.words();
    this.toolId = toolId;
    this.actor = actor;
  }

  /// The questions of a tool.
  ///
  /// @param faults for an input's name, or `input.2.column`, what is wrong
  /// @param more the name of a table that gets one more row, or empty
  List<Field> of(Tool tool, TypedForm typed, Map<String, String> faults, String more) {
    return of(tool.inputs(), typed, faults, more);
  }

  /// The questions of some inputs.
  List<Field> of(List<Input> inputs, TypedForm typed, Map<String, String> faults, String more) {
    List<Field> fields = new ArrayList<>();
    for (Input input : inputs) {
      Control control = control(input, typed, faults, more);
      fields.add(
          new Field(
              SentForm.FIELD + input.name(),
              input.label(),
              input.help(),
              input.required(),
              isHalf(input.type()),
              Optional.ofNullable(faults.get(input.name())).or(() -> inside(input, faults)),
              control));
    }
    return halvesInPairs(fields);
  }

  private Optional<String> inside(Input input, Map<String, String> faults) {
    boolean any = faults.keySet().stream().anyMatch(key -> key.startsWith(input.name() + "."));
    return any ? Optional.of(words.of("rows.fault")) : Optional.empty();
  }

  private Control control(Input input, TypedForm typed, Map<String, String> faults, String more) {
    String text = typed.text(input.name());
    return switch (input.type()) {
      case Type.Text _, Type.Fields _ ->
          isLong(text)
              ? new Control.Lines(text, SHORT_TEXT, "")
              : line("text", text, "text", "", "");
      case Type.Number _ -> line("text", text, "decimal", "", "");
      case Type.Money _ -> line("text", text, "decimal", "$", "");
      case Type.Date _ -> line("date", text, "text", "", "");
      case Type.Measure _ -> line("text", text, "text", "", words.of("field.length"));
      case Type.Paragraph _ ->
          new Control.Lines(text, input.required() ? LONG_TEXT : SHORT_TEXT, "");
      case Type.Items items ->
          new Control.Lines(
              String.join("\n", typed.texts(input.name())),
              SHORT_TEXT,
              words.of("field.list", items.atMost()));
      case Type.YesNo yesNo -> yesNo(input, yesNo, text);
      case Type.OneOf one -> oneOf(input, one, text);
      case Type.Rows rows -> table(input, rows, typed, faults, more);
      case Type.Document _ -> files(input, 1, typed);
      case Type.Documents documents -> files(input, documents.atMost(), typed);
    };
  }

  private static boolean isLong(String text) {
    return text.length() > LONG_LINE || text.contains("\n");
  }

  private static Control line(String type, String text, String mode, String unit, String example) {
    return new Control.Line(type, text, mode, unit, example, "off");
  }

  private Control yesNo(Input input, Type.YesNo type, String text) {
    List<Control.Choice> choices = new ArrayList<>();
    choices.add(new Control.Choice("yes", words.of("value.yes"), "", text.equals("yes")));
    choices.add(new Control.Choice("no", words.of("value.no"), "", text.equals("no")));
    if (!input.required() && type.notStatedAllowed()) {
      choices.add(new Control.Choice("", words.of("field.open"), "", text.isEmpty()));
    }
    return new Control.Pick(choices, false);
  }

  private Control oneOf(Input input, Type.OneOf type, String text) {
    List<Control.Choice> choices = new ArrayList<>();
    for (String option : type.options()) {
      choices.add(new Control.Choice(option, option, "", option.equals(text)));
    }
    boolean menu = type.options().size() >= MENU_FROM;
    if (!input.required() || menu) {
      Control.Choice open =
          new Control.Choice(
              "", words.of(menu ? "field.choose" : "field.open"), "", text.isEmpty());
      choices.add(menu ? 0 : choices.size(), open);
    }
    return menu ? new Control.Menu(choices) : new Control.Pick(choices, false);
  }

  private Control files(Input input, int atMost, TypedForm typed) {
    List<Control.Kept> kept = new ArrayList<>();
    for (DocumentText document : typed.documents().getOrDefault(input.name(), List.of())) {
      kept.add(
          new Control.Kept(house.kept().keep(actor, document), document.name(), facts(document)));
    }
    String readAt = "/tools/" + toolId + "/documents";
    String limits = words.count("document.limits", atMost);
    return new Control.Files(
        kept,
        String.join("\n", typed.texts(input.name())),
        atMost - kept.size(),
        atMost > 1,
        limits,
        readAt);
  }

  /// Pages and words of a document, in words.
  String facts(DocumentText document) {
    long count = document.text().isBlank() ? 0 : document.text().strip().split("\\s+").length;
    return words.of(
        "document.facts",
        words.count("document.pages", document.pages()),
        words.count("document.words", count));
  }

  private Control table(
      Input input, Type.Rows type, TypedForm typed, Map<String, String> faults, String more) {
    int filled = 0;
    for (String column : type.row().fields().keySet()) {
      filled = Math.max(filled, typed.texts(input.name() + "." + column).size());
    }
    int wanted = filled == 0 ? ROWS_AT_FIRST : filled;
    int shown = Math.min(type.atMost(), more.equals(input.name()) ? wanted + 1 : wanted);
    List<Control.Row> rows = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      rows.add(new Control.Row(i, cells(input, type, typed, faults, i)));
    }
    return new Control.Table(
        input.name(),
        type.row().fields().keySet().stream().map(ToolFields::heading).toList(),
        rows,
        type.atMost(),
        words.of("rows.limit", type.atMost()));
  }

  private List<Control.Cell> cells(
      Input input, Type.Rows type, TypedForm typed, Map<String, String> faults, int row) {
    List<Control.Cell> cells = new ArrayList<>();
    type.row()
        .fields()
        .forEach((column, cellType) -> {
          List<String> texts = typed.texts(input.name() + "." + column);
          String text = row < texts.size() ? texts.get(row) : "";
          String key = input.name() + "." + (row + 1) + "." + column;
          cells.add(
              new Control.Cell(
                  SentForm.FIELD + key,
                  SentForm.FIELD + input.name() + "." + column,
                  heading(column),
                  words.of("rows.cell", heading(column), row + 1),
                  text,
                  mode(cellType),
                  cellType instanceof Type.Measure ? words.of("field.length.short") : "",
                  choices(cellType, text),
                  Optional.ofNullable(faults.get(key))));
        });
    return cells;
  }

  private List<Control.Choice> choices(Type type, String text) {
    List<String> options =
        switch (type) {
          case Type.OneOf one -> one.options();
          case Type.YesNo _ -> List.of("yes", "no");
          case Type.Text _,
              Type.Paragraph _,
              Type.Number _,
              Type.Money _,
              Type.Date _,
              Type.Measure _,
              Type.Items _,
              Type.Rows _,
              Type.Fields _,
              Type.Document _,
              Type.Documents _ ->
              List.of();
        };
    List<Control.Choice> choices = new ArrayList<>();
    if (!options.isEmpty()) {
      choices.add(new Control.Choice("", "", "", text.isEmpty()));
      options.forEach(
          option -> choices.add(new Control.Choice(option, option, "", option.equals(text))));
    }
    return choices;
  }

  private static String mode(Type type) {
    return type instanceof Type.Number || type instanceof Type.Money ? "decimal" : "text";
  }

  private static boolean isHalf(Type type) {
    return switch (type) {
      case Type.Text _, Type.Number _, Type.Money _, Type.Date _, Type.Measure _ -> true;
      case Type.YesNo _,
          Type.OneOf _,
          Type.Paragraph _,
          Type.Items _,
          Type.Rows _,
          Type.Fields _,
          Type.Document _,
          Type.Documents _ ->
          false;
    };
  }

  /// A short field without a neighbour to share its line with takes the whole line.
  private static List<Field> halvesInPairs(List<Field> fields) {
    List<Field> paired = new ArrayList<>(fields);
    for (int i = 0; i < paired.size(); i++) {
      if (!paired.get(i).half()) {
        continue;
      }
      if (i + 1 < paired.size() && paired.get(i + 1).half()) {
        i++;
      } else {
        paired.set(i, paired.get(i).whole());
      }
    }
    return paired;
  }

  private static String heading(String name) {
    String spaced = name.replace('_', ' ');
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
