package dev.knowhow.app;

import dev.knowhow.model.Models;
import dev.knowhow.price.Money;
import dev.knowhow.price.Price;
import dev.knowhow.price.PriceTable;
import dev.knowhow.price.Usage;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.Segment;
import dev.knowhow.prompt.tokens.TokenCounter;
import dev.knowhow.prompt.tokens.TokenCounters;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the prompts that a tool sends for an example: each segment with its lifetime, tokens and
/// hash, and what the prompt would cost with the usual model of each tier.
@Command(name = "compile", description = "Shows the prompts of a tool.")
final class CompileCommand implements Callable<Integer> {
  private static final int HASH_SHOWN = 12;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FOLDER", description = "The folder that holds tool.yaml.")
  private String folder = "";

  @Option(
      names = "--example",
      paramLabel = "NAME",
      description =
          "The example whose inputs and sample answers fill the prompts. Default: the first.")
  private String example = "";

  @Option(names = "--json", description = "Print it for a program, texts included.")
  private boolean json;

  CompileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Workshop workshop = new Workshop(surroundings)) {
      Path path = surroundings.here().resolve(folder);
      Definition definition = workshop.read(path);
      Example chosen = ExampleChoice.of(definition, example).getFirst();
      List<Rehearsal.Asked> asked =
          workshop.rehearsal.rehearse(definition, chosen.inputs(), chosen.answers()).asked();
      if (json) {
        surroundings
            .out()
            .println(
                ValueJson.print(Value.items(asked.stream().map(CompileCommand::json).toList())));
      } else {
        surroundings
            .out()
            .println(
                definition.tool().name()
                    + ", example \""
                    + chosen.name()
                    + "\", sample answers "
                    + chosen.answers().origin().words());
        asked.forEach(this::print);
      }
    }
    return 0;
  }

  private void print(Rehearsal.Asked asked) {
    CompiledPrompt prompt = asked.prompt();
    var out = surroundings.out();
    out.println();
    out.println(
        "ask "
            + asked.step()
            + (asked.lane().isEmpty() ? "" : " for " + asked.lane())
            + ", "
            + asked.tier()
            + " tier, prompt "
            + shorten(prompt.sha256()));
    out.println(row("", "lifetime", "tokens", "hash", "what it is"));
    prompt.system().forEach(segment -> out.println(row("system", segment)));
    prompt.user().forEach(segment -> out.println(row("user", segment)));
    out.println(row("", "all", Integer.toString(prompt.tokens()), "", "counted in o200k_base"));
    prices(prompt)
        .forEach(
            (tier, cost) -> out.println("  " + tier.words() + ": " + cost.what() + " to send"));
  }

  private static String row(String role, Segment segment) {
    return row(
        role,
        segment.lifetime().name().toLowerCase(Locale.ROOT),
        Integer.toString(segment.tokens()),
        shorten(segment.sha256()),
        segment.label());
  }

  private static String row(String role, String lifetime, String tokens, String hash, String what) {
    return String.format(
        Locale.ROOT, "  %-6s  %-8s  %7s  %-12s  %s", role, lifetime, tokens, hash, what);
  }

  private static String shorten(String sha256) {
    return sha256.substring(0, HASH_SHOWN);
  }

  /// What sending a prompt costs with the usual model of a tier, by the shipped prices.
  private record Sent(Price price, Money cost, boolean exact) {
    String what() {
      return (exact ? "" : "about ") + cost.shown() + " with " + price.model().model();
    }
  }

  private Map<Tier, Sent> prices(CompiledPrompt prompt) {
    PriceTable table = PriceTable.shipped();
    Map<Tier, Sent> prices = new LinkedHashMap<>();
    for (Tier tier : Tier.values()) {
      Models.usual(tier).stream()
          .map(model -> table.on(model, surroundings.clock().instant()))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(price -> prices.put(tier, sent(price, prompt)));
    }
    return prices;
  }

  private static Sent sent(Price price, CompiledPrompt prompt) {
    TokenCounter counter = TokenCounters.forModel(price.model().provider(), price.model().model());
    long tokens = counter.fromO200k(prompt.tokens());
    return new Sent(price, price.cost(Usage.of(tokens, 0)), counter.exact());
  }

  private static Value json(Rehearsal.Asked asked) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("step", Value.text(asked.step()));
    fields.put("lane", Value.text(asked.lane()));
    fields.put("attempt", Value.text(Integer.toString(asked.attempt())));
    fields.put("tier", Value.text(asked.tier()));
    fields.put("sha256", Value.text(asked.prompt().sha256()));
    fields.put("tokens", Value.text(Integer.toString(asked.prompt().tokens())));
    List<Value> segments = new ArrayList<>();
    Stream.concat(
            asked.prompt().system().stream().map(segment -> json("system", segment)),
            asked.prompt().user().stream().map(segment -> json("user", segment)))
        .forEach(segments::add);
    fields.put("segments", Value.items(segments));
    return Value.fields(fields);
  }

  private static Value json(String role, Segment segment) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("role", Value.text(role));
    fields.put("lifetime", Value.text(segment.lifetime().name().toLowerCase(Locale.ROOT)));
    fields.put("label", Value.text(segment.label()));
    fields.put("tokens", Value.text(Integer.toString(segment.tokens())));
    fields.put("sha256", Value.text(segment.sha256()));
    fields.put("text", Value.text(segment.text()));
    return Value.fields(fields);
  }
}
