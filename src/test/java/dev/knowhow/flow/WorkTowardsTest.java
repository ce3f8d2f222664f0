package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tool of the golden file in which a model works towards a goal, executed.
class WorkTowardsTest {
  private static final String INPUTS =
      "{\"note\":\"It is 90 days late. We owe $1,000.00 and $24.66.\",\"rate\":\"0.1\",\"lines\":[]}";
  private static final String ANSWER =
      "{\"move\":\"answer\",\"answer_amount\":\"24.66\",\"answer_because\":\"It is $24.66.\"}";
  private static final String LAST = "{\"move\":\"answer\",\"answer\":\"It is paid.\"}";
  private static final String APPROVED = "{\"decision\":\"approved\",\"fills\":{},\"by\":\"Dana\"}";

  private static Flows flows;
  private static FlowProgram program;
  private final List<FlowCall> calls = new ArrayList<>();
  private final Deque<String> moves = new ArrayDeque<>();
  private String spent = "\"spent\":{\"tokens\":\"100\",\"picos\":\"1000000000\"}";
  private String words = "One two three four five six";
  private String now = "2026-11-24T15:05:00Z";

  @BeforeAll
  static void start() throws IOException {
    flows = FlowTesting.patientFlows();
    String golden =
        Files.readString(
            Path.of(
                "src/test/resources/dev/knowhow/flow/compile/a_model_works_towards_a_goal.txt"));
    program = FlowTesting.program(golden.substring(golden.indexOf("----------\n") + 11));
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void theModelUsesWhatItWasGivenAndIsToldWhatCameOfIt() {
    moves.add("{\"move\":\"rules\",\"why\":\"to know\",\"rules_for\":\"interest\"}");
    moves.add("{\"move\":\"interest\",\"interest_amount\":\"1000.00\",\"interest_days\":\"90\"}");
    moves.add("{\"move\":\"eligibility\",\"eligibility_plan\":\"A\"}");
    moves.add(ANSWER);
    Slice slice = run(INPUTS);
    assertThat(FlowTesting.results(slice))
        .isEqualTo("{\"amount\":\"24.66\",\"told\":[],\"last\":\"It is paid.\"}");
    List<FlowCall> turns = turns();
    assertThat(turns.getFirst().arguments().get("turn"))
        .isEqualTo(
            ValueJson.parse(
                "{\"number\":\"1\",\"done\":[],\"left\":{\"calls\":\"3\",\"tokens\":\"20000\"}}"));
    assertThat(ValueJson.print(turns.get(3).arguments().get("turn")))
        .isEqualTo(
            """
            {"number":"4","done":[\
            {"move":"rules: for interest (to know)","came":"Rules, Late:\\nPay 10%."},\
            {"move":"interest: amount $1,000.00, days 90","came":"It is $24.66."},\
            {"move":"eligibility: plan A, visit not stated","came":"covered: yes\\nuntil: not stated"}],\
            "left":{"calls":"0","tokens":"19700"}}\
            """);
    assertThat(worked(slice)).endsWith("reached in 4 turns", "reached in 1 turn");
  }

  @Test
  void anAnswerThatDoesNotHoldGoesOnWithTheReasons() {
    moves.add(ANSWER.replace("24.66\",", "0.00\",").replace("$24.66", "$99"));
    moves.add("{\"move\":\"answer\",\"answer_amount\":\"24.66\",\"answer_because\":null}");
    moves.add("{\"move\":\"nothing\"}");
    moves.add(ANSWER);
    Slice slice = run(INPUTS);
    assertThat(slice).isInstanceOf(Slice.Done.class);
    String turn = ValueJson.print(turns().get(3).arguments().get("turn"));
    assertThat(turn)
        .contains(
            "Not accepted. It does not hold: owed.amount is $0.00.",
            "“$99” is not in note or owed.amount.",
            "Not accepted. because: found nothing, wanted a value.",
            "There is nothing called nothing to use.");
  }

  @Test
  void itSaysWhichPartOfItsBudgetEnded() {
    assertThat(endedBy("{\"move\":\"rules\",\"rules_for\":\"x\"}")).isEqualTo("4 calls");
    spent = "\"spent\":{\"tokens\":\"9000\",\"picos\":\"1\"}";
    assertThat(endedBy("{\"move\":\"rules\",\"rules_for\":\"x\"}")).isEqualTo("20000 tokens");
    assertThat(turns()).hasSize(3);
    spent = "\"spent\":{\"tokens\":\"1\",\"picos\":\"250000000000\"}";
    assertThat(endedBy("{\"move\":\"rules\",\"rules_for\":\"x\"}")).isEqualTo("$0.50");
    assertThat(turns()).hasSize(2);
    spent = "\"spent\":{\"tokens\":\"1\",\"picos\":\"1\"}";
    now = "";
    assertThat(endedBy("{\"move\":\"rules\",\"rules_for\":\"x\"}")).isEqualTo("10 minutes");
    assertThat(turns()).hasSize(1);
  }

  @Test
  void theBestAnswerSoFarIsTakenWhereTheAuthorSaysSo() {
    moves.add(ANSWER);
    String lines = INPUTS.replace("[]", "[{\"item\":\"door\",\"price\":\"1.00\"}]");
    Slice slice = run(lines);
    assertThat(FlowTesting.results(slice)).contains("\"words\":\"One two three four five six\"");

    words = "We guarantee it";
    moves.add(ANSWER);
    FlowFault fault = ((Slice.Failed) run(lines)).fault();
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.BUDGET_SPENT);
    assertThat(fault.what())
        .contains("words was not reached within its budget of 2 calls.", "We guarantee it");
    assertThat(fault.line()).isPositive();
    assertThat(fault.lane()).isEqualTo("told[1]");
  }

