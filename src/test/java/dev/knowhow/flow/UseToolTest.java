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

/// The tool of the golden file that uses other tools, executed.
class UseToolTest {
  private static final String INPUTS =
      "{\"note\":\"Plan A\",\"lines\":[{\"item\":\"door\",\"price\":\"100.00\"}]}";
  private static final String PRICE =
      "{\"outcome\":\"result\",\"because\":\"\",\"results\":{\"list_price\":\"80.00\"},\"run\":\"r2\"}";

  private static Flows flows;
  private static FlowProgram program;
  private final List<FlowCall> calls = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    flows = FlowTesting.patientFlows();
    String golden =
        Files.readString(
            Path.of("src/test/resources/dev/knowhow/flow/compile/another_tool_is_used.txt"));
    program = FlowTesting.program(golden.substring(golden.indexOf("----------\n") + 11));
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void resultsOfAnotherToolAreReadByTheirTypes() {
    Slice slice =
        run(
            "{\"outcome\":\"result\",\"because\":\"\",\"run\":\"r1\",\"results\":{\"covered\":true,"
                + "\"until\":\"2026-12-24\",\"limits\":[{\"item\":\"door\",\"most\":null}],\"more\":1}}"
                    .replace("1}}", "\"1\"}}"));
    assertThat(FlowTesting.results(slice))
        .isEqualTo(
            """
            {"covered":true,"left":"30","limits":[{"item":"door","most":null}],"priced":[\
            {"item":"door","price":"100.00","list_price":"80.00","over":"20.00"}]}\
            """);
    assertThat(ValueJson.print(calls.getFirst().arguments()))
        .isEqualTo(
            """
            {"step":"eligibility","tool":"dental/eligibility","given":{"plan":"Plan A",\
            "total":"100.00","lines":[{"item":"door","price":"100.00"}]}}\
            """);
  }

  @Test
  void whereAnotherToolCanNotSayNothingOfItIsStated() {
    Slice slice = run("{\"outcome\":\"can't say\",\"because\":\"No plan.\",\"results\":{}}");
    assertThat(((Slice.Done) slice).result().notStated())
        .containsEntry("covered", "dental/eligibility can’t say: No plan.")
        .containsEntry("left", "dental/eligibility can’t say: No plan.");
  }

  @Test
  void anotherToolThatFailsFailsThisOneAndSaysWhy() {
    FlowFault fault =
        ((Slice.Failed) run("{\"outcome\":\"failed\",\"because\":\"A check does not hold.\"}"))
            .fault();
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.TOOL_FAILED);
    assertThat(fault.step()).isEqualTo("eligibility");
    assertThat(fault.what())
        .isEqualTo("The tool “dental/eligibility” failed. A check does not hold.");
    assertThat(fault.line()).isPositive();
  }

  @Test
  void whatDoesNotFitIsSaidFieldByField() {
    FlowFault fault =
        ((Slice.Failed)
                run(
                    "{\"outcome\":\"result\",\"results\":{\"covered\":null,\"until\":\"soon\","
                        + "\"limits\":[{\"item\":[],\"most\":\"1.234\"}]}}"))
            .fault();
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.ANSWER_DOES_NOT_FIT);
    assertThat(fault.what())
        .contains(
            "until: found \"soon\", wanted a date.",
            "limits.1.item: found [], wanted a text.",
            "limits.1.most: found \"1.234\", wanted a money.",
            "covered: found nothing, wanted a value.");
  }

  private Slice run(String eligibility) {
    return FlowTesting.toTheEnd(
        flows,
        program,
        INPUTS,
        Map.of(),
        call -> {
          calls.add(call);
          return call.step().equals("eligibility") ? eligibility : PRICE;
        });
  }
}
