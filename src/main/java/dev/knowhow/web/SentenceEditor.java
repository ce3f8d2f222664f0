package dev.knowhow.web;

import dev.knowhow.tool.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Shows the texts of a step that are sentences as such, with a menu or line for each place.
final class SentenceEditor {
  private static final Pattern PLACE = Pattern.compile("\\{([01])}");
  private static final int MOST_SOURCES = 4;

  private final Words words;
  private final SentenceNames names;

  /// Sentences of a step.
  ///
  /// @param names what they may name
  SentenceEditor(Words words, SentenceNames names) {
    this.words = words;
    this.names = names;
  }

  /// The controls of a step, with sentences where there were lines of text.
  Edited.Group of(Edited.Group group) {
    List<Edited> inside = group.inside().stream().map(this::of).toList();
    return new Edited.Group(group.part(), group.spot(), inside, group.more());
  }

  private Edited of(Edited edited) {
    return switch (edited) {
      case Edited.Rows rows when last(rows.spot()).equals("check") -> checks(rows);
      case Edited.Field field when last(field.spot()).equals("for each") ->
          sentence(Sentences.LOOP, field, List.of(), names.lists())
              .map(Edited.class::cast)
              .orElse(field);
      case Edited.Field field when last(field.spot()).equals("match") ->
          sentence(Sentences.PAIR, field, names.rows(), names.rows())
              .map(Edited.class::cast)
              .orElse(field);
      case Edited.Field _, Edited.Group _, Edited.Rows _, Edited.Instructions _, Edited.Phrase _ ->
          edited;
    };
  }

  private static String last(Edited.Spot spot) {
    return spot.place().replaceAll(".*[#/]", "");
  }

  private Edited.Rows checks(Edited.Rows rows) {
    List<Edited.Row> sentences =
        rows.rows().stream()
            .map(row ->
                new Edited.Row(
                    row.spot(),
                    row.name(),
                    row.inside().stream().map(this::check).toList(),
                    row.doing()))
            .toList();
    Place list = Place.parse(rows.spot().place());
    List<Edited.Add> adds =
        names.values().isEmpty()
            ? rows.adds()
            : Stream.concat(
                    Sentences.CHECKS.stream()
                        .filter(kind -> !kind.fresh().isEmpty())
                        .flatMap(kind -> add(kind, list).stream()),
                    Stream.of(own(list)))
                .toList();
    return new Edited.Rows(rows.part(), rows.spot(), sentences, adds, words.of("sentence.add"));
  }

  private Edited check(Edited edited) {
    return edited instanceof Edited.Field field
        ? Sentences.CHECKS.stream()
            .flatMap(kind -> sentence(kind, field, names.values(), names.values()).stream())
            .findFirst()
            .map(Edited.class::cast)
            .orElse(edited)
        : edited;
  }

  private Optional<Edited.Add> add(Sentences.Kind kind, Place list) {
    String label = words.of("sentence." + kind.message(), "…", "…");
    return names
        .fresh(kind, words)
        .map(text -> new Edited.Add(Doings.add(list, Sentences.SAYS + text, -1), label, ""));
  }

  private Edited.Add own(Place list) {
    String text = Sentences.SAYS + names.text() + " is stated";
    return new Edited.Add(
        Doings.add(list, text, -1), words.of("sentence.own"), words.of("sentence.own.note"));
  }

  private Optional<Edited.Phrase> sentence(
      Sentences.Kind kind,
      Edited.Field field,
      List<Control.Choice> first,
      List<Control.Choice> second) {
    return kind.read(field.was()).map(found -> sentence(kind, found, field, first, second));
  }

  private Edited.Phrase sentence(
      Sentences.Kind kind,
      MatchResult found,
      Edited.Field field,
      List<Control.Choice> first,
      List<Control.Choice> second) {
    String text = field.was();
    boolean two = kind.second() != Sentences.Second.NOTHING;
    int end = two ? found.start("b") : text.length();
    Edited.Bit one = bit(words.of("sentence.what"), 0, found.group("a"), first);
    List<Edited.Bit> rest = two ? second(kind, found.group("b"), second) : List.of();
    StringBuilder shape = new StringBuilder(text.substring(0, found.start("a"))).append("{0}");
    shape.append(text, found.end("a"), end);
    rest.stream()
        .filter(bit -> bit.place() > 0)
        .forEach(bit -> shape.append('{').append(bit.place()).append('}'));
    shape.append(two ? text.substring(found.end("b")) : "");
    List<Edited.Bit> bits = said(words.of("sentence." + kind.message()), one, rest);
    return Edited.Phrase.of(field.spot(), text, shape.toString(), bits);
  }

  private static List<Edited.Bit> said(String message, Edited.Bit one, List<Edited.Bit> rest) {
    List<Edited.Bit> bits = new ArrayList<>();
    Matcher place = PLACE.matcher(message);
    int end = 0;
    while (place.find()) {
      bits.add(Edited.Bit.words(message.substring(end, place.start()).strip()));
      bits.addAll(place.group(1).equals("0") ? List.of(one) : rest);
      end = place.end();
    }
    bits.add(Edited.Bit.words(message.substring(end).strip()));
    return bits.stream().filter(bit -> bit.place() >= 0 || !bit.words().isEmpty()).toList();
  }

  private List<Edited.Bit> second(Sentences.Kind kind, String text, List<Control.Choice> choices) {
    return switch (kind.second()) {
      case NOTHING -> List.of();
      case NAME -> List.of(bit(words.of("sentence.where"), 1, text, choices));
      case WORDS -> List.of(bit(words.of("sentence.words"), 1, text, List.of()));
      case SOURCES -> sources(text, choices);
    };
  }

  /// A menu for each source and one for a further one; each value brings what stands before it.
  private List<Edited.Bit> sources(String text, List<Control.Choice> choices) {
    List<Edited.Bit> bits = new ArrayList<>();
    Matcher between = Sentences.BETWEEN.matcher(text);
    String before = "";
    int start = 0;
    while (between.find()) {
      bits.add(source(bits.size() + 1, before, text.substring(start, between.start()), choices));
      before = between.group();
      start = between.end();
    }
    bits.add(source(bits.size() + 1, before, text.substring(start), choices));
    if (bits.size() < MOST_SOURCES) {
      bits.add(source(bits.size() + 1, " or ", "", choices));
    }
    return bits;
  }

  private Edited.Bit source(int place, String before, String now, List<Control.Choice> choices) {
    if (place == 1) {
      return bit(words.of("sentence.where"), 1, now, choices);
    }
    List<Control.Choice> all = new ArrayList<>();
    all.add(new Control.Choice("", words.of("sentence.noOther"), "", now.isEmpty()));
    for (Control.Choice one : EditorShape.chosen(choices, now)) {
      String label = words.of("sentence.or", one.label());
      all.add(new Control.Choice(before + one.value(), label, "", one.chosen()));
    }
    return new Edited.Bit(
        words.of("sentence.orWhere"), place, now.isEmpty() ? "" : before + now, all);
  }

  private static Edited.Bit bit(String label, int place, String now, List<Control.Choice> choices) {
    return new Edited.Bit(
        label, place, now, choices.isEmpty() ? List.of() : EditorShape.chosen(choices, now));
  }
}
