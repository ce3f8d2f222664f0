package dev.knowhow.model;

import dev.knowhow.value.Tier;
import java.util.List;

/// Which models a tier means at first, the preferred one first; the first with a price is taken.
final class UsualModels {
  private UsualModels() {}

  static List<String> of(Connection connection, Tier tier) {
    return connection.known().map(provider -> of(provider, tier)).orElse(List.of());
  }

  static List<String> of(KnownProvider provider, Tier tier) {
    return switch (provider) {
      case ANTHROPIC ->
          switch (tier) {
            case ECONOMY -> List.of("claude-haiku-5-5", "claude-haiku-4-5");
            case STANDARD -> List.of("claude-sonnet-5-5", "claude-sonnet-5", "claude-sonnet-4-6");
            case BEST -> List.of("claude-opus-5-5", "claude-opus-5", "claude-opus-4-8");
          };
      case OPENAI ->
          switch (tier) {
            case ECONOMY -> List.of("gpt-5.6-luna", "gpt-5.4-mini", "gpt-5-mini");
            case STANDARD -> List.of("gpt-5.6-terra", "gpt-5.4", "gpt-5");
            case BEST -> List.of("gpt-5.6-sol", "gpt-5.6", "gpt-5.5");
          };
      case GEMINI ->
          switch (tier) {
            case ECONOMY -> List.of("gemini-3.5-flash-lite", "gemini-2.5-flash-lite");
            case STANDARD -> List.of("gemini-3.6-flash", "gemini-3.5-flash");
            case BEST -> List.of("gemini-3.1-pro-preview", "gemini-2.5-pro");
          };
    };
  }
}
