package dev.knowhow.account;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The links with which owners invite people; no mail server is needed, a link goes by whatever way
/// people talk.
///
/// A link holds 256 random bits, is kept as a hash, works once, and ends after seven days or when
/// it is revoked. Thread-safe.
public final class Invitations {
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final Database database;
  private final AuditTrail audit;
  private final Tokens tokens;
  private final Passwords passwords;
  private final InstantSource clock;
  private final InvitationStore store = new InvitationStore();
  private final AccountStore accounts = new AccountStore();
  private final ClientStore clients = new ClientStore();
  private final Attempts acceptances;
  private final Attempts guesses;

  Invitations(
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
    this.acceptances = new Attempts(20, Duration.ofMinutes(15), clock);
    this.guesses = new Attempts(100, Duration.ofMinutes(15), clock);
  }

  /// Makes a link for one person; for an owner.
  ///
  /// @param whom who it is for, in the owner's words
  /// @throws Problem of kind `BAD_INPUT`, `NOT_ALLOWED`; `NOT_FOUND` or `CONFLICT` for a client
  ///   that is not there or closed
  public Invited invite(Actor actor, String whom, Rights rights) {
    actor.mustOwn("invite people");
    Instant now = clock.instant();
    Invitation invitation =
        new Invitation(
            tokens.id(), Names.kept("whom", whom), rights, actor.name(), now, now.plus(GOOD_FOR));
    String token = tokens.secret();
    database.write(handle -> {
      rights.clientId().ifPresent(client -> clients.mustBeOpen(handle, client));
      Optional<String> of = rights.clientId().map(client -> clients.one(handle, client).name());
      store.insert(handle, invitation, Tokens.hashed(token), actor.personId());
      String what = "invited " + invitation.whom() + " as " + People.inWords(rights, of);
      audit.record(handle, actor, AuditKind.PEOPLE, what, invitation.id());
      return true;
    });
    return new Invited(invitation, token);
  }

  /// The links that still work, the oldest first; for an owner.
  public List<Invitation> open(Actor actor) {
    actor.mustOwn("see the invitations");
    return database.read(handle -> store.open(handle, clock.millis()));
  }

  /// Ends a link; for an owner.
  ///
  /// @throws Problem of kind `NOT_FOUND` if it does not work any more anyway
  public void revoke(Actor actor, String invitationId) {
    actor.mustOwn("revoke an invitation");
    database.write(handle -> {
      Invitation invitation =
          store
              .byId(handle, invitationId, clock.millis())
              .filter(_ -> store.end(handle, invitationId, clock.millis()))
              .orElseThrow(() ->
                  Problem.of(
                      Problem.Kind.NOT_FOUND,
                      "This link does not work any more.",
                      "It was used, has expired, or was revoked before. Look at the list of"
                          + " people."));
      audit.record(
          handle,
          actor,
          AuditKind.PEOPLE,
          "revoked the link for " + invitation.whom(),
          invitationId);
      return true;
    });
  }

  /// The invitation of a link.
  ///
  /// @throws Problem of kind `NOT_FOUND` if the link does not work: whether it ever did is not said
  public Invitation of(String token) {
    Optional<Invitation> found =
        database.read(handle -> store.byToken(handle, Tokens.hashed(token), clock.millis()));
    if (found.isEmpty()) {
      guesses.count("unknown");
      throw noSuchLink();
    }
    return found.get();
  }

  /// Makes the account that a link is for, and signs the person in.
  ///
  /// @throws Problem of kind `NOT_FOUND` if the link does not work; `BAD_INPUT` with faults for a
  ///   field, also for an address that somebody here has already; `TOO_MANY`
  public Session accept(String token, NewPerson person) {
    return accept(token, person, Browser.UNKNOWN);
  }

  /// As [#accept(String,NewPerson)], in a browser that the person will know again.
  public Session accept(String token, NewPerson person, Browser browser) {
    Invitation invitation = of(token);
    acceptances.count(invitation.id());
    person.mustBeComplete();
    Rights rights = invitation.rights();
    Actor actor =
        new Actor(
            tokens.id(), person.name().strip(), rights.role(), rights.decides(), rights.clientId());
    String hash = passwords.hash(person.password());
    Session session = tokens.session(actor, clock.instant());
    long now = clock.millis();
    database.write(handle -> {
      if (!store.end(handle, invitation.id(), now)) {
        throw noSuchLink();
      }
      if (!accounts.insertPerson(handle, actor, Emails.kept(person.email()), hash, now)) {
        throw taken();
      }
      accounts.insertSession(handle, session, browser, now);
      audit.record(
          handle,
          actor,
          AuditKind.PEOPLE,
          "accepted the invitation for " + invitation.whom(),
          actor.personId());
      return true;
    });
    return session;
  }

  private static Problem taken() {
    return Problem.ofFaults(
        "The account can't be made yet.",
        List.of(
            Fault.at(
                "",
                0,
                "email",
                "somebody here signs in with this address already",
                "If it is you, sign in instead; else write another address.")));
  }

  private static Problem noSuchLink() {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        "This link does not work.",
        "It may have been used already, have expired after seven days, or not be copied whole. Ask"
            + " whoever sent it for a new one; if you have an account, sign in.");
  }
}
