package dev.knowhow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.knowhow.price.Bucket;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Makes the page of one step of a run.
final class StepPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Words words;
  private final Markdown markdown = new Markdown();

  StepPages(Words words) {
    this.words = words;
  }

  /// The page of a step.
  StepPage page(Frame frame, RunView run, StepView step) {
    return new StepPage(
        frame.in(run.version().house().id()),
        run.id(),
        run.version().tool().name(),
        step.words(),
        step.lane(),
        run.sample().isPresent(),
        step.asked().stream()
            .map(ask -> attempt(ask, step.asked().size(), run.sample().isPresent()))
            .toList(),
        step.checks().stream()
            .map(check -> new StepPage.Check(check.sentence(), check.held(), check.reason()))
            .toList(),
        step.passages().stream()
            .map(passage ->
                new StepPage.Passage(
                    passage.title(), passage.heading(), markdown.html(passage.text())))
            .toList());
  }

  private StepPage.Attempt attempt(StepView.AskView ask, int of, boolean sample) {
    List<String> facts = new ArrayList<>();
    if (!ask.answeredBy().isEmpty()) {
      facts.add(words.of(sample ? "step.sample" : "step.answeredBy", ask.answeredBy()));
    }
    if (!ask.why().isEmpty()) {
      facts.add(ask.why());
    }
    ask.took().ifPresent(took -> facts.add(words.of("run.took", Numbers.took(took))));
    String title =
        of == 1 ? words.of("step.question") : words.of("step.attempt", ask.attempt(), of);
    return new StepPage.Attempt(
        title,
        facts,
        new Prompts(words).segments(ask.segments()),
        readable(ask.answer()),
        ask.usage().map(this::charge).orElse(List.of()),
        ask.cost().map(Money::shown).orElse(""));
  }

  /// An answer with fields, one to a line; any other as it came.
  private static String readable(String answer) {
    if (!answer.stripLeading().startsWith("{")) {
      return answer;
    }
    try {
      return JSON.readTree(answer).toPrettyString();
    } catch (JsonProcessingException _) {
      return answer;
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
