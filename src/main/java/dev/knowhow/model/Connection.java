package dev.knowhow.model;

import dev.knowhow.net.Destination;
import dev.knowhow.price.ModelRef;
import java.util.Optional;

/// An address that answers prompts, and how to speak to it; its key is sealed elsewhere.
///
/// @param id never changes
/// @param name what the owner calls it
/// @param kind the protocol
/// @param at the base address
/// @param version the version of Anthropic's protocol; means nothing for another kind
/// @param hasKey whether a key is sealed for it
public record Connection(
    String id,
    String name,
    ConnectionKind kind,
    Destination at,
    AnthropicVersion version,
    boolean hasKey) {

  /// A model of it, named as its prices are: those of a known provider by the provider, others by
  /// this connection.
  public ModelRef model(String model) {
    return new ModelRef(known().map(KnownProvider::id).orElse(id), model);
  }

  /// Whether the price table knows its models.
  public boolean pricesAreKnown() {
    return known().isPresent();
  }

  /// Who receives what is sent, for a person.
  public String recipient() {
    return known()
        .map(provider -> provider.words() + " (" + at.host() + ")")
        .orElse(at.hostPort().toString());
  }

  /// The host and port that it is reached at, for a person.
  public String place() {
    return at.hostPort().toString();
  }

  Optional<KnownProvider> known() {
    return at.secure() ? KnownProvider.of(kind, at.host()) : Optional.empty();
  }

  boolean is(KnownProvider provider) {
    return known().filter(provider::equals).isPresent();
  }

  String secretName() {
    return "model/" + id;
  }

  /// The host that the key is bound to.
  String secretHost() {
    return at.hostPort().toString();
  }
}
