package dev.knowhow.tool;

import dev.knowhow.tool.Fitting.Misfit;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Nearest;
import dev.knowhow.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Holds values against types and brings them into canonical form. Not thread-safe.
final class TypeReader {
  private static final int MAX_MISFITS = 20;
  private static final Pattern NOT_STATED =
      Pattern.compile("\\s*not\\s+stated\\.?\\s*", Pattern.CASE_INSENSITIVE);

  private final Manner manner;
  private final List<Misfit> misfits = new ArrayList<>();

  private TypeReader(Manner manner) {
    this.manner = manner;
  }

  static Fitting read(Type type, Value raw, Manner manner) {
    TypeReader reader = new TypeReader(manner);
    Value value = reader.read(type, raw, "");
    return reader.misfits.isEmpty() ? new Fitting.Fits(value) : new Fitting.Misfits(reader.misfits);
  }

  private Value read(Type type, Value raw, String where) {
    if (isAbsent(raw)) {
      return absent(type, raw, where);
    }
    return switch (type) {
      case Type.Text(int atMost, boolean _) -> text(type, raw, atMost, where);
      case Type.Paragraph(int atMost, boolean _) -> text(type, raw, atMost, where);
      case Type.Number number ->
          scalar(type, raw, where, Scalars::number, number.range(), BigDecimal::toPlainString);
      case Type.Money money ->
          scalar(type, raw, where, Scalars::money, money.range(), BigDecimal::toPlainString);
      case Type.Date date ->
          scalar(
              type,
              raw,
              where,
              text -> Scalars.date(text, manner == Manner.FORM),
              date.range(),
              Object::toString);
      case Type.Measure measure ->
          scalar(
              type,
              raw,
              where,
              Lengths::parse,
              measure.range(),
              _ -> Lengths.plain(raw.textOrEmpty()));
      case Type.YesNo _ -> yesNo(type, raw, where);
      case Type.OneOf(List<String> options, boolean _) -> oneOf(type, raw, options, where);
      case Type.Items items -> items(items, raw, where);
      case Type.Rows rows -> rows(rows, raw, where);
      case Type.Fields fields -> fields(fields, raw, where);
      case Type.Document _ -> document(type, raw, where);
      case Type.Documents documents -> documents(documents, raw, where);
    };
  }

  private static boolean isAbsent(Value raw) {
    return switch (raw) {
      case Value.NotStated _ -> true;
      case Value.Text(String text) -> text.isBlank() || NOT_STATED.matcher(text).matches();
      case Value.YesNo _, Value.Items _, Value.Fields _ -> false;
    };
  }

  private Value absent(Type type, Value raw, String where) {
    return switch (type) {
      case Type.Items(int _, int atLeast, int _) when atLeast == 0 -> Value.items();
      case Type.Rows(Type.Fields _, int atLeast, int _) when atLeast == 0 -> Value.items();
      case Type.Documents(int atLeast, int _) when atLeast == 0 -> Value.items();
      default -> {
        if (!type.notStatedAllowed()) {
          String found = raw.textOrEmpty().isBlank() ? "nothing" : Faults.quote(raw.textOrEmpty());
          misfit(where, "found " + found + ", wanted " + TypeWords.wanted(type, manner));
        }
        yield Value.notStated();
      }
    };
  }

  private Value text(Type type, Value raw, int atMost, String where) {
    if (!(raw instanceof Value.Text(String text))) {
      return differs(type, raw, where);
    }
    String clean = Characters.clean(text).strip();
    int length = clean.codePointCount(0, clean.length());
    if (length > atMost) {
      return misfit(where, "found " + length + " characters, wanted at most " + atMost);
    }
    return Value.text(clean);
  }

  private <T extends Comparable<? super T>> Value scalar(
      Type type,
      Value raw,
      String where,
      Function<String, Optional<T>> parse,
      Range<T> range,
      Function<T, String> print) {
    if (!(raw instanceof Value.Text(String text))) {
      return differs(type, raw, where);
    }
    Optional<T> found = parse.apply(text.strip());
    return found
        .filter(range::holds)
        .<Value>map(value -> Value.text(print.apply(value)))
        .orElseGet(() -> differs(type, raw, where));
  }

  private Value yesNo(Type type, Value raw, String where) {
    if (raw instanceof Value.YesNo) {
      return raw;
    }
    return switch (raw.textOrEmpty().strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "y" -> Value.yesNo(true);
      case "no", "false", "n" -> Value.yesNo(false);
      default -> differs(type, raw, where);
    };
  }

