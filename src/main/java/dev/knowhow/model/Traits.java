package dev.knowhow.model;

import dev.knowhow.value.Tier;
import java.util.Optional;
import java.util.regex.Pattern;

/// What has to be known of a model besides its price to speak to it well.
///
/// @param structured whether it can be held to a JSON Schema
/// @param effort whether it takes a level of effort
/// @param thinks whether it thinks before it answers, within the same limit of tokens
/// @param leastCached the fewest tokens of a prefix that its provider keeps, or 0 where prefixes
///   are not marked
record Traits(boolean structured, boolean effort, boolean thinks, int leastCached) {
  private static final Pattern CLAUDE =
      Pattern.compile("claude-(opus|sonnet|haiku|fable|mythos)-(\\d+)(?:-(\\d{1,2}))?(?:-.*)?");
  private static final Pattern OPENAI_THINKS = Pattern.compile("(gpt-[5-9](?!.*chat)|o[1-9]).*");

  /// The traits of a model of a connection.
  static Traits of(Connection connection, String model) {
    return switch (connection.kind()) {
      case ANTHROPIC -> claude(model);
      case OPENAI_COMPATIBLE -> {
        boolean openAi = connection.is(KnownProvider.OPENAI);
        boolean thinks =
            (openAi && OPENAI_THINKS.matcher(model).matches())
                || connection.is(KnownProvider.GEMINI);
        yield new Traits(true, thinks, thinks, 0);
      }
    };
  }

  private static Traits claude(String model) {
    var name = CLAUDE.matcher(model);
    if (!name.matches()) {
      return new Traits(false, false, false, 1024);
    }
    String family = name.group(1);
    int major = Integer.parseInt(name.group(2));
    int version = major * 100 + (name.group(3) == null ? 0 : Integer.parseInt(name.group(3)));
    boolean five = version >= 500;
    boolean effort =
        five
            || (family.equals("opus") && version >= 405)
            || (family.equals("sonnet") && version >= 406);
    return new Traits(version >= 405, effort, five, leastCached(family, version));
  }

  private static int leastCached(String family, int version) {
    if (version >= 505 || (version >= 500 && !family.equals("sonnet"))) {
      return 512;
    }
    return switch (family) {
      case "opus" ->
          switch (version) {
            case 405, 406 -> 4096;
            case 407 -> 2048;
            default -> 1024;
          };
      case "haiku" -> version >= 405 ? 4096 : 2048;
      default -> version == 406 ? 2048 : 1024;
    };
  }

  /// The level of effort for a tier, in the words of both protocols.
  Optional<String> effortFor(Tier tier) {
    if (!effort) {
      return Optional.empty();
    }
    return Optional.of(
        switch (tier) {
          case ECONOMY -> "low";
          case STANDARD -> "medium";
          case BEST -> "high";
        });
  }

  /// How many tokens to allow for thinking, on top of those for the answer.
  int thinkingFor(Tier tier) {
    if (!thinks) {
      return 0;
    }
    return switch (tier) {
      case ECONOMY -> 3_000;
      case STANDARD -> 6_000;
      case BEST -> 12_000;
    };
  }
}
