package dev.knowhow.web;

import java.net.URI;
import java.util.Optional;

/// Where and how the pages are served.
///
/// @param bind the address to listen on, such as `127.0.0.1`
/// @param port the port to listen on; 0 takes a free one
/// @param publicUrl the address people open, where a proxy stands in front: then the last entry of
///   `X-Forwarded-For` is the visitor's address, and with `https` cookies go over HTTPS only
/// @param version the version of this program, for `/health`
/// @param development whether `/patterns` is served
/// @param requestsPerMinute how many requests one address may make in a minute
public record WebSettings(
    String bind,
    int port,
    Optional<URI> publicUrl,
    String version,
    boolean development,
    int requestsPerMinute) {

  /// Enough for a person with many tabs, too few to hold the server up.
  public static final int USUAL_REQUESTS_PER_MINUTE = 1200;

  /// Whether people reach the pages over HTTPS.
  boolean secure() {
    return publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
  }
}
