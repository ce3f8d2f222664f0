package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.store.Remembered;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The people of this installation, their sessions, and the workspace they share.
///
/// Thread-safe.
public final class Accounts {
  private final Database database;
  private final AuditTrail audit;
  private final SetupCode setupCode;
  private final InstantSource clock;
  private final Tokens tokens;
  private final AccountStore store = new AccountStore();
  private final Remembered<Optional<Workspace>> workspace;
  private final Passwords passwords;
  private final People people;
  private final Invitations invitations;
  private final Clients clients;
  private final OwnAccount own;
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
    this.workspace = new Remembered<>(() -> database.read(store::workspace), clock);
    this.tokens = new Tokens(random);
    this.people = new People(database, audit, clock);
    this.invitations = new Invitations(database, audit, tokens, passwords, clock);
    this.clients = new Clients(database, audit, tokens, clock);
    this.own = new OwnAccount(database, audit, tokens, passwords, clock);
    this.signIns = new Attempts(10, Duration.ofMinutes(15), clock);
    this.setups = new Attempts(10, Duration.ofMinutes(15), clock);
  }

  /// The people, for owners.
  public People people() {
    return people;
  }

  /// The links with which people are invited.
  public Invitations invitations() {
    return invitations;
  }

  /// The clients that people, tools and budgets may belong to.
  public Clients clients() {
    return clients;
  }

  /// What everybody may do with the own account.
  public OwnAccount own() {
    return own;
  }

  /// Who did what, for owners.
  public AuditTrail audit() {
    return audit;
  }

  /// Whether someone owns this installation already.
  public boolean hasOwner() {
    return workspace.get().isPresent();
  }

  /// Makes the first account and the workspace, and signs the owner in.
  ///
  /// @param typedCode the setup code as the person typed it
  /// @param zone the time zone in which the workspace's months begin
  /// @throws Problem of kind `NOT_ALLOWED` for a wrong code, `BAD_INPUT` with faults for a field,
  ///   `CONFLICT` if there is an owner, `TOO_MANY` after ten tries in a quarter of an hour
  public Session createOwner(NewOwner owner, String typedCode, ZoneId zone) {
    return createOwner(owner, typedCode, zone, Browser.UNKNOWN);
  }

  /// As [#createOwner(NewOwner,String,ZoneId)], in a browser that the owner will know again.
  public Session createOwner(NewOwner owner, String typedCode, ZoneId zone, Browser browser) {
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
    Actor actor = new Actor(tokens.id(), owner.name().strip(), Role.OWNER);
    String hash = passwords.hash(owner.password());
    Session session = tokens.session(actor, clock.instant());
    Workspace first = new Workspace(actor.name() + "'s workspace", owner.trade(), zone);
    workspace.changedBy(() ->
        database.write(handle -> {
          if (!store.insertWorkspace(handle, first)) {
            throw hasOwnerAlready();
          }
          store.insertPerson(handle, actor, Emails.kept(owner.email()), hash, clock.millis());
          store.insertSession(handle, session, browser, clock.millis());
          audit.record(handle, actor, AuditKind.PEOPLE, "became the owner", "workspace");
          return true;
        }));
    return session;
  }

  /// Signs a person in, or says nothing about which of email and password is wrong.
  ///
  /// The session is a new one whatever the browser had before; sign that one out.
  ///
  /// @throws Problem of kind `TOO_MANY` after ten tries for one email in a quarter of an hour;
  ///   `NOT_ALLOWED` for a person who is suspended and has given the right password
  public Optional<Session> signIn(String email, Password password) {
    return signIn(email, password, Browser.UNKNOWN);
  }

  /// As [#signIn(String,Password)], in a browser that the person will know again.
  public Optional<Session> signIn(String email, Password password, Browser browser) {
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
    Session session = tokens.session(person.get().actor(), clock.instant());
    boolean begun =
        database.write(handle -> {
          store.deleteExpired(handle, clock.millis());
          return store.insertSession(handle, session, browser, clock.millis());
        });
    if (!begun) {
      throw OwnAccount.noLonger();
    }
    return Optional.of(session);
  }

  /// The person whose session the token is, while it has not expired nor been revoked.
  public Optional<Actor> bySession(String token) {
    return database.read(handle -> store.bySession(handle, Tokens.hashed(token), clock.millis()));
  }

  /// Ends a session; a token that is none is ignored.
  public void signOut(String token) {
    database.write(handle -> store.deleteSession(handle, Tokens.hashed(token)));
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
      audit.record(
          handle,
          actor,
          AuditKind.ACCOUNT,
          "got a new password from the command line",
          actor.personId());
      return actor;
    });
  }

  /// The workspace.
  ///
  /// @throws Problem of kind `NOT_FOUND` while there is no owner
  public Workspace workspace() {
    return workspace
        .get()
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "Nobody owns this Knowhow yet.",
                "Open its address and make the first account."));
  }

  /// Changes the workspace's name, trade or time zone; for an owner.
  public void changeWorkspace(Actor actor, Workspace wanted) {
    actor.mustOwn("change the workspace");
    workspace.changedBy(() ->
        database.write(handle -> {
          store.updateWorkspace(handle, wanted);
          audit.record(
              handle, actor, AuditKind.ACCOUNT, "changed name, trade or time zone", "workspace");
          return true;
        }));
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
