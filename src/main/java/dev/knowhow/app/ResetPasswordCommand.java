package dev.knowhow.app;

import dev.knowhow.account.Accounts;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Password;
import dev.knowhow.account.SetupCode;
import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Gives a person a new password: the one typed, or where nobody is at the keyboard a made one.
/// Works while the server runs or not.
@Command(
    name = "reset-password",
    description = "Gives a person a new password and ends that person's sessions.")
final class ResetPasswordCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "EMAIL", description = "What the person signs in with.")
  private String email = "";

  ResetPasswordCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = place.settings(surroundings, null);
    Existing.refuseWithout(settings);
    SecureRandom random = new SecureRandom();
    try (Database database = Database.open(settings.database(), BackupBeforeUpgrade.none())) {
      AuditTrail audit =
          new AuditTrail(database, surroundings.clock(), () -> UUID.randomUUID().toString());
      SetupCode code = SetupCode.random(random);
      Accounts accounts = new Accounts(database, audit, code, surroundings.clock(), random);
      Optional<String> typed =
          surroundings
              .keyboard()
              .secret("New password for " + email + " (leave it empty to have one made): ")
              .filter(text -> !text.isEmpty());
      String password = typed.orElseGet(() -> SetupCode.random(random).shown());
      String name = accounts.resetPassword(email, new Password(password)).name();
      surroundings.out().println(name + " has a new password and is signed out everywhere.");
      if (typed.isEmpty()) {
        surroundings.out().println("The new password is " + password);
      }
    }
    return 0;
  }
}