  private Value oneOf(Type type, Value raw, List<String> options, String where) {
    if (raw instanceof Value.YesNo(boolean yes)) {
      return oneOf(type, Value.text(yes ? "yes" : "no"), options, where);
    }
    if (!(raw instanceof Value.Text(String text))) {
      return differs(type, raw, where);
    }
    for (String option : options) {
      if (Characters.folded(option).equals(Characters.folded(text))) {
        return Value.text(option);
      }
    }
    String nearest =
        Nearest.to(text, options).map(word -> "; did you mean " + word + "?").orElse("");
    return misfit(
        where,
        "found " + Faults.quote(text) + ", wanted " + TypeWords.wanted(type, manner) + nearest);
  }

  private Value items(Type.Items type, Value raw, String where) {
    if (!(raw instanceof Value.Items(List<Value> items))) {
      return differs(type, raw, where);
    }
    Type each = new Type.Text(type.charactersEach(), false);
    List<Value> read = new ArrayList<>();
    for (int i = 0; i < items.size() && i <= type.atMost(); i++) {
      if (!(items.get(i) instanceof Value.Text(String text) && text.isBlank())) {
        read.add(read(each, items.get(i), inside(where, i + 1)));
      }
    }
    return counted(read, items.size(), type.atLeast(), type.atMost(), where);
  }

  private Value rows(Type.Rows type, Value raw, String where) {
    if (!(raw instanceof Value.Items(List<Value> items))) {
      return differs(type, raw, where);
    }
    List<Value> read = new ArrayList<>();
    for (int i = 0; i < items.size() && i <= type.atMost(); i++) {
      read.add(read(type.row(), items.get(i), inside(where, i + 1)));
    }
    return counted(read, items.size(), type.atLeast(), type.atMost(), where);
  }

  private Value fields(Type.Fields type, Value raw, String where) {
    if (!(raw instanceof Value.Fields found)) {
      return differs(type, raw, where);
    }
    Map<String, Value> read = new LinkedHashMap<>();
    type.fields()
        .forEach(
            (name, field) -> read.put(name, read(field, found.get(name), inside(where, name))));
    if (manner != Manner.MODEL) {
      for (String name : found.fields().keySet()) {
        if (!type.fields().containsKey(name)) {
          String known = String.join(", ", type.fields().keySet());
          misfit(where, "found the field " + Faults.quote(name) + ", wanted one of " + known);
        }
      }
    }
    return Value.fields(read);
  }

  private Value document(Type type, Value raw, String where) {
    Optional<DocumentText> document = DocumentText.of(raw);
    if (document.isEmpty()) {
      return differs(type, raw, where);
    }
    String text = Characters.clean(document.get().text()).strip();
    if (text.isEmpty()) {
      return misfit(where, "found no text in " + Faults.quote(document.get().name()));
    }
    if (text.length() > DocumentText.MAX_CHARACTERS) {
      return misfit(
          where,
          "found "
              + text.length()
              + " characters, wanted at most "
              + DocumentText.MAX_CHARACTERS
              + " in one document");
    }
    String name = Characters.clean(document.get().name()).strip();
    return new DocumentText(name, text, document.get().pages()).toValue();
  }

  private Value documents(Type.Documents type, Value raw, String where) {
    if (!(raw instanceof Value.Items(List<Value> items))) {
      return documents(type, Value.items(raw), where);
    }
    List<Value> read = new ArrayList<>();
    for (int i = 0; i < items.size() && i <= type.atMost(); i++) {
      read.add(document(type, items.get(i), items.size() == 1 ? where : inside(where, i + 1)));
    }
    return counted(read, items.size(), type.atLeast(), type.atMost(), where);
  }

  private Value counted(List<Value> read, int found, int atLeast, int atMost, String where) {
    if (found > atMost) {
      return misfit(where, "found " + found + ", wanted at most " + atMost);
    }
    if (read.size() < atLeast) {
      return misfit(where, "found " + read.size() + ", wanted at least " + atLeast);
    }
    return Value.items(read);
  }

  private Value differs(Type type, Value raw, String where) {
    String found =
        switch (raw) {
          case Value.Text(String text) -> Faults.quote(text);
          case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
          case Value.Items _ -> "a list";
          case Value.Fields _ -> "fields";
          case Value.NotStated _ -> "nothing";
        };
    return misfit(where, "found " + found + ", wanted " + TypeWords.wanted(type, manner));
  }

  private Value misfit(String where, String what) {
    if (misfits.size() < MAX_MISFITS) {
      misfits.add(new Misfit(where, what));
    }
    return Value.notStated();
  }

  private static String inside(String where, int number) {
    return inside(where, Integer.toString(number));
  }

  private static String inside(String where, String name) {
    return where.isEmpty() ? name : where + "." + name;
  }
}
