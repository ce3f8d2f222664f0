package dev.knowhow.web;

import dev.knowhow.run.ReviewView;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.TypedForm;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the page of a review.
final class ReviewPages {
  private static final int LONG_TEXT = 16;

  private final House house;
  private final Words words;
  private final Markdown markdown = new Markdown();

  ReviewPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// What a form of a review holds, and what is wrong with it.
  ///
  /// @param faults by input, or by `input.row.column`
  /// @param more the table that gets one more row, or empty
  /// @param problem what is wrong with the form as a whole, or empty
  record Filling(
      TypedForm typed,
      String comment,
      Map<String, String> faults,
      String more,
      Optional<String> commentFault,
      String problem) {
    /// Copies the map.
    Filling {
      faults = Map.copyOf(faults);
    }

    /// A form without faults.
    static Filling of(TypedForm typed, String comment) {
      return new Filling(typed, comment, Map.of(), "", Optional.empty(), "");
    }
  }

  /// The page of a review with its form as it was proposed.
  ReviewPage page(Visit visit, ReviewView review) {
    return page(visit, review, Filling.of(ReviewForm.of(review).proposed(), ""));
  }

  /// The page of a review with its form filled.
  ReviewPage page(Visit visit, ReviewView review, Filling filling) {
    RunView run = house.rooms().runs().view(visit.actor(), review.runId());
    boolean open = review.decided().isEmpty() && !run.state().ended();
    boolean yours = open && Waits.mayDecide(visit.actor(), run, review.by());
    ReviewForm form = ReviewForm.of(review);
    boolean inForm = yours && !form.edits().isEmpty();
    Frame frame =
        visit
            .frame(review.words(), "reviews")
            .in(run.version().house().id())
            .with(
                house.assets().address("/static/js/rows.js"),
                house.assets().address("/static/js/review.js"));
    ValueParts parts = parts(run);
    return new ReviewPage(
        frame,
        review.id(),
        head(review, run),
        yours,
        banner(review, run, yours, filling),
        inForm ? List.of() : new Settled(words, parts, review).parts(),
        new Settled(words, parts, review).changes(),
        yours ? form(visit, form, filling) : ReviewPage.Form.NONE,
        beside(review, run, parts, yours ? List.of() : lost(form, filling)));
  }

  private ValueParts parts(RunView run) {
    return new ValueParts(
        new ResultParts(words, markdown, run.sources(), Columns.of(run.version().tool())));
  }

  private ReviewPage.Head head(ReviewView review, RunView run) {
    ZoneId zone = zone();
    List<String> facts = new ArrayList<>();
    facts.add(words.of("review.asked", review.startedBy(), Dates.moment(review.since(), zone)));
    MomentFacts.rows(words, review.lane()).forEach(row -> facts.add(Visit.sentence(row, "")));
    if (review.decided().isEmpty()) {
      facts.add(turn(review));
      review
          .until()
          .ifPresent(until -> facts.add(words.of("review.until", Dates.moment(until, zone))));
    }
    return new ReviewPage.Head(
        review.toolName(),
        run.version().house().name(),
        Visit.sentence(review.words(), "").replaceAll("\\.$", ""),
        review.runId(),
        facts);
  }

  private String turn(ReviewView review) {
    return Visit.sentence(words.of("review.decides", Waits.turn(words, review.by())), "");
  }

  private ZoneId zone() {
    return house.rooms().accounts().workspace().zone();
  }

  private Optional<RunPage.Banner> banner(
      ReviewView review, RunView run, boolean yours, Filling filling) {
    boolean withdrawn =
        review.decided().filter(one -> one.decision().equals("withdrawn")).isPresent();
    if (review.decided().isPresent() && !withdrawn) {
      return Optional.of(ended(review, review.decided().get(), filling));
    }
    if (withdrawn || run.state().ended()) {
      String key = run.state() == RunState.STOPPED ? "review.stopped" : "review.over";
      return Optional.of(plain("warning", words.of(key), words.of("review.over.text")));
    }
    if (!filling.problem().isEmpty()) {
      return Optional.of(plain("bad", words.of("review.problem"), filling.problem()));
    }
    return yours
        ? Optional.empty()
        : Optional.of(
            plain(
                "accent",
                words.of("waits.other", Waits.turn(words, review.by())),
                words.of("review.readOnly")));
  }

