package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tool of the golden file in which persons decide, executed.
class ReviewsTest {
  private static final String INPUTS =
      "{\"note\":\"The door is late.\",\"lines\":[{\"item\":\"door\",\"price\":\"100.00\"}]}";
  private static final String APPROVED =
      "{\"decision\":\"approved\",\"value\":null,\"fills\":{\"cost_impact\":\"no\","
          + "\"answer_by\":\"2026-12-01\",\"agreed\":\"yes\"},\"by\":\"Dana\",\"comment\":\"\"}";

  private static Flows flows;
  private static FlowProgram program;

  private final List<FlowCall> calls = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    flows = FlowTesting.patientFlows();
    String golden =
        Files.readString(
            Path.of("src/test/resources/dev/knowhow/flow/compile/a_person_decides.txt"));
    program = FlowTesting.program(golden.substring(golden.indexOf("----------\n") + 11));
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void whatAPersonApprovesAndFillsInIsKnownAfterwards() {
    Slice slice = run(_ -> APPROVED);
    assertThat(FlowTesting.results(slice))
        .isEqualTo(
            """
            {"letter":"Said 2.","total":"100.00","answer_by":"2026-12-01","reviewed":[\
            {"item":"door","price":"100.00","why":"Said 4.","agreed":true,"late_price":null}],\
            "more":null}\
            """);
    FlowCall review = reviews().getFirst();
    assertThat(ValueJson.print(review.arguments()))
        .isEqualTo(
            """
            {"step":"review_1","of":"letter","kind":"review","by":"doctor","value":"Said 2.",\
            "show":{"found.words":"door is late","total":"100.00"},\
            "fills":["cost_impact","answer_by"],"within":"259200","reasons":[],"maySendBack":true}\
            """);
    assertThat(reviews().get(1).lane()).isEqualTo("reviewed[1]");
    assertThat(slice.trace())
        .filteredOn(entry -> entry.kind() == TraceEntry.Kind.REVIEWED)
        .extracting(TraceEntry::step, TraceEntry::words)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("review_1", "approved"),
            org.assertj.core.groups.Tuple.tuple("review_2", "approved"));
  }

  @Test
  void whatIsSentBackIsAskedForAgainWithTheCommentAndReviewedAgain() {
    Slice slice =
        run(review ->
            review.step().equals("review_1") && reviews().size() == 1
                ? decision("sent back", "null", "Say it more kindly.")
                : APPROVED);
    assertThat(FlowTesting.results(slice)).contains("\"letter\":\"Said 4.\"");
    FlowCall again = calls.get(3);
    assertThat(again.name() + " " + again.step()).isEqualTo("ask letter");
    assertThat(ValueJson.print(again.arguments().get("again")))
        .isEqualTo(
            "{\"attempt\":\"2\",\"reasons\":[\"Say it more kindly.\"],\"previous\":\"Said 2.\"}");
    assertThat(reviews().get(1).arguments().get("value")).isEqualTo(Value.text("Said 4."));
  }

  @Test
  void itCanNotBeSentBackForEver() {
    Slice slice = run(_ -> decision("sent back", "null", "No."));
    assertThat(((Slice.Failed) slice).fault().kind()).isEqualTo(FlowFault.Kind.NOT_REVIEWED);
    assertThat(calls.stream().filter(call -> call.step().equals("letter"))).hasSize(6);
    assertThat(reviews().getLast().arguments().get("maySendBack")).isEqualTo(Value.yesNo(false));
  }

  @Test
  void anEditedAnswerIsCheckedAndShownAgainWithWhatDoesNotHold() {
    String tooLong = Js.text("word ".repeat(30).strip());
    Slice slice =
        run(review ->
            review.step().equals("review_1") && reviews().size() == 1
                ? decision("edited", tooLong, "")
                : APPROVED);
    assertThat(ValueJson.print(reviews().get(1).arguments().get("reasons")))
        .isEqualTo("[\"letter has 30 words. It may have at most 20.\"]");
    assertThat(FlowTesting.results(slice)).contains("\"letter\":" + tooLong);
  }

  @Test
  void nobodyLetsStandWhatTheHouseNeverSays() {
    Slice slice =
        run(review ->
            review.step().equals("review_1") && reviews().size() == 1
                ? decision("edited", "\"We guarantee it.\"", "")
                : APPROVED);
    assertThat(((Slice.Failed) slice).fault().kind()).isEqualTo(FlowFault.Kind.NOT_REVIEWED);
    assertThat(((Slice.Failed) slice).fault().step()).isEqualTo("review_1");
  }

  @Test
  void aLateReviewTakesItsBranch() {
    Slice slice = run(review -> decision("late", "null", ""));
    FlowResult result = ((Slice.Done) slice).result();
    assertThat(result.outcome()).isEqualTo(FlowResult.Outcome.CANT_SAY);
    assertThat(result.because()).isEqualTo("The doctor did not decide in time");

    calls.clear();
    Slice row =
        run(review -> review.step().equals("review_2") ? decision("late", "null", "") : APPROVED);
    assertThat(FlowTesting.results(row))
        .contains("\"why\":\"Said 4.\",\"agreed\":null,\"late_price\":\"100.00\"");
  }

  @Test
  void aPersonDecidesWhereChecksDoNotHold() {
    List<String> reasons = new ArrayList<>();
    Slice slice =
        run(
            INPUTS.replace("100.00", "0.00").replace("door is late", "window is late"),
            review -> {
              reasons.add(ValueJson.print(review.arguments().get("reasons")));
              return review.step().equals("found")
                  ? decision("edited", "{\"words\":\"window is late\",\"days\":null}", "")
                  : APPROVED;
            });
    assertThat(slice).isInstanceOf(Slice.Done.class);
    assertThat(reviews().getFirst().arguments().get("kind")).isEqualTo(Value.text("check"));
    assertThat(reviews().getFirst().arguments().get("by")).isEqualTo(Value.text("doctor"));
    assertThat(reviews().get(1).step()).isEqualTo("check_1");
    assertThat(reasons.subList(0, 2))
        .containsExactly(
            "[\"found.words: “door is late” is not in note word for word. Copy the words exactly.\"]",
            "[\"It does not hold: total is $0.00.\"]");
  }

  private List<FlowCall> reviews() {
    return calls.stream().filter(call -> call.name().equals("review")).toList();
  }

  private static String decision(String decision, String value, String comment) {
    return "{\"decision\":\""
        + decision
        + "\",\"value\":"
        + value
        + ",\"fills\":{},\"by\":\"Dana\",\"comment\":\""
        + comment
        + "\"}";
  }

  private Slice run(Function<FlowCall, String> decide) {
    return run(INPUTS, decide);
  }

  private Slice run(String inputs, Function<FlowCall, String> decide) {
    return FlowTesting.toTheEnd(
        flows,
        program,
        inputs,
        Map.of(),
        call -> {
          calls.add(call);
          return switch (call.name()) {
            case "review" -> decide.apply(call);
            default ->
                call.step().equals("found")
                    ? "{\"value\":{\"words\":\"door is late\",\"days\":null}}"
                    : "{\"value\":\"Said " + call.number() + ".\"}";
          };
        });
  }
}
