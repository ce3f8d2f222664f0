package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
final class SecretsStoreTest {
  private static final String SECRET = "sk-canary-0123456789abcdef";

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Database database;
  private final Secrets secrets;

  SecretsStoreTest(Database database) {
    this.database = database;
    secrets = new Secrets(database, key(7), clock);
  }

  @Test
  void opensForItsNameAndHostOnly() {
    seal("anthropic", "api.anthropic.com");
    assertThat(secrets.open("anthropic", "api.anthropic.com")).contains(SECRET);
    assertThat(secrets.open("anthropic", "evil.example")).isEmpty();
    assertThat(secrets.open("openai", "api.anthropic.com")).isEmpty();
  }

  @Test
  void doesNotOpenForAHostThatWasChangedInTheDatabase() {
    seal("anthropic", "api.anthropic.com");
    database.write(handle -> handle.execute("UPDATE secrets SET host = 'evil.example'"));
    assertUnavailable(secrets);
  }

  @Test
  void doesNotOpenWithAnotherKey() {
    seal("anthropic", "evil.example");
    assertUnavailable(new Secrets(database, key(8), clock));
  }

  @Test
  void isNotInTheDatabaseInClear() {
    seal("anthropic", "api.anthropic.com");
    byte[] sealed =
        database.read(
            handle -> handle.createQuery("SELECT sealed FROM secrets").mapTo(byte[].class).one());
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
  }

  @Test
  void showsItsLastFourSignsAndNoneOfAShortOne() {
    seal("anthropic", "api.anthropic.com");
    secrets.seal("local", "localhost", "ollama".getBytes(StandardCharsets.UTF_8));
    assertThat(secrets.list())
        .containsExactly(
            new SealedSecret("anthropic", "api.anthropic.com", "cdef", clock.instant()),
            new SealedSecret("local", "localhost", "", clock.instant()));
  }

  @Test
  void isReplacedAndForgotten() {
    seal("anthropic", "api.anthropic.com");
    seal("anthropic", "proxy.example");
    assertThat(secrets.open("anthropic", "api.anthropic.com")).isEmpty();
    assertThat(secrets.open("anthropic", "proxy.example")).contains(SECRET);
    database.write(handle -> {
      secrets.forget(handle, "anthropic");
      return true;
    });
    assertThat(secrets.list()).isEmpty();
  }

  @Test
  void theKeyFileIsMadeOnceAndReadableByItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("data").resolve("key");
    Secrets first = new Secrets(database, SealingKey.inFile(file, new SecureRandom()), clock);
    first.seal("a", "b", "c".getBytes(StandardCharsets.UTF_8));
    Secrets second = new Secrets(database, SealingKey.inFile(file, new SecureRandom()), clock);
    assertThat(second.open("a", "b")).contains("c");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.resolveSibling("."))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aBrokenKeyFileIsSaidAndNotReplaced(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "not a key");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> SealingKey.inFile(file, new SecureRandom()))
        .satisfies(problem -> assertThat(problem.where()).isEqualTo(file.toString()));
    assertThat(file).hasContent("not a key");
  }

  private void seal(String name, String host) {
    secrets.seal(name, host, SECRET.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertUnavailable(Secrets secrets) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> secrets.open("anthropic", "evil.example"))
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
          assertThat(problem.getMessage()).doesNotContain("canary");
        });
  }

  private static SealingKey key(int of) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) of;
    return SealingKey.of(Base64.getEncoder().encodeToString(bytes));
  }
}