  private RunPage.Banner ended(ReviewView review, ReviewView.Decided decided, Filling filling) {
    String when = Dates.near(decided.at(), review.since(), zone());
    String level = Decisions.isApproval(decided) ? "good" : "warning";
    String text = decided.comment().isEmpty() ? "" : words.of("review.said", decided.comment());
    String late = filling.problem().isEmpty() ? text : filling.problem() + " " + text;
    return plain(level, Decisions.sentence(words, decided, when), late.strip());
  }

  private static RunPage.Banner plain(String level, String title, String text) {
    return new RunPage.Banner(level, title, text, Optional.empty());
  }

  private ReviewPage.Form form(Visit visit, ReviewForm form, Filling filling) {
    ToolFields fields = new ToolFields(house, form.review().toolId(), visit.actor());
    List<Field> edits =
        fields.of(form.edits(), filling.typed(), filling.faults(), filling.more()).stream()
            .map(field -> roomy(field, form))
            .toList();
    List<Field> fills = fields.of(form.fills(), filling.typed(), filling.faults(), filling.more());
    List<Field> all = new ArrayList<>(edits);
    all.addAll(fills);
    List<Field.Fault> faults = new ArrayList<>(Field.faultsOf(all));
    filling
        .commentFault()
        .ifPresent(
            fault -> faults.add(new Field.Fault("comment", words.of("review.comment"), fault)));
    return new ReviewPage.Form(
        edits,
        fills,
        faults,
        filling.comment(),
        filling.commentFault(),
        form.review().maySendBack());
  }

  /// A text that is the whole of what is proposed gets the room of a letter.
  private static Field roomy(Field field, ReviewForm form) {
    boolean whole = form.review().type().filter(Type.Paragraph.class::isInstance).isPresent();
    return whole && field.control() instanceof Control.Lines lines
        ? new Field(
            field.name(),
            field.label(),
            field.help(),
            field.required(),
            false,
            field.fault(),
            new Control.Lines(lines.value(), LONG_TEXT, ""))
        : field;
  }

  private ReviewPage.Beside beside(
      ReviewView review, RunView run, ValueParts parts, List<RunPage.FilledIn> lost) {
    return new ReviewPage.Beside(
        review.reasons().stream().map(reason -> Visit.sentence(reason, "")).toList(),
        review.shown().stream()
            .flatMap(one -> parts.beside(one.label(), one.kind(), one.value()).stream())
            .toList(),
        SourceLine.of(RunPages.sources(run)),
        RunPages.filledIn(run, words),
        lost);
  }

  /// What was typed in a form that can't be taken any more, to be copied from.
  private static List<RunPage.FilledIn> lost(ReviewForm form, Filling filling) {
    TypedForm before = form.proposed();
    List<RunPage.FilledIn> lost = new ArrayList<>();
    form.inputs()
        .forEach(input -> {
          String typed = String.join("\n", filling.typed().texts(input.name()));
          if (!typed.isBlank() && !typed.equals(String.join("\n", before.texts(input.name())))) {
            lost.add(new RunPage.FilledIn(input.label(), typed));
          }
        });
    if (!filling.comment().isBlank()) {
      lost.add(new RunPage.FilledIn("", filling.comment()));
    }
    return lost;
  }

  /// The open reviews of a person.
  InboxPage inbox(Visit visit) {
    return new InboxPage(
        visit.frame(words.of("inbox.title"), "reviews"),
        house.rooms().runs().inbox(visit.actor()).stream().map(this::row).toList());
  }

  private InboxPage.Row row(ReviewView review) {
    ZoneId zone = zone();
    List<String> rows = MomentFacts.rows(words, review.lane());
    return new InboxPage.Row(
        review.id(),
        Visit.sentence(review.words(), "").replaceAll("\\.$", ""),
        rows.isEmpty() ? review.toolName() : review.toolName() + ", " + String.join(", ", rows),
        review.startedBy(),
        Dates.moment(review.since(), zone),
        review.until().map(until -> Dates.moment(until, zone)).orElse(""));
  }
}
