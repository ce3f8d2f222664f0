package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Blobs;
import dev.knowhow.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The people of this installation, their sessions, and the workspace they share.
///
/// Thread-safe.
public final class Accounts {
  private static final Duration SESSION = Duration.ofDays(30);
  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final Database database;
  private final AuditTrail audit;
  private final SetupCode setupCode;
  private final InstantSource clock;
  private final SecureRandom random;
  private final AccountStore store = new AccountStore();
  private final Passwords passwords;
  private final Attempts signIns;
  private final Attempts setups;

  /// The accounts kept in `database`; whoever knows `setupCode` may become the first owner.
  public Accounts(
      Database database,
      AuditTrail audit,
      SetupCode setupCode,
      InstantSource clock,
      SecureRandom random) {
    this(database, audit, setupCode, clock, random, new Passwords());
  }

  Accounts(
      Database database,
      AuditTrail audit,
      SetupCode setupCode,
      InstantSource clock,
      SecureRandom random,
      Passwords passwords) {
    this.passwords = passwords;
    this.database = database;
    this.audit = audit;
    this.setupCode = setupCode;
    this.clock = clock;
    this.random = random;
    this.signIns = new Attempts(10, Duration.ofMinutes(15), clock);
    this.setups = new Attempts(10, Duration.ofMinutes(15), clock);
  }

  /// Whether someone owns this installation already.
  public boolean hasOwner() {
    return database.read(store::hasWorkspace);
  }

  /// Makes the first account and the workspace, and signs the owner in.
  ///
  /// @param typedCode the setup code as the person typed it
  /// @param zone the time zone in which the workspace's months begin
  /// @throws Problem of kind `NOT_ALLOWED` for a wrong code, `BAD_INPUT` with faults for a field,
  ///   `CONFLICT` if there is an owner, `TOO_MANY` after ten tries in a quarter of an hour
  public Session createOwner(NewOwner owner, String typedCode, ZoneId zone) {
    setups.count("setup");
    if (hasOwner()) {
      throw hasOwnerAlready();
    }
    if (!setupCode.matches(typedCode)) {
      throw Problem.at(
          Problem.Kind.NOT_ALLOWED,
          "code",
          "This is not the setup code.",
          "It is printed where Knowhow was started, below the address; each start prints a new"
              + " one.");
    }
    owner.mustBeComplete();
    Actor actor =
        new Actor(HexFormat.of().formatHex(bytes(ID_BYTES)), owner.name().strip(), Role.OWNER);
    String hash = passwords.hash(owner.password());
    Session session = newSession(actor);
    Workspace workspace = new Workspace(actor.name() + "'s workspace", owner.trade(), zone);
    database.write(handle -> {
      if (!store.insertWorkspace(handle, workspace)) {
        throw hasOwnerAlready();
      }
      store.insertPerson(handle, actor, Emails.kept(owner.email()), hash, clock.millis());
      store.insertSession(handle, hashed(session.token()), session, clock.millis());
      audit.record(handle, actor, "became the owner", "workspace");
      return true;
    });
    return session;
  }

  /// Signs a person in, or says nothing about which of email and password is wrong.
  ///
  /// The session is a new one whatever the browser had before; sign that one out.
  ///
  /// @throws Problem of kind `TOO_MANY` after ten tries for one email in a quarter of an hour;
  ///   `NOT_ALLOWED` for a person who is suspended and has given the right password
  public Optional<Session> signIn(String email, Password password) {
    String kept = Emails.kept(email);
    signIns.count(kept);
    Optional<AccountStore.Person> person = database.read(handle -> store.byEmail(handle, kept));
    if (person.isEmpty()) {
      passwords.fitsNobody(password);
      return Optional.empty();
    }
    if (!passwords.fits(password, person.get().passwordHash())) {
      return Optional.empty();
    }
    Session session = newSession(person.get().actor());
    boolean begun =
        database.write(handle -> {
          store.deleteExpired(handle, clock.millis());
          return store.insertSession(handle, hashed(session.token()), session, clock.millis());
        });
    if (!begun) {
      throw Problem.of(
          Problem.Kind.NOT_ALLOWED,
          "Your access to this Knowhow is suspended.",
          "Ask an owner to let you in again; nothing of yours is lost.");
    }
    return Optional.of(session);
  }

  /// The person whose session the token is, while it has not expired nor been revoked.
  public Optional<Actor> bySession(String token) {
    return database.read(handle -> store.bySession(handle, hashed(token), clock.millis()));
  }

  /// Ends a session; a token that is none is ignored.
  public void signOut(String token) {
    database.write(handle -> store.deleteSession(handle, hashed(token)));
  }

  /// Gives a person a new password and ends all of that person's sessions, for the operator who has
  /// the data folder in hand.
  ///
  /// @throws Problem of kind `NOT_FOUND` if nobody has this email; `BAD_INPUT` for a bad password
  public Actor resetPassword(String email, Password newPassword) {
    Passwords.faultIn(newPassword)
        .ifPresent(fault -> {
          throw Problem.ofFaults("The password was not changed.", List.of(fault));
        });
    String kept = Emails.kept(email);
    String hash = passwords.hash(newPassword);
    return database.write(handle -> {
      Actor actor =
          store
              .byEmail(handle, kept)
              .map(AccountStore.Person::actor)
              .orElseThrow(() -> nobodyHas(kept));
      store.updatePassword(handle, actor.personId(), hash);
      store.deleteSessionsOf(handle, actor.personId());
      audit.record(handle, actor, "got a new password from the command line", "password");
      return actor;
    });
  }

  /// The workspace.
  ///
  /// @throws Problem of kind `NOT_FOUND` while there is no owner
  public Workspace workspace() {
    return database
        .read(store::workspace)
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "Nobody owns this Knowhow yet.",
                "Open its address and make the first account."));
  }

  /// Changes the workspace's name, trade or time zone; for an owner.
  public void changeWorkspace(Actor actor, Workspace workspace) {
    actor.mustOwn("change the workspace");
    database.write(handle -> {
      store.updateWorkspace(handle, workspace);
      audit.record(handle, actor, "changed name, trade or time zone", "workspace");
      return true;
    });
  }

  private Session newSession(Actor actor) {
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    Instant expires = Instant.ofEpochMilli(clock.millis()).plus(SESSION);
    return new Session(token, actor, expires);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String hashed(String token) {
    return Blobs.sha256(token.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem hasOwnerAlready() {
    return Problem.of(
        Problem.Kind.CONFLICT, "This Knowhow has an owner already.", "Sign in instead.");
  }

  private static Problem nobodyHas(String email) {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        "Nobody here signs in with " + email + ".",
        "Check the spelling; the address is the one that was given when the account was made.");
  }
}
