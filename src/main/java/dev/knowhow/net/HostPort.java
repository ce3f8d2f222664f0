package dev.knowhow.net;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A host and a port as an operator writes them: `localhost:11434`.
///
/// The host is lower case; an IPv6 address has no brackets in [#host].
public record HostPort(String host, int port) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9._-]+):([0-9]{1,5})");

  /// Refuses what can't name a host and a port.
  public HostPort {
    host = host.toLowerCase(Locale.ROOT);
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a host and port: " + host + ":" + port);
    }
  }

  /// Reads a comma-separated list such as `localhost:11434,host.docker.internal:11434`.
  ///
  /// @throws Problem `BAD_INPUT` that quotes the first part that is not a host and a port
  public static Set<HostPort> listOf(String written) {
    Set<HostPort> hosts = new LinkedHashSet<>();
    for (String part : written.split(",", -1)) {
      if (!part.isBlank()) {
        hosts.add(of(part.strip()));
      }
    }
    return Set.copyOf(hosts);
  }

  private static HostPort of(String part) {
    var matcher = WRITTEN.matcher(part);
    if (!matcher.matches()
        || Integer.parseInt(matcher.group(2)) < 1
        || Integer.parseInt(matcher.group(2)) > 65_535) {
      throw Problem.of(
          Kind.BAD_INPUT,
          "\"" + part + "\" is not a host and a port.",
          "Write it as localhost:11434, several with commas between.");
    }
    String host = matcher.group(1);
    return new HostPort(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Integer.parseInt(matcher.group(2)));
  }

  /// The form in which it was written.
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
