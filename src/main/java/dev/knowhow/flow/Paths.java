package dev.knowhow.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what a dotted path means in a scope.
final class Paths {
  private static final String QUOTE = " A text stands in quotation marks: \"like this\".";

  private Paths() {}

  /// The value of a path.
  ///
  /// @throws WrongFormula if there is no such name, or nothing of the name inside it
  static Piece find(String path, Scope scope) throws WrongFormula {
    String[] words = path.split("\\.", -1);
    Scope.Known root = root(words[0], scope);
    Sort sort = root.sort();
    StringBuilder direct = new StringBuilder(root.js());
    boolean certain = root.certain();
    StringBuilder below = new StringBuilder();
    for (int i = 1; i < words.length; i++) {
      boolean isRow = sort instanceof Sort.Fields;
      sort = inside(sort, words[i], String.join(".", List.of(words).subList(0, i)));
      if (isRow && certain && below.isEmpty()) {
        direct.append('.').append(words[i]);
      } else {
        below.append(below.isEmpty() ? "" : ".").append(words[i]);
      }
    }
    String js =
        below.isEmpty()
            ? direct.toString()
            : "OF(" + direct + ", " + Js.text(below.toString()) + ")";
    return Piece.of(js, sort);
  }

  /// The rows that a condition after `where` looks at.
  ///
  /// @param rows the JavaScript of the rows
  /// @param row their fields
  /// @param field the field that is wanted of them; empty for the rows themselves
  record Rows(String rows, Sort.Fields row, Optional<String> field) {}

  /// What `path where ...` looks at: the table of the path, or the table that the path's last word
  /// is a field of.
  static Rows rows(String path, Scope scope) throws WrongFormula {
    Scope wholes = scope;
    for (Map.Entry<String, Scope.Known> name : scope.names().entrySet()) {
      Scope.Known known = name.getValue();
      if (known.whole().isPresent()) {
        wholes =
            wholes.with(
                name.getKey(),
                Scope.Known.certain(known.whole().get(), new Sort.Items(known.sort())));
      }
    }
    Piece whole = find(path, wholes);
    if (whole.sort() instanceof Sort.Items(Sort each) && each instanceof Sort.Fields row) {
      return new Rows(whole.js(), row, Optional.empty());
    }
    int dot = path.lastIndexOf('.');
    if (dot > 0) {
      Piece table = find(path.substring(0, dot), wholes);
      if (table.sort() instanceof Sort.Items(Sort each) && each instanceof Sort.Fields row) {
        return new Rows(table.js(), row, Optional.of(path.substring(dot + 1)));
      }
    }
    throw new WrongFormula(
        "“" + path + " where” needs a table, and " + path + " is in none",
        "Name a field of a table, such as found.lines.denied where kind = \"x\".");
  }

  private static Scope.Known root(String name, Scope scope) throws WrongFormula {
    Optional<Scope.Known> known = scope.find(name);
    if (known.isEmpty()) {
      throw new WrongFormula(
          "there is no “" + name + "” here", KnownWords.hint(name, scope.all()) + QUOTE);
    }
    return known.get();
  }

  private static Sort inside(Sort sort, String name, String before) throws WrongFormula {
    return switch (sort) {
      case Sort.Fields(Map<String, Sort> fields) -> {
        Sort found = fields.get(name);
        if (found == null) {
          throw new WrongFormula(
              "“" + before + "” has no “" + name + "”", KnownWords.hint(name, fields.keySet()));
        }
        yield found;
      }
      case Sort.Items(Sort each) -> {
        Sort found = inside(each, name, before);
        yield found instanceof Sort.Items ? found : new Sort.Items(found);
      }
      case Sort.Wrong _ -> sort;
      case Sort.Text _,
          Sort.Number _,
          Sort.Money _,
          Sort.Date _,
          Sort.Length _,
          Sort.YesNo _,
          Sort.Document _ ->
          throw new WrongFormula(
              "“" + before + "” is " + sort.words() + " and has nothing inside",
              "Write “" + before + "”.");
    };
  }

  /// The fields of a row as names of their own, for conditions after `where`.
  static Scope inRow(Scope scope, Sort.Fields row) {
    Scope inside = scope;
    for (Map.Entry<String, Sort> field : row.fields().entrySet()) {
      inside =
          inside.with(field.getKey(), Scope.Known.certain("$." + field.getKey(), field.getValue()));
    }
    return inside;
  }
}
