package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Accounts;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.NewOwner;
import dev.knowhow.account.Password;
import dev.knowhow.account.SetupCode;
import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does to an installation from the command line, on a real database.
class InstallationTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-10-09T10:00:00Z"));
  private static final Password FIRST = new Password("the first password");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void install() throws IOException {
    database = Files.createDirectory(folder.resolve("data")).resolve("knowhow.db");
    own("ada@example.com");
  }

  private Accounts accounts(Database open, SetupCode code) {
    AuditTrail audit = new AuditTrail(open, CLOCK, () -> UUID.randomUUID().toString());
    return new Accounts(open, audit, code, CLOCK, random);
  }

  private void own(String email) {
    SetupCode code = SetupCode.random(random);
    try (Database open = Database.open(database.toString(), BackupBeforeUpgrade.none())) {
      accounts(open, code)
          .createOwner(new NewOwner("Ada", email, FIRST, "dental"), code.shown(), ZoneOffset.UTC);
    }
  }

  private boolean signsIn(String email, Password password) {
    try (Database open = Database.open(database.toString(), BackupBeforeUpgrade.none())) {
      return accounts(open, SetupCode.random(random)).signIn(email, password).isPresent();
    }
  }

  private int run(String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            folder,
            folder,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            _ -> Optional.empty(),
            CLOCK);
    return Main.run(surroundings, arguments);
  }

  private void replaceByAnotherOwner() throws IOException {
    Files.delete(database);
    Files.deleteIfExists(database.resolveSibling("knowhow.db-wal"));
    own("ben@example.com");
  }

  @Test
  void getsBackWhatWasBackedUp() throws IOException {
    assertThat(run("backup", "b.db")).as(err.toString()).isZero();
    replaceByAnotherOwner();

    assertThat(run("restore", "b.db")).as(err.toString()).isZero();

    assertThat(signsIn("ada@example.com", FIRST)).isTrue();
    assertThat(signsIn("ben@example.com", FIRST)).isFalse();
    database = database.resolveSibling("replaced-20261009-100000.db");
    assertThat(signsIn("ben@example.com", FIRST)).isTrue();
  }

  @Test
  void backsUpWhileTheServerHasTheDatabaseOpen() {
    try (Database _ = Database.open(database.toString(), BackupBeforeUpgrade.none())) {
      assertThat(run("backup", "b.db")).as(err.toString()).isZero();
    }
    assertThat(folder.resolve("b.db")).isNotEmptyFile();
    assertThat(folder.resolve("b.db.part")).doesNotExist();
  }

  @Test
  void namesTheSealingKeyAndLeavesItOut() throws IOException {
    String key = "c2VhbGluZyBrZXkgb2YgdGhpcyB0ZXN0ISEhISEhISE=";
    Files.writeString(folder.resolve("data/key"), key);

    run("backup", "b.db");

    assertThat(out.toString())
        .contains("not in it")
        .contains(folder.resolve("data/key").toString());
    assertThat(
            new String(
                Files.readAllBytes(folder.resolve("b.db")),
                java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(key);
  }

  @Test
  void overwritesNoBackup() throws IOException {
    Files.writeString(folder.resolve("b.db"), "precious");

    assertThat(run("backup", "b.db")).isEqualTo(1);

    assertThat(folder.resolve("b.db")).hasContent("precious");
    assertThat(err.toString()).contains("exists already");
  }

  @Test
  void takesNoFileThatIsNotABackup() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");

    assertThat(run("restore", "letter.txt")).isEqualTo(1);

    assertThat(err.toString()).contains("not a backup of Knowhow");
    assertThat(signsIn("ada@example.com", FIRST)).isTrue();
  }

  @Test
  void takesNoDamagedBackup() throws IOException {
    run("backup", "b.db");
    byte[] bytes = Files.readAllBytes(folder.resolve("b.db"));
    for (int i = 4096; i < bytes.length; i += 512) {
      bytes[i] ^= 0x55;
    }
    Files.write(folder.resolve("b.db"), bytes);

    assertThat(run("restore", "b.db")).isEqualTo(1);

    assertThat(err.toString()).contains("damaged").contains("Nothing was changed");
    assertThat(signsIn("ada@example.com", FIRST)).isTrue();
  }

  @Test
  void makesAPasswordWhereNobodyTypesOne() {
    assertThat(run("reset-password", "ada@example.com")).as(err.toString()).isZero();

    String made = out.toString().replaceAll("(?s).*The new password is (\\S+).*", "$1");
    assertThat(signsIn("ada@example.com", FIRST)).isFalse();
    assertThat(signsIn("ada@example.com", new Password(made))).isTrue();
  }

  @Test
  void saysWhenNobodyHasTheEmail() {
    assertThat(run("reset-password", "eve@example.com")).isEqualTo(1);
    assertThat(err.toString()).contains("eve@example.com").contains("Check the spelling");
  }
}
