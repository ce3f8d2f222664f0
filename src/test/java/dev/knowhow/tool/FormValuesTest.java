package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is typed into a form becomes canonical values, or kind words beside the fields.
class FormValuesTest {
  private static final String INPUTS =
      """
        denial: {label: Denial, type: documents, at most: 2, required: yes}
        booklet: {label: Booklet, type: document}
        notes: {label: Notes, type: paragraph, required: yes}
        tone: {label: Tone, type: choice, options: [Firm, Friendly], default: Firm}
        fee: {label: Fee, type: money, least: 0, most: 5000}
        visit: {label: Visit, type: date}
        opening: {label: Opening, type: length}
        appealed: {label: Appealed before, type: yes or no}
        attach: {label: Attachments, type: list, at most: 2}
        refs: {label: References, rows: {sheet: text, size: length, new: yes or no}, at most: 3}
      """;

  private final Tool tool = tool();

  @Test
  void becomeCanonical() {
    TypedForm form =
        form(
            Map.of(
                "notes", List.of("Cusp broke."),
                "tone", List.of("friendly"),
                "fee", List.of("$1,250"),
                "visit", List.of("04/12/2026"),
                "opening", List.of("4’-6”"),
                "appealed", List.of("yes"),
                "attach", List.of("X-ray\n\nPhoto"),
                "refs.sheet", List.of("A-1", "", "A-2"),
                "refs.size", List.of("4'-6\"", "", ""),
                "refs.new", List.of("no", "", "")));

    assertThat(ValueJson.print(filled(form)))
        .isEqualTo(
            """
            {"denial":[{"name":"denial.pdf","text":"We deny.","pages":"2"}],"booklet":null,\
            "notes":"Cusp broke.","tone":"Friendly","fee":"1250.00","visit":"2026-04-12",\
            "opening":"4'-6\\"","appealed":true,"attach":["X-ray","Photo"],\
            "refs":[{"sheet":"A-1","size":"4'-6\\"","new":false},{"sheet":"A-2","size":null,"new":null}]}\
            """);
  }

  @Test
  void areNotStatedWhereNothingWasTyped() {
    Value.Fields inputs = filled(form(Map.of("notes", List.of("Cusp broke."))));

    assertThat(inputs.get("fee")).isEqualTo(Value.notStated());
    assertThat(inputs.get("tone")).isEqualTo(Value.notStated());
    assertThat(inputs.get("refs")).isEqualTo(Value.items());
  }

  @Test
  void takePastedTextBesideFiles() {
    Value.Fields inputs =
        filled(form(Map.of("notes", List.of("Cusp broke."), "denial", List.of("  We deny too. "))));

    assertThat(inputs.get("denial"))
        .isEqualTo(
            Value.items(
                new DocumentText("denial.pdf", "We deny.", 2).toValue(),
                DocumentText.pasted("We deny too.").toValue()));
  }

  @Test
  void sayWhatEachFieldNeedsAndKeepWhatWasTyped() {
    TypedForm form =
        new TypedForm(
            Map.of(
                "tone", List.of("Angry"),
                "fee", List.of("$6,000"),
                "visit", List.of("4/31/2026"),
                "opening", List.of("54"),
                "attach", List.of("a\nb\nc"),
                "refs.sheet", List.of("", "A-1"),
                "refs.size", List.of("", "wide")),
            Map.of());

    FormReading.Unfit unfit = (FormReading.Unfit) FormValues.read(tool, form);

    assertThat(unfit.messages())
        .containsExactlyEntriesOf(
            ordered(
                "denial", "Add at least one file or paste its text.",
                "notes", "Fill this in.",
                "tone", "This says \"Angry\". Write one of Firm, Friendly.",
                "fee",
                    "This says \"$6,000\". Write an amount such as $1,250.00 from $0.00 to $5,000.00.",
                "visit", "This says \"4/31/2026\". Write a date such as 10/09/2026.",
                "opening", "This says \"54\". Write a length such as 4'-6\" or 19 mm.",
                "attach", "These are 3. Keep at most 2.",
                "refs.2.size", "This says \"wide\". Write a length such as 4'-6\" or 19 mm."));
    assertThat(unfit.typed()).isEqualTo(form);
  }

  @Test
  void limitWhatIsTyped() {
    TypedForm form = form(Map.of("notes", List.of("x".repeat(10 * 1024 * 1024))));

    FormReading.Unfit unfit = (FormReading.Unfit) FormValues.read(tool, form);

    assertThat(unfit.messages())
        .containsEntry("notes", "This has 10485760 characters. Shorten it to at most 50000.");
  }

  private static TypedForm form(Map<String, List<String>> texts) {
    return new TypedForm(
        texts, Map.of("denial", List.of(new DocumentText("denial.pdf", "We deny.", 2))));
  }

  private Value.Fields filled(TypedForm form) {
    FormReading reading = FormValues.read(tool, form);
    assertThat(reading).isInstanceOf(FormReading.Filled.class);
    return ((FormReading.Filled) reading).inputs();
  }

  private static Map<String, String> ordered(String... namesAndMessages) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndMessages.length; i += 2) {
      map.put(namesAndMessages[i], namesAndMessages[i + 1]);
    }
    return map;
  }

  private static Tool tool() {
    try {
      Map<String, byte[]> files = new HashMap<>(MessagesTest.base());
      files.remove("examples/easy.yaml");
      String yaml = new String(files.get("tool.yaml"), StandardCharsets.UTF_8);
      String inputs = yaml.substring(yaml.indexOf("  denial:"), yaml.indexOf("knowledge:"));
      files.put("tool.yaml", yaml.replace(inputs, INPUTS).getBytes(StandardCharsets.UTF_8));
      return ToolReader.read(ToolFiles.of(files)).orThrow().tool();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
