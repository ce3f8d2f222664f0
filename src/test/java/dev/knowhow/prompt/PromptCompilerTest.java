package dev.knowhow.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.tokens.TokenCounter;
import dev.knowhow.prompt.tokens.TokenCounters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class PromptCompilerTest {
  private static final TokenCounter O200K = TokenCounters.o200k();
  private final PromptCompiler compiler = new PromptCompiler();

  @Test
  void segmentsCountsAddUpToTheCountOfTheWhole() {
    SplittableRandom random = new SplittableRandom(20261124);
    for (int i = 0; i < 6_000; i++) {
      MessageTokens message = new MessageTokens(O200K);
      StringBuilder whole = new StringBuilder();
      int sum = 0;
      for (int part = random.nextInt(1, 6); part > 0; part--) {
        String text = RandomText.of(random, 12) + (random.nextInt(3) > 0 ? "\n" : "");
        sum += message.add(text);
        whole.append(text);
      }
      assertThat(sum).as("case %d: %s", i, whole).isEqualTo(O200K.count(whole));
      assertThat(message.total()).isEqualTo(sum);
    }
  }

  @Test
  void anyValuesCompileToAnExactlyCountedPromptThatIsUtf8() {
    SplittableRandom random = new SplittableRandom(7);
    PromptSource source =
        PromptSource.parse(
            "p.md", "Read this.\n\n{{a}}{{b}}\n{{#rows}}\n {{x}}/{{y}}\n{{/rows}}\n{{c}}\n");
    PromptPlan plan =
        compiler.plan("- Be kind.", source, Optional.of(new OutputShape("{}", "JSON.")), List.of());
    for (int i = 0; i < 1_500; i++) {
      Map<String, PromptValue> values = randomValues(random);
      CompiledPrompt prompt = compiler.compile(plan, values, again(random));
      assertThat(prompt.tokens())
          .isEqualTo(O200K.count(prompt.systemText()) + O200K.count(prompt.userText()))
          .isEqualTo(prompt.segments().stream().mapToInt(Segment::tokens).sum());
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(prompt.userText())).isTrue();
      assertThat(prompt.segments())
          .allSatisfy(s -> assertThat(s.sha256()).isEqualTo(Sha256.hex(s.text())));
    }
  }

  @Test
  void aFencedTextIsFoundWholeBetweenItsMarks() {
    SplittableRandom random = new SplittableRandom(99);
    PromptSource source = PromptSource.parse("p.md", "{{a}}\nThe end.");
    PromptPlan plan = compiler.plan("", source, Optional.empty(), List.of());
    for (int i = 0; i < 1_500; i++) {
      String text = RandomText.of(random, 20);
      String user = user(plan, Map.of("a", new PromptValue.Block("a", text)));
      String first = user.substring(0, user.indexOf('\n'));
      assertThat(first).matches("<input name=\"a\" mark=\"[0-9a-f]{8,64}\">");
      String mark = first.substring(first.indexOf("mark"), first.length() - 1);
      String end = "\n</input " + mark + ">\nThe end.\n";
      assertThat(user).endsWith(end);
      String inside = user.substring(first.length(), user.length() - end.length());
      assertThat(inside + "\n").startsWith("\n" + Clean.block(text));
      assertThat(inside).doesNotContain(mark);
    }
  }

  @Test
  void aTextThatKnowsItsOwnMarkGetsALongerOne() {
    String hash = Sha256.hex("x");
    assertThat(Fence.mark("x", hash)).isEqualTo(hash.substring(0, 8));
    String knowing = "</input mark=\"" + hash.substring(0, 8) + "\">";
    assertThat(Fence.mark(knowing, hash)).isEqualTo(hash.substring(0, 16));
    assertThat(hash).doesNotContain(Fence.mark(hash, hash));
  }

  @Test
  void aValueIsNeverRenderedAgain() {
    PromptSource source = PromptSource.parse("p.md", "{{a}} {{secret}}");
    PromptPlan plan = compiler.plan("", source, Optional.empty(), List.of());
    String user = user(plan, Map.of("a", inline("{{secret}}{{{secret}}}"), "secret", inline("s")));
    assertThat(user).isEqualTo("{{secret}}{{{secret}}} s\n");
  }

  @Test
  void equalInputsGiveEqualBytesWhateverTheLocaleZoneAndMapOrder() {
    PromptSource source = PromptSource.parse("p.md", "İi {{a}} {{b.c}} {{b.d}} {{b}}");
    Map<String, PromptValue> values = new HashMap<>();
    values.put("a", inline("TITLE ıI"));
    values.put("b.c", inline("1250.00"));
    values.put("b.d", new PromptValue.YesNo(true));
    CompiledPrompt here = compiled(source, values);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      List<Map.Entry<String, PromptValue>> entries = new ArrayList<>(values.entrySet());
      Collections.reverse(entries);
      Map<String, PromptValue> otherOrder = new LinkedHashMap<>();
      entries.forEach(entry -> otherOrder.put(entry.getKey(), entry.getValue()));
      assertThat(compiled(source, otherOrder)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theHashCoversTextPlaceAndShape() {
    PromptSource source = PromptSource.parse("p.md", "Say {{a}}");
    Map<String, PromptValue> values = Map.of("a", inline("x"));
    Optional<OutputShape> shape = Optional.of(new OutputShape("{\"a\":1}", "JSON."));
    Optional<OutputShape> otherShape = Optional.of(new OutputShape("{\"a\":2}", "JSON."));
    List<String> hashes =
        List.of(
            compiled(source, values).sha256(),
            compiled(source, Map.of("a", inline("y"))).sha256(),
            hash(compiler.plan("- rule", source, Optional.empty(), List.of()), values),
            hash(compiler.plan("", source, shape, List.of()), values),
            hash(compiler.plan("", source, otherShape, List.of()), values),
            hash(compiler.plan("", source, shape, List.of(new Pinned("k", "t"))), values));
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void whatRunsOfAVersionShareIsCountedOnceAndKeptByteForByte() {
    PromptSource source = PromptSource.parse("p.md", "Stable words.\nName: {{a}}");
    PromptPlan plan = compiler.plan("- rule", source, Optional.empty(), List.of());
    CompiledPrompt one = compiler.compile(plan, Map.of("a", inline("x")), Optional.empty());
    CompiledPrompt two = compiler.compile(plan, Map.of("a", inline("y")), Optional.empty());
    assertThat(one.system()).isSameAs(two.system());
    assertThat(one.user().getFirst()).isSameAs(two.user().getFirst());
    assertThat(plan.tokens() + one.user().getLast().tokens()).isEqualTo(one.tokens());
  }

  @Test
  void listsInsideListsEndInAMessageAndNotInAnExhaustedServer() {
    String deep = "{{#a}}".repeat(8) + "x" + "{{/a}}".repeat(8);
    PromptSource source = PromptSource.parse("p.md", "Hi\n" + deep);
    PromptPlan plan = compiler.plan("", source, Optional.empty(), List.of());
    List<PromptValue> items = Collections.nCopies(50, inline("i"));
    assertThatThrownBy(() ->
            compiler.compile(plan, Map.of("a", new PromptValue.Items(items)), Optional.empty()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
  }

  @Test
  void anyTextParsesOrIsRefusedWithFaultsThatHaveLines() {
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = RandomText.of(random, 30);
      try {
        assertThat(PromptSource.parse("p.md", text).names()).isNotNull();
      } catch (Problem problem) {
        refused++;
        long lines = Clean.block(text).lines().count() + 1;
        assertThat(problem.faults()).isNotEmpty().allMatch(f -> f.line() <= lines);
      }
    }
    assertThat(refused).isBetween(1_000, 4_900);
  }

  @Test
  void aPromptFileHasLimits() {
    assertThat(faultOf("x".repeat(200_001))).contains("more than 200,000 characters");
    assertThat(faultOf("{{a}}".repeat(2_001))).contains("more than 2000 tags");
    assertThat(faultOf("{{#a}}".repeat(21) + "{{/a}}".repeat(21))).contains("20 sections");
  }

  private static String faultOf(String text) {
    try {
      PromptSource.parse("p.md", text);
      return "";
    } catch (Problem problem) {
      return problem.faults().getFirst().toString();
    }
  }

  private CompiledPrompt compiled(PromptSource source, Map<String, PromptValue> values) {
    PromptPlan plan = compiler.plan("", source, Optional.empty(), List.of());
    return compiler.compile(plan, values, Optional.empty());
  }

  private String hash(PromptPlan plan, Map<String, PromptValue> values) {
    return compiler.compile(plan, values, Optional.empty()).sha256();
  }

  private String user(PromptPlan plan, Map<String, PromptValue> values) {
    return compiler.compile(plan, values, Optional.empty()).userText();
  }

  private static PromptValue inline(String text) {
    return new PromptValue.Inline(text);
  }

  private static Map<String, PromptValue> randomValues(SplittableRandom random) {
    List<PromptValue> rows = new ArrayList<>();
    for (int row = random.nextInt(3); row > 0; row--) {
      rows.add(new PromptValue.Fields(Map.of("x", randomValue(random), "y", randomValue(random))));
    }
    return Map.of(
        "a", randomValue(random),
        "b", randomValue(random),
        "c", randomValue(random),
        "rows", new PromptValue.Items(rows));
  }

  private static PromptValue randomValue(SplittableRandom random) {
    String text = RandomText.of(random, 10);
    return switch (random.nextInt(5)) {
      case 0 -> new PromptValue.NotStated();
      case 1, 2 -> new PromptValue.Block("n", text);
      case 3 -> new PromptValue.Inline(text);
      case 4 -> new PromptValue.Items(List.of(inline(text), new PromptValue.YesNo(true)));
      default -> throw new IllegalStateException();
    };
  }

  private static Optional<AskAgain> again(SplittableRandom random) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(new AskAgain(List.of(RandomText.of(random, 8)), RandomText.of(random, 8)));
  }
}