  @Test
  void whatAPersonSendsBackIsWorkedOnFurther() {
    moves.add(ANSWER);
    moves.add(LAST);
    moves.add(LAST.replace("It", "All"));
    Slice slice =
        FlowTesting.toTheEnd(
            flows,
            program,
            INPUTS,
            Map.of(),
            call ->
                call.name().equals("review") && noneOf("review")
                    ? say(
                        call, "{\"decision\":\"sent back\",\"comment\":\"Say all.\",\"by\":\"D\"}")
                    : answer(call));
    assertThat(FlowTesting.results(slice)).contains("\"last\":\"All is paid.\"");
    assertThat(ValueJson.print(calls.get(calls.size() - 2).arguments()))
        .contains("A person sent it back: Say all.");
  }

  private String endedBy(String move) {
    calls.clear();
    for (int i = 0; i < 4; i++) {
      moves.add(move);
    }
    Slice slice = run(INPUTS);
    moves.clear();
    FlowResult result = ((Slice.Done) slice).result();
    assertThat(result.outcome()).isEqualTo(FlowResult.Outcome.CANT_SAY);
    String ended = worked(slice).getLast().substring("ended by its budget of ".length());
    assertThat(result.because()).isEqualTo("owed was not reached within its budget of " + ended);
    return ended;
  }

  private static List<String> worked(Slice slice) {
    return slice.trace().stream()
        .filter(entry -> entry.kind() == TraceEntry.Kind.WORKED)
        .map(TraceEntry::words)
        .toList();
  }

  private List<FlowCall> turns() {
    return calls.stream()
        .filter(call -> call.name().equals("ask") && call.step().equals("owed"))
        .toList();
  }

  private boolean noneOf(String name) {
    return calls.stream().noneMatch(call -> call.name().equals(name));
  }

  private Slice run(String inputs) {
    return FlowTesting.toTheEnd(flows, program, inputs, Map.of(), this::answer);
  }

  private String say(FlowCall call, String answer) {
    calls.add(call);
    return answer;
  }

  private String answer(FlowCall call) {
    calls.add(call);
    return switch (call.name()) {
      case "lookUp" ->
          "[{\"text\":\"Pay 10%.\",\"title\":\"Rules\",\"heading\":\"Late\",\"source\":\"rules\"}]";
      case "useTool" ->
          "{\"outcome\":\"result\",\"because\":\"\",\"results\":{\"covered\":true,\"until\":null}}";
      case "review" -> APPROVED;
      case "now" -> "\"" + clock() + "\"";
      default -> "{\"value\":" + move(call) + "," + spent + "}";
    };
  }

  private String clock() {
    boolean later = calls.stream().filter(call -> call.name().equals("now")).count() > 1;
    return now.isEmpty() ? (later ? "2026-11-24T15:15:00Z" : "2026-11-24T15:05:00Z") : now;
  }

  private String move(FlowCall call) {
    if (call.step().equals("words")) {
      return "{\"move\":\"answer\",\"answer\":" + Js.text(words) + "}";
    }
    return moves.isEmpty() ? LAST : moves.poll();
  }
}
