package dev.knowhow.eval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Estimates;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The figures of templates, computed in the background and remembered by the hash of their files,
/// since executing all examples takes longer than a page may. Thread-safe.
public final class Figures {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.eval");
  private static final int MOST_REMEMBERED = 1_000;

  private final TemplateCheck check;
  private final Estimates estimates;
  private final Executor background;
  private final Cache<String, TemplateReport> reports =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /// Figures computed on `background`.
  public Figures(TemplateCheck check, Estimates estimates, Executor background) {
    this.check = check;
    this.estimates = estimates;
    this.background = background;
  }

  /// The figures of a definition; empty while they are being computed.
  public Optional<TemplateFigures> of(Definition definition) {
    String sha256 = definition.files().sha256();
    TemplateReport report = reports.getIfPresent(sha256);
    if (report == null) {
      if (underWay.add(sha256)) {
        background.execute(() -> compute(sha256, definition));
      }
      return Optional.empty();
    }
    return Optional.of(
        new TemplateFigures(
            report.examples().size(),
            report.planted(),
            report.caught(),
            cost(definition),
            estimates.basis(definition)));
  }

  private void compute(String sha256, Definition definition) {
    try {
      reports.put(sha256, check.report(definition));
    } catch (Problem faulty) {
      LOG.warn(
          "the examples of {} can't be executed: {}",
          definition.tool().name(),
          faulty.getMessage());
    } finally {
      underWay.remove(sha256);
    }
  }

  /// From the cheapest to the dearest of its own examples, priced as it is today.
  private Optional<CostRange> cost(Definition definition) {
    return definition.examples().stream()
        .map(Example::inputs)
        .map(inputs -> estimates.of(definition, inputs))
        .flatMap(Optional::stream)
        .reduce((one, other) ->
            new CostRange(
                one.low().compareTo(other.low()) <= 0 ? one.low() : other.low(),
                one.high().max(other.high())));
  }
}
