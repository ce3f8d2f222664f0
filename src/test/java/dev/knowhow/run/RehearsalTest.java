package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.WorkerPlace;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An example says what everybody outside answers: models, other tools, persons.
class RehearsalTest {
  private static final String TOOL =
      """
      format: knowhow/1
      name: Owed
      about: Says what is owed.
      house: test
      inputs:
        note: {label: Note, type: paragraph, required: yes}
      knowledge:
        rules: {label: Rules, file: knowledge/rules.md}
      steps:
        - use a tool: dental/eligibility
          with: {plan: note}
          returns: {covered: yes or no}
          gives: eligibility
        - work towards: owed
          does: find out what is owed
          returns: {amount: money, because: text}
          check: [owed.amount > $0]
          may use:
            - {look up: rules, about: the rules of payment}
            - {calculate: interest, about: interest, given: {days: number}, formula: days * 2}
          budget: {calls: 3}
        - ask: letter
          does: write the letter
        - review: letter
          by: doctor
          person fills: {answer_by: date, agreed: yes or no}
      results:
        amount: {label: Owed, type: money, from: owed.amount}
        letter: {label: Letter, type: letter}
        answer_by: {label: Answer by, type: date}
        agreed: {label: Agreed, type: yes or no}
        covered: {label: Covered, type: yes or no, from: eligibility.covered}
      """;
  private static final String EXAMPLE =
      """
      name: One
      kind: easy
      inputs: {note: We owe for 90 days.}
      answers:
        written by: author
        eligibility: {covered: yes}
        owed: {amount: "24.66", because: It is late}
        letter: We owe it.
      decisions:
        letter: {decision: edit, instead: We owe it all., person fills: {answer_by: 12/01/2026, agreed: no}}
      """;

  private static Flows flows;

  @BeforeAll
  static void open() {
    flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual());
  }

  @AfterAll
  static void close() {
    flows.close();
  }

  @Test
  void goesThroughGoalsToolsAndReviewsWithWhatTheExampleSays() {
    Slice end = rehearse(definition(EXAMPLE)).end();
    assertThat(end).isInstanceOf(Slice.Done.class);
    FlowResult result = ((Slice.Done) end).result();
    assertThat(ValueJson.print(result.results()))
        .isEqualTo(
            """
            {"amount":"24.66","letter":"We owe it all.","answer_by":"2026-12-01","agreed":false,\
            "covered":true}\
            """);
  }

  @Test
  void saysThatADecisionIsMissingWhichOnlyAPersonMayMake() {
    String without = EXAMPLE.substring(0, EXAMPLE.indexOf("decisions:"));
    assertThatThrownBy(() -> rehearse(definition(without)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.what())
                    .isEqualTo(
                        "The example does not say what a person fills in when “letter” is"
                            + " reviewed."));
  }

  @Test
  void eachTurnOfAGoalBeginsLikeTheOneBefore() {
    Definition definition = definition(EXAMPLE);
    List<String> prompts = new ArrayList<>();
    Rehearsal.Rehearsed rehearsed =
        rehearsal()
            .rehearse(
                definition,
                definition.examples().getFirst().inputs(),
                definition.examples().getFirst().answers(),
                (ask, _, attempt, _, prompt) -> {
                  if (!ask.id().equals("owed")) {
                    return "We owe it.";
                  }
                  StringBuilder text = new StringBuilder();
                  prompt.system().forEach(segment -> text.append(segment.text()));
                  prompt.user().forEach(segment -> text.append(segment.text()));
                  prompts.add(text.toString());
                  return attempt == 1
                      ? "{\"move\":\"interest\",\"why\":\"not stated\",\"rules_for\":\"not stated\","
                          + "\"interest_days\":\"90\",\"answer_amount\":\"not stated\","
                          + "\"answer_because\":\"not stated\"}"
                      : "{\"amount\":\"24.66\",\"because\":\"late\"}";
                });
    assertThat(rehearsed.end()).isInstanceOf(Slice.Done.class);
    assertThat(prompts).hasSize(2);
    String first = prompts.getFirst();
    int cut = first.indexOf("# Your move");
    assertThat(prompts.get(1)).startsWith(first.substring(0, cut)).contains("It is 180.");
    assertThat(first)
        .contains(
            "- rules: looks passages up. the rules of payment. Fill in rules_for.",
            "- interest: computes exactly. interest. Fill in interest_days.",
            "- answer: gives the answer and ends the work. Fill in answer_amount, answer_because.",
            "You have 2 turns left.");
    assertThat(first.indexOf("We owe for 90 days.")).isGreaterThan(first.indexOf("- move: "));
  }

  private static Rehearsal rehearsal() {
    return new Rehearsal(flows, new Preparation(), Instant.parse("2026-11-24T15:00:00Z"));
  }

  private static Rehearsal.Rehearsed rehearse(Definition definition) {
    return rehearsal()
        .rehearse(
            definition,
            definition.examples().getFirst().inputs(),
            definition.examples().getFirst().answers());
  }

  private static Definition definition(String example) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("tool.yaml", TOOL);
    files.put("prompts/owed.md", "Find what is owed.\n\n{{note}}\n");
    files.put("prompts/letter.md", "Write it.\n\n{{owed.because}}\n");
    files.put("knowledge/rules.md", "# Rules\n\nPay in time.\n");
    files.put(
        "house/test/vertical.yaml",
        "format: knowhow-vertical/1\nname: Test\nabout: For tests.\nroles: [doctor]\n");
    files.put("examples/one.yaml", example);
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return ToolReader.read(ToolFiles.of(bytes)).orThrow();
  }
}
