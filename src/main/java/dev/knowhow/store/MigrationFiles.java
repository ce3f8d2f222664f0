package dev.knowhow.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The versions of the migrations that this program carries.
final class MigrationFiles {
  static final String FOLDER = "dev/knowhow/store";

  private static final Pattern NAME = Pattern.compile("(?:.*/)?V([0-9]+)__[a-z0-9_]+\\.sql");

  private MigrationFiles() {}

  static Set<String> versions() {
    URL first = MigrationFiles.class.getResource("V1__accounts_and_blobs.sql");
    if (first == null) {
      throw new IllegalStateException("the migrations are missing from the program");
    }
    try {
      return first.openConnection() instanceof JarURLConnection jar
          ? inJar(jar)
          : inFolder(Path.of(URI.create(first.toString())).resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> inJar(JarURLConnection jar) throws IOException {
    return versions(
        jar.getJarFile().stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(FOLDER + "/")));
  }

  private static Set<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return versions(files.map(Path::toString));
    }
  }

  private static Set<String> versions(Stream<String> names) {
    return names
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name -> name.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
