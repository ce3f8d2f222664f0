package dev.knowhow.web;

import dev.knowhow.flow.StepOutline.Kind;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The timeline of one run: its steps in the tool's order, what is still to do, the ways that were
/// taken and those that were not, and the rows of loops side by side. Makes one timeline.
final class Moments {
  /// What the flow calls its checks of the results.
  private static final String RESULTS = "results";

  private static final int MOST_LANES = 40;
  private static final int FEW_LANES = 6;
  private static final List<String> WORST_FIRST =
      List.of("failed", "stopped", "held", "waits", "running", "waiting", "done");

  private final Words words;
  private final RunView run;
  private final MomentFacts facts;
  private final boolean allRows;
  private final Map<Key, Integer> places = new HashMap<>();
  private final Set<Integer> told = new HashSet<>();
  private boolean blamed;

  /// @param allRows whether every row of a long list is shown
  Moments(Words words, RunView run, MomentFacts facts, boolean allRows) {
    this.words = words;
    this.run = run;
    this.facts = facts;
    this.allRows = allRows;
    for (int i = 0; i < run.steps().size(); i++) {
      StepView step = run.steps().get(i);
      places.putIfAbsent(new Key(step.step(), step.lane()), i);
    }
  }

  private record Key(String step, String lane) {}

  /// All steps; a failure stands at the step where it happened.
  List<Moment> all() {
    List<Moment> moments = new ArrayList<>(of(Branches.of(run.outline()), "", false));
    for (int i = 0; i < run.steps().size(); i++) {
      if (!told.contains(i)) {
        moments.add(moment(i, !run.steps().get(i).lane().isEmpty(), Moment.More.NONE));
      }
    }
    if (!blamed && run.problem().isPresent()) {
      moments.add(ending(run.problem().get()));
    }
    return moments;
  }

  private List<Moment> of(List<Branches> steps, String lane, boolean inner) {
    List<Moment> moments = new ArrayList<>();
    for (Branches each : steps) {
      Kind kind = each.step().kind();
      if (kind == Kind.FOR_EACH) {
        one(each, lane, inner, loop(each, lane)).ifPresent(moments::add);
      } else if (kind == Kind.CHOOSE) {
        choose(each, lane, inner, moments);
      } else if (kind != Kind.FINISH) {
        one(each, lane, inner, Moment.More.NONE).ifPresent(moments::add);
      }
    }
    return moments;
  }

  private Optional<Moment> one(Branches step, String lane, boolean inner, Moment.More more) {
    Optional<Integer> place = place(step, lane);
    if (place.isPresent()) {
      return place.map(index -> moment(index, inner, more));
    }
    if (more.rows().isEmpty() && run.state().ended()) {
      return Optional.empty();
    }
    return Optional.of(
        new Moment(
            "waiting",
            words.of("moment.waiting"),
            sentence(step.step().words(), step.step().kind() == Kind.FOR_EACH),
            inner,
            Moment.Facts.NONE,
            more,
            Optional.empty()));
  }

  private Optional<Integer> place(Branches step, String lane) {
    return Optional.ofNullable(places.get(new Key(step.step().id(), lane)));
  }

  /// A choice with all its ways, and the steps of the way that was taken.
  private void choose(Branches choice, String lane, boolean inner, List<Moment> moments) {
    Optional<StepView> made = place(choice, lane).map(run.steps()::get);
    List<StepView.WayView> looked = made.map(StepView::ways).orElse(List.of());
    List<Moment.Way> ways = new ArrayList<>();
    List<Moment> inside = new ArrayList<>();
    for (int i = 0; i < choice.inside().size(); i++) {
      Branches way = choice.inside().get(i);
      boolean taken = i < looked.size() && looked.get(i).holds().orElse(false);
      if (!looked.isEmpty()) {
        ways.add(way(way, taken, i < looked.size() ? looked.get(i).because() : ""));
      }
      if (taken) {
        inside.addAll(of(way.inside(), lane, true));
      }
    }
    one(choice, lane, inner, new Moment.More(ways, Optional.empty(), List.of()))
        .ifPresent(moments::add);
    moments.addAll(inside);
  }

  private Moment.Way way(Branches way, boolean taken, String because) {
    String spoken = words.of(taken ? "moment.taken" : "moment.notTaken");
    return new Moment.Way(
        taken, whither(way), because.isEmpty() ? spoken : spoken + ", " + because);
  }

  /// Where a way leads, in its author's words: the condition itself is a formula.
  private String whither(Branches way) {
    if (way.inside().isEmpty()) {
      return words.of("moment.way.on");
    }
    Branches first = way.inside().getFirst();
    String leads = sentence(first.step().words(), first.step().kind() == Kind.FOR_EACH);
    int more = way.inside().size() - 1;
    return more == 0 ? leads : leads + words.count("moment.way.more", more);
  }

