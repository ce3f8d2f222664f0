package dev.knowhow.account;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What everybody may do with the own account: change the password, see where one is signed in, and
/// sign out everywhere else. Thread-safe.
public final class OwnAccount {
  private final Database database;
  private final AuditTrail audit;
  private final Tokens tokens;
  private final Passwords passwords;
  private final InstantSource clock;
  private final SessionStore store = new SessionStore();
  private final AccountStore accounts = new AccountStore();
  private final Attempts tries;

  OwnAccount(
      Database database,
      AuditTrail audit,
      Tokens tokens,
      Passwords passwords,
      InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.tokens = tokens;
    this.passwords = passwords;
    this.clock = clock;
    this.tries = new Attempts(10, Duration.ofMinutes(15), clock);
  }

  /// The address the person signs in with.
  public String email(Actor actor) {
    return database.read(handle -> store.credentials(handle, actor.personId()).email());
  }

  /// The person's sessions, the newest first.
  ///
  /// @param token the secret of the session in which the person looks
  public List<OpenSession> sessions(Actor actor, String token) {
    String here = Tokens.hashed(token);
    return database.read(handle -> store.list(handle, actor.personId(), here, clock.millis()));
  }

  /// Ends the person's sessions but this one, at once.
  ///
  /// @param token the secret of the session that stays
  public void endOthers(Actor actor, String token) {
    database.write(handle -> {
      if (store.endOthers(handle, actor.personId(), Tokens.hashed(token)) > 0) {
        record(handle, actor, "signed out everywhere else");
      }
      return true;
    });
  }

  /// Gives the person another password: all sessions end, and a new one begins for this browser.
  ///
  /// @throws Problem of kind `BAD_INPUT` with faults at `old` and `password`; `TOO_MANY` after ten
  ///   tries in a quarter of an hour
  public Session changePassword(Actor actor, Password old, Password fresh, Browser browser) {
    tries.count(actor.personId());
    String kept =
        database.read(handle -> store.credentials(handle, actor.personId()).passwordHash());
    List<Fault> faults = new ArrayList<>();
    if (!passwords.fits(old, kept)) {
      faults.add(wrong());
    }
    Passwords.faultIn(fresh).ifPresent(faults::add);
    refuse(faults);
    String hash = passwords.hash(fresh);
    Session session = tokens.session(actor, clock.instant());
    database.write(handle -> {
      if (!store.changePassword(handle, actor.personId(), kept, hash)) {
        refuse(List.of(wrong()));
      }
      accounts.deleteSessionsOf(handle, actor.personId());
      if (!accounts.insertSession(handle, session, browser, clock.millis())) {
        throw noLonger();
      }
      record(handle, actor, "changed the own password");
      return true;
    });
    return session;
  }

  private void record(Handle handle, Actor actor, String what) {
    audit.record(handle, actor, AuditKind.ACCOUNT, what, actor.personId());
  }

  private static Fault wrong() {
    return Fault.at("", 0, "old", "this is not your password", "Write the one you sign in with.");
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Problem.ofFaults("The password was not changed.", faults);
    }
  }

  /// The account was closed or suspended while its person was here.
  static Problem noLonger() {
    return Problem.of(
        Problem.Kind.NOT_ALLOWED,
        "Your access to this Knowhow is suspended.",
        "Ask an owner to let you in again; nothing of yours is lost.");
  }
}
