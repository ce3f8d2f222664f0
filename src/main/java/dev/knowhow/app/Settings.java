package dev.knowhow.app;

import dev.knowhow.net.HostPort;
import dev.knowhow.problem.Problem;
import java.net.URI;
import java.nio.file.Path;
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
/// @param databaseUrl an address of PostgreSQL; empty for SQLite in the data folder
/// @param key the sealing key in base64; empty for the file `key` in the data folder
/// @param publicUrl the address that people open, without a slash at its end
/// @param localModels the model servers in the own network that may be called
public record Settings(
    String bind,
    int port,
    Path data,
    Optional<String> databaseUrl,
    Optional<String> key,
    Optional<URI> publicUrl,
    Set<HostPort> localModels) {

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
          "PostgreSQL instead of SQLite: `postgresql://user:password@host/database`.");
  static final Setting KEY =
      new Setting(
          "KNOWHOW_KEY",
          "",
          "The key that seals stored secrets: 32 bytes in base64 (`openssl rand -base64 32`). Without"
              + " it the file `key` in the data folder is made and used.");
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
              + " `localhost:11434,gpu.lan:8000`. All other private addresses are refused.");
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
    SettingsReader reader = new SettingsReader(environment);
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

  /// Where the database is: an address of PostgreSQL or the SQLite file.
  public String database() {
    return databaseUrl.orElse(databaseFile().toString());
  }
}
