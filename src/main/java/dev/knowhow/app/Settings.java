package dev.knowhow.app;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How this installation is set up, read once from environment variables.
///
/// @param bind the address that the server listens on
/// @param port 0 for any free port
/// @param data the data folder, absolute
/// @param databaseUrl a JDBC address of PostgreSQL; empty for SQLite in the data folder
/// @param key the sealing key as text; empty for the file `key` in the data folder
/// @param publicUrl the address that people open, without a slash at its end
/// @param localModels `host` or `host:port` of the model servers in the own network that may be
///   called
public record Settings(
    String bind,
    int port,
    Path data,
    Optional<String> databaseUrl,
    Optional<String> key,
    Optional<URI> publicUrl,
    Set<String> localModels) {

  static final Setting PORT = new Setting("KNOWHOW_PORT", "7070", "The port. `--port` goes first.");
  static final Setting BIND =
      new Setting(
          "KNOWHOW_BIND",
          "127.0.0.1",
          "The address to listen on. `0.0.0.0` lets other computers in: put HTTPS before it.");
  static final Setting DATA =
      new Setting(
          "KNOWHOW_DATA",
          "data",
          "The data folder: database, sealing key, backups before an upgrade. `--data` goes first.");
  static final Setting DATABASE_URL =
      new Setting(
          "KNOWHOW_DATABASE_URL",
          "",
          "PostgreSQL instead of SQLite: `jdbc:postgresql://host/database?user=...&password=...`.");
  static final Setting KEY =
      new Setting(
          "KNOWHOW_KEY",
          "",
          "The key that seals stored secrets, 16 characters or more. Without it the file `key` in"
              + " the data folder is made and used.");
  static final Setting PUBLIC_URL =
      new Setting(
          "KNOWHOW_PUBLIC_URL",
          "",
          "The address that people open, such as `https://knowhow.example.com`. With `https` the"
              + " session cookie is sent over HTTPS only.");
  static final Setting LOCAL_MODELS =
      new Setting(
          "KNOWHOW_LOCAL_MODELS",
          "",
          "Model servers in your own network that may be called, with commas between:"
              + " `localhost:11434,gpu.lan`. All other private addresses are refused.");
  static final Setting LOG =
      new Setting("KNOWHOW_LOG", "INFO", "How much is logged: `WARN`, `INFO` or `DEBUG`.");

  /// Every setting there is, in the order of the README's table.
  static final List<Setting> ALL =
      List.of(PORT, BIND, DATA, DATABASE_URL, KEY, PUBLIC_URL, LOCAL_MODELS, LOG);

  /// Copies the set, so that nobody changes it later.
  public Settings {
    localModels = Set.copyOf(localModels);
  }

  /// Reads the settings from `environment`, an absolute `home` being what relative paths start at.
  ///
  /// @throws Problem with one fault for every value that cannot be used
  static Settings read(Map<String, String> environment, Path home) {
    Reader reader = new Reader(environment);
    Settings settings =
        new Settings(
            reader.text(BIND),
            reader.port(),
            reader.folder(home),
            reader.databaseUrl(),
            reader.key(),
            reader.publicUrl(),
            reader.localModels());
    reader.level();
    if (!reader.faults.isEmpty()) {
      throw Problem.ofFaults("A setting cannot be used.", reader.faults);
    }
    return settings;
  }

  /// Names that look like settings of Knowhow and are none, for a warning.
  static Set<String> unknown(Map<String, String> environment) {
    Set<String> known = ALL.stream().map(Setting::name).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (String name : environment.keySet()) {
      if (name.startsWith("KNOWHOW_") && !known.contains(name)) {
        unknown.add(name);
      }
    }
    return unknown;
  }

  /// The same settings with another port.
  Settings withPort(int other) {
    return new Settings(bind, other, data, databaseUrl, key, publicUrl, localModels);
  }

  /// The SQLite database's file, whether it is used or not.
  public Path databaseFile() {
    return data.resolve("knowhow.db");
  }

  /// Reads single values and gathers what is wrong with them.
  private static final class Reader {
    private final Map<String, String> environment;
    private final List<Fault> faults = new ArrayList<>();

    Reader(Map<String, String> environment) {
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
      String text = text(PORT);
      if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535) {
        return Integer.parseInt(text);
      }
      String hint =
          text.startsWith("tcp://")
              ? "Kubernetes sets this variable for a service named knowhow: set"
                  + " `enableServiceLinks: false` in the pod."
              : "Write a number such as 7070.";
      fault(PORT, "found \"" + text + "\", wanted a port from 0 to 65535", hint);
      return 0;
    }

    Path folder(Path home) {
      String text = text(DATA);
      try {
        return home.resolve(text).normalize();
      } catch (InvalidPathException e) {
        fault(DATA, "\"" + text + "\" is not a path", "Write the path of a folder.");
        return home;
      }
    }

    Optional<String> databaseUrl() {
      String text = text(DATABASE_URL);
      if (text.isEmpty() || text.startsWith("jdbc:postgresql://")) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
      }
      // the value may hold a password, so it is not repeated
      fault(
          DATABASE_URL,
          "found something that does not start with jdbc:postgresql://",
          "Write jdbc:postgresql://host/database?user=...&password=..., or leave it out for SQLite.");
      return Optional.empty();
    }

    Optional<String> key() {
      String text = text(KEY);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      if (text.length() < 16) {
        fault(
            KEY,
            "found " + text.length() + " characters, wanted 16 or more",
            "Make one with: openssl rand -base64 32");
      }
      return Optional.of(text);
    }

    Optional<URI> publicUrl() {
      String text = text(PUBLIC_URL);
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
          PUBLIC_URL,
          "found \"" + text + "\", wanted the address of a whole host",
          "Write it like https://knowhow.example.com, without a path.");
      return Optional.empty();
    }

    Set<String> localModels() {
      Set<String> hosts = new TreeSet<>();
      for (String host : Arrays.asList(text(LOCAL_MODELS).split(",", -1))) {
        String name = host.strip();
        if (name.matches("[A-Za-z0-9._-]+(:[0-9]{1,5})?")) {
          hosts.add(name);
        } else if (!name.isEmpty()) {
          fault(
              LOCAL_MODELS,
              "found \"" + name + "\", wanted a host name or host:port",
              "Write it like localhost:11434, without http://.");
        }
      }
      return hosts;
    }

    void level() {
      String text = text(LOG);
      if (!Set.of("WARN", "INFO", "DEBUG").contains(text)) {
        fault(LOG, "found \"" + text + "\"", "Write WARN, INFO or DEBUG.");
      }
    }
  }
}
