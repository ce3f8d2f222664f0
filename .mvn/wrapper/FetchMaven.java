import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/// Fetches the Maven named in a properties file, checks it and prints where its `mvn` is.
///
/// Written in Java since a JDK is the one thing that a build has for certain: a small system has
/// neither curl nor unzip. What was fetched once stays in `~/.m2/wrapper/knowhow`.
void main(String[] arguments) throws Exception {
  var wanted = new Properties();
  try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
    wanted.load(reader);
  }
  var name = "apache-maven-" + wanted.getProperty("version");
  var shelf = Path.of(System.getProperty("user.home"), ".m2", "wrapper", "knowhow");
  var mvn = shelf.resolve(name).resolve("bin").resolve("mvn");
  if (!Files.isExecutable(mvn)) {
    Files.createDirectories(shelf);
    var zip = Files.createTempFile(shelf, name, ".zip");
    try {
      download(URI.create(wanted.getProperty("distributionUrl")), zip);
      refuseAnythingBut(wanted.getProperty("distributionSha512"), zip);
      unpack(zip, shelf, name);
    } finally {
      Files.deleteIfExists(zip);
    }
  }
  IO.println(mvn);
}

void download(URI from, Path to) throws IOException, InterruptedException {
  System.err.println("Fetching Maven from " + from + " ...");
  try (var client = client(from)) {
    var response =
        client.send(
            HttpRequest.newBuilder(from).timeout(Duration.ofMinutes(5)).build(),
            BodyHandlers.ofFile(to));
    if (response.statusCode() != 200) {
      stop(from + " answered " + response.statusCode() + " instead of 200.");
    }
  } catch (IOException e) {
    stop("could not fetch " + from + ": " + e);
  }
}

HttpClient client(URI from) {
  var builder =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NORMAL);
  var proxy = System.getenv("https_proxy");
  if (proxy == null) {
    proxy = System.getenv("HTTPS_PROXY");
  }
  if (proxy != null && !proxy.isBlank()) {
    var at = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
    var port = at.getPort() < 0 ? 80 : at.getPort();
    builder.proxy(ProxySelector.of(new InetSocketAddress(at.getHost(), port)));
  }
  return builder.build();
}

void refuseAnythingBut(String sha512, Path zip) throws IOException, NoSuchAlgorithmException {
  var digest = MessageDigest.getInstance("SHA-512");
  var found = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(zip)));
  if (!found.equals(sha512)) {
    stop("what was fetched is not the Maven expected: SHA-512 " + found + ", wanted " + sha512);
  }
}

void unpack(Path zip, Path shelf, String name) throws IOException {
  var unpacking = Files.createTempDirectory(shelf, "unpacking");
  try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
    for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      var target = unpacking.resolve(entry.getName()).normalize();
      if (!target.startsWith(unpacking)) {
        throw new UncheckedIOException(new IOException("bad entry: " + entry.getName()));
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        Files.copy(entries, target);
      }
    }
  }
  unpacking.resolve(name).resolve("bin").resolve("mvn").toFile().setExecutable(true);
  try {
    Files.move(unpacking.resolve(name), shelf.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  } catch (IOException e) {
    if (!Files.isDirectory(shelf.resolve(name))) {
      throw e;
    }
  }
}

void stop(String why) {
  System.err.println(why);
  System.exit(1);
}
