package dev.knowhow.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.DraftPreview;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes the live preview of a draft: what would be sent and looked up, and what it costs.
///
/// While a draft has faults, the last sound one is shown. Thread-safe.
final class LiveParts {
  private static final int IN_MEMORY = 100;
  private static final int RUNS_A_MONTH = 100;

  private static final DraftPreview NOTHING =
      new DraftPreview(List.of(), List.of(), Optional.empty(), "", 0);

  private final House house;
  private final Words words;
  private final Cache<String, Definition> lastSound =
      Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

  private final Cache<String, DraftPreview> last =
      Caffeine.newBuilder().maximumSize(IN_MEMORY).build();
  private final Cache<Key, CompletableFuture<DraftPreview>> made =
      Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

  private record Key(String files, String example) {}

  LiveParts(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// A preview with what each step costs, for the steps' cards.
  record Live(LivePart part, Map<String, String> costs) {
    /// Copies the map.
    Live {
      costs = Map.copyOf(costs);
    }
  }

  /// The preview of a draft.
  ///
  /// @param example the id of the chosen example; else the first is taken
  /// @param patienceMillis how long it may take; what is not ready then is late, with what was
  ///   known before in its place
  Live of(Draft draft, boolean faulty, Section step, String example, long patienceMillis) {
    Optional<Definition> sound = faulty ? Optional.empty() : draft.sound();
    sound.ifPresent(definition -> lastSound.put(draft.toolId(), definition));
    Optional<Definition> shown =
        sound.or(() -> Optional.ofNullable(lastSound.getIfPresent(draft.toolId())));
    if (shown.isEmpty() || shown.get().examples().isEmpty()) {
      return new Live(LivePart.NONE, Map.of());
    }
    List<Example> examples = shown.get().examples();
    Example chosen =
        examples.stream()
            .filter(one -> one.id().equals(example))
            .findFirst()
            .orElse(examples.getFirst());
    CompletableFuture<DraftPreview> making =
        made.get(
            new Key(shown.get().files().sha256(), chosen.id()),
            _ ->
                CompletableFuture.supplyAsync(
                    () -> house.rooms().previews().of(shown.get(), chosen),
                    Thread::startVirtualThread));
    try {
      DraftPreview preview = making.get(patienceMillis, TimeUnit.MILLISECONDS);
      last.put(draft.toolId(), preview);
      return new Live(
          part(preview, examples, chosen, step, sound.isEmpty(), false), costs(preview));
    } catch (TimeoutException _) {
      DraftPreview before = last.getIfPresent(draft.toolId());
      DraftPreview known = before == null ? NOTHING : before;
      return new Live(part(known, examples, chosen, step, sound.isEmpty(), true), costs(known));
    } catch (ExecutionException notNow) {
      if (notNow.getCause() instanceof Problem) {
        return new Live(LivePart.NONE, Map.of());
      }
      throw new IllegalStateException(notNow);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private LivePart part(
      DraftPreview preview,
      List<Example> examples,
      Example chosen,
      Section step,
      boolean stale,
      boolean late) {
    String name = step.text("ask", step.text("work towards"));
    List<DraftPreview.Asked> asked =
        preview.asks().stream().filter(ask -> ask.step().equals(name)).toList();
    boolean looksUp = step.has("look up");
    return new LivePart(
        stale,
        late,
        preview.cost().map(CostRange::shown).orElse(""),
        preview.cost().map(this::month).orElse(""),
        examples.stream()
            .map(one -> new Control.Choice(one.id(), one.name(), "", one.id().equals(chosen.id())))
            .toList(),
        title(name, looksUp, asked.isEmpty()),
        asked.stream().limit(1).map(this::asked).toList(),
        asked.size() > 1 ? words.count("live.more", asked.size() - 1L) : "",
        looksUp ? found(preview, step) : List.of(),
        name.isEmpty() && !looksUp ? lines(preview) : List.of(),
        preview.stopped());
  }

  private String title(String name, boolean looksUp, boolean notReached) {
    if (looksUp) {
      return words.of("live.found");
    }
    return name.isEmpty()
        ? words.of("live.all")
        : words.of(notReached ? "live.notReached" : "live.sends");
  }

  private String month(CostRange run) {
    return words.of("live.month", times(run).shown(), RUNS_A_MONTH);
  }

  private static CostRange times(CostRange run) {
    return new CostRange(
        new Money(Math.multiplyExact(run.low().picos(), RUNS_A_MONTH)),
        new Money(Math.multiplyExact(run.high().picos(), RUNS_A_MONTH)));
  }

  private LivePart.Asked asked(DraftPreview.Asked ask) {
    String tokens = words.count("tokens", ask.tokens());
    String to =
        ask.recipient().isEmpty()
            ? words.of("live.toNobody", tokens)
            : words.of("live.to", ask.recipient(), ask.model(), tokens);
    return new LivePart.Asked(
        to,
        ask.cost().map(CostRange::shown).orElse(""),
        new Prompts(words).segments(ask.segments()));
  }

  /// What the look-ups found whose query is that of the step.
  private static List<LivePart.Found> found(DraftPreview preview, Section step) {
    List<String> in = step.at("look up").at("in").items().stream().map(Section::text).toList();
    List<LivePart.Found> found = new ArrayList<>();
    boolean inLoop = step.where().contains("/steps/");
    for (DraftPreview.LookedUp lookUp : preview.lookUps()) {
      if (inLoop != lookUp.lane().isEmpty()
          && lookUp.passages().stream().allMatch(one -> in.contains(one.source()))) {
        found.add(
            new LivePart.Found(
                lookUp.query(),
                lookUp.passages().stream()
                    .map(one -> new LivePart.Passage(one.title(), one.heading(), one.text()))
                    .toList()));
      }
    }
    return found.stream().limit(3).toList();
  }

  private List<LivePart.Line> lines(DraftPreview preview) {
    Map<String, List<DraftPreview.Asked>> bySteps = new LinkedHashMap<>();
    preview
        .asks()
        .forEach(ask -> bySteps.computeIfAbsent(ask.step(), _ -> new ArrayList<>()).add(ask));
    Map<String, String> costs = costs(preview);
    return bySteps.entrySet().stream()
        .map(step ->
            new LivePart.Line(
                "",
                step.getKey(),
                words.count(
                        "tokens",
                        step.getValue().stream().mapToInt(DraftPreview.Asked::tokens).sum())
                    + (costs.containsKey(step.getKey()) ? " · " + costs.get(step.getKey()) : "")))
        .toList();
  }

  private static Map<String, String> costs(DraftPreview preview) {
    Map<String, CostRange> sums = new LinkedHashMap<>();
    for (DraftPreview.Asked ask : preview.asks()) {
      ask.cost().ifPresent(cost -> sums.merge(ask.step(), cost, CostRange::plus));
    }
    Map<String, String> shown = new LinkedHashMap<>();
    sums.forEach((step, cost) -> shown.put(step, cost.shown()));
    return shown;
  }
}