  /// The rows of a loop, as far as they have begun.
  private Moment.More loop(Branches loop, String lane) {
    String prefix = (lane.isEmpty() ? "" : lane + ".") + loop.step().id();
    Map<Integer, List<Moment>> begun = new TreeMap<>();
    Pattern row = Pattern.compile(Pattern.quote(prefix) + "\\[([0-9]{1,6})\\].*");
    for (StepView step : run.steps()) {
      Matcher matcher = row.matcher(step.lane());
      if (matcher.matches()) {
        int number = Integer.parseInt(matcher.group(1));
        if (!begun.containsKey(number)) {
          begun.put(number, of(loop.inside(), prefix + "[" + number + "]", false));
        }
      }
    }
    if (begun.isEmpty()) {
      return Moment.More.NONE;
    }
    List<Moment.Lane> lanes = new ArrayList<>();
    begun.forEach((number, moments) -> lanes.add(lane(prefix, number, moments, begun.size())));
    int all =
        Math.max(lanes.size(), place(loop, lane).map(i -> run.steps().get(i).rows()).orElse(0));
    return new Moment.More(List.of(), Optional.of(rows(prefix, lanes, all)), List.of());
  }

  private Moment.Rows rows(String key, List<Moment.Lane> lanes, int all) {
    long done = lanes.stream().filter(one -> one.state().equals("done")).count();
    boolean going = lanes.stream().anyMatch(one -> !one.state().equals("done"));
    List<Moment.Lane> shown =
        allRows || lanes.size() <= MOST_LANES
            ? lanes
            : lanes.stream().filter(one -> !one.state().equals("done")).limit(MOST_LANES).toList();
    int hidden = lanes.size() - shown.size();
    return new Moment.Rows(
        key,
        words.of("moment.rows", Numbers.grouped(done), Numbers.grouped(all)),
        going || lanes.size() <= FEW_LANES,
        shown,
        hidden == 0 ? "" : words.of("moment.rows.all", Numbers.grouped(hidden)));
  }

  private Moment.Lane lane(String prefix, int number, List<Moment> moments, int of) {
    String state =
        WORST_FIRST.stream()
            .filter(one -> moments.stream().anyMatch(moment -> moment.state().equals(one)))
            .findFirst()
            .orElse("done");
    boolean started = moments.stream().anyMatch(moment -> moment.state().equals("done"));
    String shown =
        state.equals("waiting") && started && run.state() == RunState.RUNNING ? "running" : state;
    Money cost = facts.costOf(prefix + "[" + number + "]");
    return new Moment.Lane(
        prefix + "-" + number,
        words.of("moment.row", number),
        shown,
        words.of("moment." + shown),
        cost.isZero() ? "" : cost.shown(),
        of <= 2 || shown.equals("failed"),
        moments);
  }

  private Moment moment(int index, boolean inner, Moment.More more) {
    told.add(index);
    StepView step = run.steps().get(index);
    String state = more.rows().map(this::stateOf).orElseGet(() -> facts.state(step));
    Optional<Moment.Trouble> trouble =
        more.rows().isPresent() ? Optional.empty() : trouble(step, state);
    boolean loop = more.rows().isPresent() || step.rows() > 0;
    return new Moment(
        state,
        words.of("moment." + state),
        step.step().equals(RESULTS) ? words.of("moment.results") : sentence(step.words(), loop),
        inner,
        facts.of(index, loop),
        new Moment.More(more.ways(), more.rows(), facts.logs(step)),
        trouble);
  }

  /// A loop stands where the row stands that needs attention most.
  private String stateOf(Moment.Rows rows) {
    return WORST_FIRST.stream()
        .filter(one -> rows.lanes().stream().anyMatch(lane -> lane.state().equals(one)))
        .findFirst()
        .orElse("done");
  }

  private static String sentence(String stepWords, boolean loop) {
    int colon = loop ? stepWords.indexOf(": ") : -1;
    String plain = loop && colon < 0 ? stepWords.replaceAll("[._]", " ") : stepWords;
    String sentence = plain.substring(colon < 0 ? 0 : colon + 2);
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private Optional<Moment.Trouble> trouble(StepView step, String state) {
    if (!state.equals("failed") && !state.equals("held")) {
      return Optional.empty();
    }
    Optional<Problem> here =
        run.problem()
            .filter(p -> p.where().isEmpty() ? !blamed : p.where().startsWith(step.step()));
    blamed |= here.isPresent();
    return here.map(problem ->
        new Moment.Trouble(Visit.sentence(problem.what(), ""), problem.hint(), Optional.empty()));
  }

  private Moment ending(Problem problem) {
    String state = run.state() == RunState.PARKED ? "held" : "failed";
    return new Moment(
        state,
        words.of("moment." + state),
        words.of("moment." + state + ".words"),
        false,
        Moment.Facts.NONE,
        Moment.More.NONE,
        Optional.of(
            new Moment.Trouble(
                Visit.sentence(problem.what(), ""), problem.hint(), Optional.empty())));
  }
}
