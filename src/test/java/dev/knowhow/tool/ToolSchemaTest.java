package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.FormSchema;
import dev.knowhow.tool.yaml.YamlReader;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema that authors' editors use says the same as the reader. `-Dgolden=write` writes it
/// anew.
class ToolSchemaTest {
  private static final Path FILE = Path.of("src/main/resources/dev/knowhow/tool/tool.schema.json");

  @Test
  void isWhatTheKeysSay() throws IOException {
    String schema = FormSchema.of("tool.yaml of Knowhow", ToolForm.form());
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, schema);
    }

    assertThat(Files.readString(FILE)).isEqualTo(schema);
  }

  @ParameterizedTest
  @MethodSource("dev.knowhow.tool.ShippedTemplatesTest#templates")
  void takesEveryShippedTemplate(Path template) throws IOException {
    assertThat(errors(Files.readString(template.resolve("tool.yaml")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about: Answers a denial.|abuot: Answers a denial.",
        "type: paragraph|type: paragraf",
        "tier: economy|tier: cheap",
        "at most: 300 words|at most: 300",
        "format: knowhow/1|format: knowhow/2",
        "calculate: deadline|calcualte: deadline",
        "otherwise: [ask again, next tier, stop]|otherwise: [again]",
        "gives: reviewed|gives: Reviewed"
      })
  void refusesWhatTheReaderRefuses(String sound, String faulty) throws IOException {
    String base = new String(MessagesTest.base().get("tool.yaml"), StandardCharsets.UTF_8);

    assertThat(errors(base)).isEmpty();
    assertThat(errors(base.replace(sound, faulty))).isNotEmpty();
  }

  private static List<String> errors(String yaml) throws IOException {
    Faults faults = new Faults();
    var root =
        YamlReader.read("tool.yaml", yaml.getBytes(StandardCharsets.UTF_8), faults).orElseThrow();
    String json = ValueJson.print(YamlValues.value(root));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
