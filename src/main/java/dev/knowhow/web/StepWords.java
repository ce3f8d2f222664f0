package dev.knowhow.web;

import dev.knowhow.tool.yaml.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a step does as a sentence whose changeable words stand out.
///
/// Read from the file as it is, so that it works while the tool has faults.
final class StepWords {
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

  private final Words words;

  StepWords(Words words) {
    this.words = words;
  }

  /// A piece of a sentence.
  record Span(String text, boolean strong) {}

  /// The key that tells what kind of step it is; empty where there is none.
  static String kind(Section step) {
    return step.entries().stream()
        .map(Section.NamedSection::name)
        .filter(name ->
            List.of(
                    "ask",
                    "work towards",
                    "look up",
                    "calculate",
                    "for each",
                    "choose",
                    "match",
                    "review",
                    "use a tool")
                .contains(name))
        .findFirst()
        .orElse(step.has("check") ? "check" : "");
  }

  /// The step's sentence.
  List<Span> sentence(Section step) {
    String does = uncapital(step.text("does"));
    return switch (kind(step)) {
      case "ask" -> spans("step.ask", step.text("tier", "standard"), does(does, step.text("ask")));
      case "work towards" ->
          spans("step.goal", step.text("tier", "standard"), does(does, step.text("work towards")));
      case "look up" -> {
        Section what = step.at("look up");
        yield does.isEmpty()
            ? spans("step.lookUp", listed(what.at("in")), what.text("for"))
            : own(step.text("does"));
      }
      case "calculate" ->
          does.isEmpty()
              ? spans("step.calculate", named(step.at("calculate")))
              : own(step.text("does"));
      case "for each" -> spans("step.forEach", step.text("for each").replace(" in ", " in "));
      case "choose" -> does.isEmpty() ? spans("step.choose") : own(step.text("does"));
      case "match" -> spans("step.match", step.text("match"), listed(step.at("on")));
      case "check" -> checks(step.at("check").items(), step.text("does"));
      case "review" -> {
        String by = step.text("by", words.of("step.person"));
        yield spans("step.review", by, does(does, step.text("review")));
      }
      case "use a tool" ->
          spans("step.useTool", step.text("use a tool"), does(does, step.text("gives")));
      default -> spans("step.unknown");
    };
  }

  /// A sentence as plain text.
  static String plain(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /// A few words about a step for the outline.
  String brief(Section step) {
    String does = step.text("does");
    String sentence =
        does.isEmpty() || kind(step).equals("for each") ? plain(sentence(step)) : does;
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /// What a step gives and what happens when its checks do not hold, or empty.
  String below(Section step) {
    List<String> facts = new ArrayList<>();
    String gives = named(step.at("returns"));
    if (!gives.isEmpty()) {
      facts.add(words.of("step.gives", gives));
    } else if (step.has("gives")) {
      facts.add(words.of("step.gives", step.text("gives")));
    }
    int checks = kind(step).equals("check") ? 0 : step.at("check").items().size();
    if (checks > 0) {
      facts.add(words.count("step.checks", checks));
    }
    List<Section> otherwise = step.at("otherwise").items();
    if (!otherwise.isEmpty()) {
      facts.add(
          words.of(
              "step.otherwise",
              otherwise.stream()
                  .map(one -> word(one.text()))
                  .collect(Collectors.joining(words.of("step.then")))));
    }
    return String.join(" · ", facts);
  }

  private String word(String word) {
    return uncapital(new KeyWords(words).word(word));
  }

  private List<Span> checks(List<Section> checks, String does) {
    if (!does.isEmpty()) {
      return own(does);
    }
    return checks.size() == 1
        ? spans("step.check", checks.getFirst().text())
        : spans("step.checkMany", Integer.toString(checks.size()));
  }

  private List<Span> own(String does) {
    String first = does.substring(0, 1).toUpperCase(Locale.ROOT);
    return List.of(new Span(first + does.substring(1), true));
  }

  private static String does(String does, String name) {
    return does.isEmpty() ? name : does;
  }

  private List<Span> spans(String key, String... values) {
    String message = words.of(key);
    List<Span> spans = new ArrayList<>();
    Matcher place = PLACE.matcher(message);
    int end = 0;
    while (place.find()) {
      spans.add(new Span(message.substring(end, place.start()), false));
      spans.add(new Span(values[Integer.parseInt(place.group(1))], true));
      end = place.end();
    }
    spans.add(new Span(message.substring(end), false));
    return spans.stream().filter(span -> !span.text().isEmpty()).toList();
  }

  private static String listed(Section list) {
    return list.items().stream().map(Section::text).collect(Collectors.joining(", "));
  }

  private static String named(Section named) {
    return named.entries().stream()
        .map(Section.NamedSection::name)
        .collect(Collectors.joining(", "));
  }

  private static String uncapital(String words) {
    boolean isName = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    return words.isEmpty() || isName
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
