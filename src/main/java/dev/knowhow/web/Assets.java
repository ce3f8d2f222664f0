package dev.knowhow.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The style sheet, scripts, fonts and icons, each under an address that holds the hash of its
/// content, so that a browser may keep it for ever.
///
/// `@import "parts/x.css"` in a style sheet is replaced by that file, and `url("/static/...")` by
/// the hashed address: one request brings the whole style sheet and nothing has to be built before.
/// Thread-safe.
final class Assets {
  private static final Pattern PATH =
      Pattern.compile("(?:[a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9_-]*\\.(css|js|svg|woff2|txt)");
  private static final Pattern HASHED = Pattern.compile("(.*)\\.([0-9a-f]{12})(\\.[a-z0-9]+)");
  private static final Pattern IMPORT = Pattern.compile("@import \"([a-z/_-]+\\.css)\";\\s*");
  private static final Pattern ADDRESS = Pattern.compile("url\\(\"(/static/[^\"]+)\"\\)");

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  /// A file as it is sent.
  record Asset(byte[] bytes, String type, String hash) {}

  /// A file that was asked for, and whether the address named exactly this content.
  record Found(Asset asset, boolean exact) {}

  /// The address of `/static/<path>` with the hash of its content.
  String address(String path) {
    String name = path.substring("/static/".length());
    Asset asset = asset(name).orElseThrow(() -> new IllegalArgumentException("no file " + path));
    int dot = name.lastIndexOf('.');
    return "/static/" + name.substring(0, dot) + "." + asset.hash() + name.substring(dot);
  }

  /// The file for what follows `/static/` in an address.
  Optional<Found> find(String asked) {
    Matcher hashed = HASHED.matcher(asked);
    if (hashed.matches()) {
      String hash = hashed.group(2);
      return asset(hashed.group(1) + hashed.group(3))
          .map(asset -> new Found(asset, asset.hash().equals(hash)));
    }
    return asset(asked).map(asset -> new Found(asset, false));
  }

  private Optional<Asset> asset(String name) {
    Asset known = assets.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (!PATH.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = bytes(name);
    bytes.ifPresent(found -> assets.put(name, asset(name, found)));
    return Optional.ofNullable(assets.get(name));
  }

  private Asset asset(String name, byte[] bytes) {
    byte[] sent =
        name.endsWith(".css") ? style(name, bytes).getBytes(StandardCharsets.UTF_8) : bytes;
    return new Asset(sent, type(name), hash(sent));
  }

  private String style(String name, byte[] bytes) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String whole =
        IMPORT
            .matcher(text)
            .replaceAll(found -> {
              byte[] part = bytes(folder + found.group(1)).orElseThrow();
              return Matcher.quoteReplacement(new String(part, StandardCharsets.UTF_8));
            });
    return ADDRESS
        .matcher(whole)
        .replaceAll(found -> Matcher.quoteReplacement("url(\"" + address(found.group(1)) + "\")"));
  }

  private static Optional<byte[]> bytes(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/static/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "woff2" -> "font/woff2";
      default -> "text/plain; charset=utf-8";
    };
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
