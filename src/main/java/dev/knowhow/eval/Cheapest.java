package dev.knowhow.eval;

import dev.knowhow.eval.TrialView.CellView;
import dev.knowhow.price.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The cheapest way to run a tool whose part of passed examples reaches a bar.
///
/// A way is recommended only where all examples were judged: one that was cut short by the cap may
/// have passed the easy ones. Pure.
///
/// @param contenders the live columns of a trial, in their order
/// @param bar the part that must pass, from 0 to 1
/// @param frontier the contenders, counted from 0, that no other one beats: none passes more for
///   the same or less, or as much for less
/// @param recommended the contender that is recommended, counted from 0; empty where none reaches
///   the bar
/// @param words the recommendation as sentences
public record Cheapest(
    List<Contender> contenders,
    double bar,
    List<Integer> frontier,
    OptionalInt recommended,
    String words) {

  /// Copies the lists.
  public Cheapest {
    contenders = List.copyOf(contenders);
    frontier = List.copyOf(frontier);
  }

  /// The recommendation from a trial whose live columns are the ways.
  public static Cheapest of(TrialView trial, double bar) {
    List<Contender> contenders = new ArrayList<>();
    for (int column = 0; column < trial.columns().size(); column++) {
      if (trial.columns().get(column).column().isLive()) {
        contenders.add(
            contender(trial.columns().get(column).column().label(), trial.cells(column)));
      }
    }
    return of(contenders, bar);
  }

  /// The recommendation among some ways.
  public static Cheapest of(List<Contender> contenders, double bar) {
    OptionalInt recommended =
        IntStream.range(0, contenders.size())
            .filter(i -> contenders.get(i).whole() && contenders.get(i).rate().rate() >= bar)
            .boxed()
            .min(
                Comparator.comparing((Integer i) -> contenders.get(i).perRun())
                    .thenComparingDouble(i -> -contenders.get(i).rate().rate())
                    .thenComparing(i -> contenders.get(i).took()))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    List<Integer> frontier =
        IntStream.range(0, contenders.size())
            .filter(i -> contenders.get(i).rate().of() > 0)
            .filter(i -> contenders.stream().noneMatch(other -> beats(other, contenders.get(i))))
            .boxed()
            .toList();
    return new Cheapest(
        contenders, bar, frontier, recommended, words(contenders, bar, recommended));
  }

  private static boolean beats(Contender one, Contender other) {
    if (one.rate().of() == 0) {
      return false;
    }
    int cost = one.perRun().compareTo(other.perRun());
    int rate = Double.compare(one.rate().rate(), other.rate().rate());
    return cost <= 0 && rate >= 0 && (cost < 0 || rate > 0);
  }

  private static Contender contender(String label, List<CellView> cells) {
    List<CellView> judged = cells.stream().filter(cell -> cell.outcome().judged()).toList();
    int passed = (int) judged.stream().filter(cell -> cell.outcome().passed()).count();
    Money cost = judged.stream().map(CellView::cost).reduce(Money.ZERO, Money::plus);
    Duration took = judged.stream().map(CellView::took).reduce(Duration.ZERO, Duration::plus);
    int runs = Math.max(1, judged.size());
    return new Contender(
        label,
        new Wilson(passed, judged.size()),
        cells.size() - judged.size(),
        new Money(Math.ceilDiv(cost.picos(), runs)),
        took.dividedBy(runs));
  }

  private static String words(List<Contender> contenders, double bar, OptionalInt recommended) {
    List<String> sentences = new ArrayList<>();
    if (recommended.isPresent()) {
      Contender best = contenders.get(recommended.getAsInt());
      sentences.add(
          best.label()
              + " is the cheapest that passes: "
              + best.rate().passed()
              + " of "
              + best.rate().of()
              + " examples, about "
              + best.perRun().shown()
              + " a run.");
    } else {
      sentences.add("None passes " + percent(bar) + " of the examples.");
      closest(contenders)
          .ifPresent(best ->
              sentences.add(
                  best.label()
                      + " comes closest: "
                      + best.rate().passed()
                      + " of "
                      + best.rate().of()
                      + "."));
    }
    unjudged(contenders).ifPresent(sentences::add);
    int most = contenders.stream().mapToInt(each -> each.rate().of()).max().orElse(0);
    if (most > 0 && new Wilson(0, most).isFew()) {
      sentences.add(few(contenders, recommended, most));
    }
    return String.join(" ", sentences);
  }

  private static Optional<Contender> closest(List<Contender> contenders) {
    return contenders.stream()
        .filter(Contender::whole)
        .max(
            Comparator.comparingDouble((Contender each) -> each.rate().rate())
                .thenComparing(Contender::perRun, Comparator.reverseOrder()));
  }

  private static Optional<String> unjudged(List<Contender> contenders) {
    List<String> cut =
        contenders.stream().filter(each -> !each.whole()).map(Contender::label).toList();
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(" and ", cut)
                + (cut.size() == 1 ? " was" : " were")
                + " not judged on all examples and can't be recommended.");
  }

  /// Says what few examples leave open.
  private static String few(List<Contender> contenders, OptionalInt recommended, int most) {
    String count = count(most);
    String few =
        count.substring(0, 1).toUpperCase(Locale.ROOT)
            + count.substring(1)
            + (most == 1 ? " example is" : " examples are")
            + " few";
    if (recommended.isEmpty()) {
      return few + ".";
    }
    Wilson rate = contenders.get(recommended.getAsInt()).rate();
    return few
        + ": on many more it may pass from "
        + percent(rate.low())
        + " to "
        + percent(rate.high())
        + " of them.";
  }

  private static String count(int number) {
    String[] words = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    return number < words.length ? words[number] : Integer.toString(number);
  }

  private static String percent(double part) {
    return Math.round(part * 100) + "%";
  }
}
