package dev.knowhow.net;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place that a call can go to, taken apart once and never parsed again.
///
/// Two parsers that disagree about one address are how such doors fail, so this is the only one and
/// it is narrow: `http` or `https`, a host of plain ASCII letters, digits, hyphens and dots or a
/// bracketed IPv6 address, a port, a plain path. No user, query, fragment, escape, backslash or
/// white space. A host that ends in a number must be an ordinary dotted IPv4 address; the shorter,
/// decimal, octal and hexadecimal spellings are refused.
public record Destination(boolean secure, String host, int port, String path) {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(https?)://(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9.-]+)(?::([0-9]{1,5}))?((?:/[a-zA-Z0-9._~@:-]+)*)/?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern NUMBER = Pattern.compile("([0-9]+|0x[0-9a-f]*)");

  /// Takes an address apart.
  ///
  /// @throws Problem `BAD_INPUT` that says what is odd about it
  public static Destination of(String url) {
    Matcher matcher = WRITTEN.matcher(url);
    if (!matcher.matches()) {
      throw odd(url, "has to look like https://api.example.com/v1");
    }
    boolean secure = matcher.group(1).toLowerCase(Locale.ROOT).equals("https");
    String host = matcher.group(2).toLowerCase(Locale.ROOT);
    int port = matcher.group(3) == null ? (secure ? 443 : 80) : Integer.parseInt(matcher.group(3));
    if (port < 1 || port > 65_535) {
      throw odd(url, "has a port that is not between 1 and 65535");
    }
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    } else {
      checkName(url, host);
    }
    String path = matcher.group(4);
    for (String part : path.split("/", -1)) {
      if (part.equals(".") || part.equals("..")) {
        throw odd(url, "has a path with dots in it");
      }
    }
    return new Destination(secure, host, port, path);
  }

  private static void checkName(String url, String host) {
    if (host.length() > 253 || !LABELS.matcher(host).matches()) {
      throw odd(url, "has a host name that is not one");
    }
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (NUMBER.matcher(last).matches()) {
      if (!IPV4.matcher(host).matches()) {
        throw odd(url, "spells a number where a host name belongs");
      }
      for (String part : host.split("\\.", -1)) {
        if (Integer.parseInt(part) > 255) {
          throw odd(url, "spells a number where a host name belongs");
        }
      }
    }
  }

  private static Problem odd(String url, String why) {
    String shown = url.length() > 120 ? url.substring(0, 120) + "…" : url;
    return Problem.of(
        Kind.BAD_INPUT,
        "The address \"" + shown.replaceAll("//[^/@]*@", "//…@") + "\" " + why + ".",
        "Copy the base address from the provider's documentation, without a user name, a question"
            + " mark or a number sign.");
  }

  /// The place one path further: `/v1` and `chat/completions` give `/v1/chat/completions`.
  public Destination at(String further) {
    return new Destination(secure, host, port, path + "/" + further);
  }

  /// The host and port, as operators list them.
  public HostPort hostPort() {
    return new HostPort(host, port);
  }

  /// The address in one spelling, the port only where it is not the usual one.
  @Override
  public String toString() {
    boolean usual = port == (secure ? 443 : 80);
    return (secure ? "https://" : "http://")
        + (host.contains(":") ? "[" + host + "]" : host)
        + (usual ? "" : ":" + port)
        + path;
  }
}
