package dev.knowhow.app;

import dev.knowhow.net.HostPort;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads single values and gathers what is wrong with them.
final class SettingsReader {
  private static final int KEY_BYTES = 32;
  private final Map<String, String> environment;
  final List<Fault> faults = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  String text(Setting setting) {
    String value = environment.getOrDefault(setting.name(), "").strip();
    return value.isEmpty() ? setting.fallback() : value;
  }

  private void fault(Setting setting, String what, String hint) {
    faults.add(Fault.at("", 0, setting.name(), what, hint));
  }

  int port() {
    String text = text(Settings.PORT);
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535) {
      return Integer.parseInt(text);
    }
    String hint =
        text.startsWith("tcp://")
            ? "Kubernetes sets this variable for a service named knowhow: set"
                + " `enableServiceLinks: false` in the pod."
            : "Write a number such as 7070.";
    fault(Settings.PORT, "found \"" + text + "\", wanted a port from 0 to 65535", hint);
    return 0;
  }

  Path folder(Path home) {
    String text = text(Settings.DATA);
    try {
      return home.resolve(text).normalize();
    } catch (InvalidPathException e) {
      fault(Settings.DATA, "\"" + text + "\" is not a path", "Write the path of a folder.");
      return home;
    }
  }

  Optional<String> databaseUrl() {
    String text = text(Settings.DATABASE_URL);
    if (text.isEmpty() || text.matches("(jdbc:)?postgresql://.+")) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    // the value may hold a password, so it is not repeated
    fault(
        Settings.DATABASE_URL,
        "found something that does not start with postgresql:// or jdbc:postgresql://",
        "Write postgresql://user:password@host/database, or leave it out for SQLite.");
    return Optional.empty();
  }

  Optional<String> key() {
    String text = text(Settings.KEY);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (bytes(text) != KEY_BYTES) {
      fault(
          Settings.KEY,
          "found something that is not 32 bytes in base64",
          "Put the old key back, or for a new installation make one: openssl rand -base64 32");
    }
    return Optional.of(text);
  }

  private static int bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length;
    } catch (IllegalArgumentException _) {
      return 0;
    }
  }

  Optional<URI> publicUrl() {
    String text = text(Settings.PUBLIC_URL);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getPath().isEmpty() && url.getQuery() == null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // the fault below says it
    }
    fault(
        Settings.PUBLIC_URL,
        "found \"" + text + "\", wanted the address of a whole host",
        "Write it like https://knowhow.example.com, without a path.");
    return Optional.empty();
  }

  Set<HostPort> localModels() {
    try {
      return HostPort.listOf(text(Settings.LOCAL_MODELS));
    } catch (Problem notHosts) {
      fault(Settings.LOCAL_MODELS, notHosts.what(), notHosts.hint());
      return Set.of();
    }
  }

  void level() {
    String text = text(Settings.LOG);
    if (!Set.of("WARN", "INFO", "DEBUG").contains(text)) {
      fault(Settings.LOG, "found \"" + text + "\"", "Write WARN, INFO or DEBUG.");
    }
  }
}
