package dev.knowhow.web;

import dev.knowhow.price.Bucket;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the page of one step of a run.
final class StepPages {
  private final House house;
  private final Words words;
  private final Markdown markdown = new Markdown();

  StepPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// The page of a step.
  StepPage page(Frame frame, RunView run, StepView step) {
    return new StepPage(
        frame.in(run.version().house().id()),
        run.id(),
        run.version().tool().name(),
        step.words(),
        String.join(", ", MomentFacts.rows(words, step.lane())),
        run.sample().isPresent(),
        step.asked().stream().map(ask -> attempt(run, ask, step.asked().size())).toList(),
        step.checks().stream()
            .map(check -> new StepPage.Check(sentence(check), check.held(), check.reason()))
            .toList(),
        step.passages().stream()
            .map(passage ->
                new StepPage.Passage(
                    passage.title(), passage.heading(), markdown.html(passage.text())))
            .toList());
  }

  private String sentence(StepView.CheckView check) {
    return check.sentence().equals("never say") ? words.of("step.neverSay") : check.sentence();
  }

  private StepPage.Attempt attempt(RunView run, StepView.AskView ask, int of) {
    boolean sample = run.sample().isPresent();
    List<String> facts = new ArrayList<>();
    if (!sample) {
      ZoneId zone = house.rooms().accounts().workspace().zone();
      String key = ask.answer().isEmpty() ? "step.asked" : "step.askedAt";
      facts.add(words.of(key, Dates.second(ask.askedAt(), run.startedAt(), zone)));
    }
    if (!ask.answeredBy().isEmpty()) {
      facts.add(words.of(sample ? "step.sample" : "step.answeredBy", ask.answeredBy()));
    }
    if (!ask.why().isEmpty()) {
      facts.add(ask.why());
    }
    ask.took().ifPresent(took -> facts.add(words.of("run.took", Numbers.took(took))));
    String title =
        of == 1 ? words.of("step.question") : words.of("step.attempt", ask.attempt(), of);
    Optional<Value.Fields> fields = fields(ask.answer());
    return new StepPage.Attempt(
        title,
        facts,
        new Prompts(words).segments(ask.segments()),
        fields.map(answer -> parts(run, answer)).orElse(List.of()),
        ask.answer(),
        ask.usage().map(this::charge).orElse(List.of()),
        ask.cost().map(Money::shown).orElse(""));
  }

  /// An answer with fields, as a person reads it.
  private List<ResultPart> parts(RunView run, Value.Fields answer) {
    ResultParts parts =
        new ResultParts(words, markdown, run.sources(), Columns.of(run.version().tool()));
    return new ValueParts(parts).of(words.of("step.answer"), answer, Optional.empty());
  }

  /// The fields of an answer; empty for prose, and for what is no whole answer yet.
  private static Optional<Value.Fields> fields(String answer) {
    if (!answer.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ValueJson.parse(answer))
          .filter(Value.Fields.class::isInstance)
          .map(Value.Fields.class::cast);
    } catch (Problem _) {
      return Optional.empty();
    }
  }

  private List<StepPage.ChargeLine> charge(Usage usage) {
    return Arrays.stream(Bucket.values())
        .filter(bucket -> usage.in(bucket) > 0)
        .map(bucket ->
            new StepPage.ChargeLine(
                words.of("bucket." + bucket.name().toLowerCase(Locale.ROOT)),
                Numbers.grouped(usage.in(bucket))))
        .toList();
  }
}
