package dev.knowhow.flow;

import static dev.knowhow.flow.FlowTesting.program;
import static dev.knowhow.flow.FlowTesting.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.tool.Lengths;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A flow computes with the same lengths as the server reads.
class LengthsAgreeTest {
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/tool/lengths.txt");
  private static final String NANOMETRES =
      """
      async function main(run) {
        const { rows } = run.inputs({ rows: [{ size: 'length' }] });
        return run.finish({ all: rows.map((row) => String(row.size.nanometres)).join(' ') });
      }
      """;

  @Test
  void everyLengthThatIsAcceptedIsTheSameInAFlow() throws IOException {
    List<Value> rows = new ArrayList<>();
    List<String> nanometres = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      int arrow = line.indexOf(" => ");
      if (!line.startsWith("#") && arrow >= 0 && !line.endsWith(" => no")) {
        rows.add(Value.fields("size", Value.text(Lengths.plain(line.substring(0, arrow)))));
        nanometres.add(line.substring(arrow + " => ".length()));
      }
    }
    String inputs = ValueJson.print(Value.fields("rows", Value.items(rows)));
    try (Flows flows = FlowTesting.flows()) {
      Slice slice = flows.slice(request(program(NANOMETRES), inputs, Map.of(), List.of(), ""));

      assertThat(FlowTesting.results(slice))
          .isEqualTo("{\"all\":\"" + String.join(" ", nanometres) + "\"}");
    }
  }
}
