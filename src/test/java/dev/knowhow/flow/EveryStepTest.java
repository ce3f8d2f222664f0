package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tool of the golden file that has every kind of step, executed.
class EveryStepTest {
  private static final String INPUTS =
      """
      {"note":"We can deliver the door for $80.00 and the frame.","class":"First",
      "asked":[{"item":"door","price":"100.00"},{"item":"frame","price":"50.00"},
      {"item":"lock","price":"20.00"}],"start":"2026-11-24"}\
      """;
  private static final String GIVEN =
      """
      {"value":{"given":[{"item":"Door","price":"80.00"},{"item":"frame","price":null},
      {"item":"deliver","price":"5.00"}],"reply_days":"3"}}\
      """;

  private static Flows flows;
  private static FlowProgram program;

  @BeforeAll
  static void start() throws IOException {
    flows = FlowTesting.flows();
    String golden =
        Files.readString(
            Path.of(
                "src/test/resources/dev/knowhow/flow/compile/a_tool_with_every_kind_of_step.txt"));
    program = FlowTesting.program(golden.substring(golden.indexOf("----------\n") + 11));
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void everyStepDoesWhatItSays() {
    Slice slice = run(INPUTS, "They give less than was asked.");
    assertThat(FlowTesting.results(slice))
        .isEqualTo(
            """
            {"letter":null,"total":"170.00","due":"2026-11-27","compared":[\
            {"item":"door","asked_price":"100.00","given_price":"80.00","short_by":"20.00","status":"short"},\
            {"item":"frame","asked_price":"50.00","given_price":null,"short_by":null,"status":"fine"},\
            {"item":"lock","asked_price":"20.00","given_price":null,"short_by":null,"status":"not given"},\
            {"item":"deliver","asked_price":null,"given_price":"5.00","short_by":null,"status":"fine"}],\
            "heading":"First"}\
            """);
    assertThat(((Slice.Done) slice).result().notStated())
        .containsEntry("letter", "letter was not reached");
    assertThat(slice.trace())
        .extracting(entry -> entry.kind() + " " + entry.step() + " " + entry.lane())
        .startsWith("ASKED found ", "CHECKED found ", "CHECKED found ", "CALCULATED due ")
        .contains("LOOKED_UP passages reviewed[1]", "ASKED why reviewed[1]", "CHOSE choice_2 ");
  }

  @Test
  void aChoiceEndsTheFlowWithItsReason() {
    Slice slice = run(INPUTS.replace("First", "can't tell"), "They give less.");
    FlowResult result = ((Slice.Done) slice).result();
    assertThat(result.outcome()).isEqualTo(FlowResult.Outcome.CANT_SAY);
    assertThat(result.because()).isEqualTo("Nobody can tell");
    assertThat(FlowTesting.results(slice)).isEqualTo("{\"total\":\"170.00\"}");
  }

  @Test
  void aCheckThatNeverHoldsAsksAgainWithTheReasonAndThenStops() {
    Slice slice = run(INPUTS, "We guarantee it.");
    FlowFault fault = ((Slice.Failed) slice).fault();
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.CHECK_FAILED);
    assertThat(fault.sentence()).isEqualTo("never say");
    assertThat(fault.step() + " " + fault.lane()).isEqualTo("why reviewed[1]");
    assertThat(fault.what()).contains("why says “we guarantee”, which this house never says");
    assertThat(slice.trace())
        .filteredOn(entry -> entry.step().equals("why") && entry.kind() == TraceEntry.Kind.ASKED)
        .hasSize(2);
  }

  @Test
  void anAnswerThatDoesNotFitIsAskedForAgainByABetterModel() {
    List<String> tiers = new ArrayList<>();
    Slice slice =
        FlowTesting.toTheEnd(
            flows,
            program,
            INPUTS,
            Map.of("rules", "Pay in time."),
            call -> {
              tiers.add(ValueJson.print(call.arguments()));
              return "{\"bad\":[\"found.given is missing\"]}";
            });
    assertThat(((Slice.Failed) slice).fault().kind()).isEqualTo(FlowFault.Kind.ANSWER_DOES_NOT_FIT);
    assertThat(tiers).hasSize(3);
    assertThat(tiers.get(1))
        .contains(
            "\"tier\":\"economy\"",
            "\"reasons\":[\"found.given is missing\"]",
            "\"attempt\":\"2\"");
    assertThat(tiers.get(2)).contains("\"tier\":\"standard\"", "\"attempt\":\"3\"");
  }

  private static Slice run(String inputs, String why) {
    return FlowTesting.toTheEnd(
        flows,
        program,
        inputs,
        Map.of("rules", "Pay in time."),
        call ->
            switch (call.step()) {
              case "found" -> GIVEN;
              case "why" -> "{\"value\":" + Js.text(why) + "}";
              default -> "[]";
            });
  }
}
