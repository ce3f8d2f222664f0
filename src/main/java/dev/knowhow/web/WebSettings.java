package dev.knowhow.web;

import java.net.URI;
import java.util.Optional;

/// Where the pages are served.
///
/// @param host the address to listen on, such as `127.0.0.1`
/// @param port the port to listen on; 0 takes a free one
/// @param publicUrl the address people type, where a proxy stands in front; with `https` cookies
///   are sent over HTTPS only
/// @param behindProxy whether the last `X-Forwarded-For` entry is the visitor's address
/// @param development whether `/patterns` is served
/// @param requestsPerMinute how many requests one address may make in a minute
public record WebSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    boolean behindProxy,
    boolean development,
    int requestsPerMinute) {

  /// The settings of a server on this computer.
  public static WebSettings local(String host, int port) {
    return new WebSettings(host, port, Optional.empty(), false, false, 1200);
  }

  /// Whether people reach the pages over HTTPS.
  boolean secure() {
    return publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
  }
}
