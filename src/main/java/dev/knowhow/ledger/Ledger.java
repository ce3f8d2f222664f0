package dev.knowhow.ledger;

import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditKind;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Client;
import dev.knowhow.price.Money;
import dev.knowhow.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Money set aside, money charged, and the budgets above both.
///
/// A call is made only after [#reserve] has set aside the most it can cost, and every reservation
/// ends in exactly one of [#settle], [#free] and [#lost]. For each budget, what is charged and what
/// is set aside never exceed the cap together, to the picodollar and whatever number of threads or
/// servers asks; and what fits is never refused. The budget of a run holds for it together with all
/// runs that it uses, and so does the cap of a purse that it is paid from. The totals are rows that
/// change in the same transaction as what they total.
///
/// Thread-safe.
public final class Ledger {
  private final Database database;
  private final AuditTrail audit;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final ReservationStore reservations = new ReservationStore();
  private final ChargeStore charges = new ChargeStore();
  private final TotalStore totals = new TotalStore();
  private final ClientTotalStore clients = new ClientTotalStore();
  private final PurseStore purses = new PurseStore();
  private final ClientOf clientOf;

  /// The ledger kept in `database`, of a workspace without clients.
  ///
  /// @param zone says in which time zone the workspace's months begin
  /// @param ids makes a new id at each call
  public Ledger(
      Database database,
      AuditTrail audit,
      Supplier<ZoneId> zone,
      InstantSource clock,
      Supplier<String> ids) {
    this(database, audit, zone, clock, ids, (_, _) -> Optional.empty());
  }

  /// The ledger kept in `database`, where tools may belong to clients.
  public Ledger(
      Database database,
      AuditTrail audit,
      Supplier<ZoneId> zone,
      InstantSource clock,
      Supplier<String> ids,
      ClientOf clientOf) {
    this.clientOf = clientOf;
    this.database = database;
    this.audit = audit;
    this.zone = zone;
    this.clock = clock;
    this.ids = ids;
  }

  /// Sets aside the most that a call can cost, in every budget above it, and returns after that is
  /// committed; or says which budget it could pass, and sets nothing aside.
  public Reserving reserve(ReserveRequest request) {
    return reserve(request, _ -> {});
  }

  /// The same, and what the caller writes about the call, in one transaction; it is kept also where
  /// nothing is set aside.
  public Reserving reserve(ReserveRequest request, Consumer<Handle> also) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    YearMonth month = YearMonth.from(now.atZone(zone.get()));
    String id = ids.get();
    return database.write(handle -> {
      also.accept(handle);
      Optional<String> client = clientOf.client(handle, request);
      return reserve(handle, new Reservation(id, request, month, now, client));
    });
  }

  private Reserving reserve(Handle handle, Reservation wanted) {
    long picos = wanted.request().atMost().picos();
    Ended nothing = new Ended(picos, 0, 0);
    if (!totals.holdInMonth(handle, wanted.month(), picos)) {
      MonthSpend month = totals.month(handle, wanted.month(), totals.caps(handle).perMonth());
      return over(Budget.MONTH, month.cap(), month.spent(), month.held(), wanted);
    }
    Optional<String> client = wanted.clientId();
    if (client.filter(id -> !clients.hold(handle, id, wanted.month(), picos)).isPresent()) {
      totals.endInMonth(handle, wanted.month(), nothing);
      ClientSpend spend = clients.of(handle, client.get(), wanted.month());
      return over(Budget.CLIENT, spend.cap().orElseThrow(), spend.spent(), spend.held(), wanted);
    }
    String root = wanted.request().rootRunId();
    Optional<String> purse = purses.ofRun(handle, root);
    if (purse.filter(id -> !purses.hold(handle, id, picos)).isPresent()) {
      endInTime(handle, wanted, nothing);
      PurseSpend spend = purses.find(handle, purse.get()).orElseThrow();
      return over(Budget.PURSE, spend.cap(), spend.spent(), spend.held(), wanted);
    }
    if (!totals.holdInRun(handle, root, picos)) {
      endInTime(handle, wanted, nothing);
      purses.end(handle, root, nothing);
      RunSpend run = totals.run(handle, root);
      return over(Budget.RUN, totals.caps(handle).perRun(), run.spent(), run.held(), wanted);
    }
    if (wanted.request().isInner()) {
      totals.holdInside(handle, wanted.request().runId(), picos);
    }
    reservations.insert(handle, wanted);
    return new Reserving.Reserved(wanted);
  }

  private static Reserving over(
      Budget budget, Money cap, Money spent, Money held, Reservation wanted) {
    return new Reserving.OverBudget(
        budget, cap, spent, held, wanted.request().atMost(), "The owner of this workspace");
  }

  /// Charges what a call cost and ends its reservation, in the transaction of the caller.
  ///
  /// The charge is the truth even where it is more than was set aside.
  ///
  /// @throws IllegalStateException if the reservation has ended already
  public void settle(Handle handle, Reservation reservation, ChargeRow row) {
    end(handle, reservation, row.cost(), Money.ZERO, 1);
    charges.insert(handle, reservation, row, clock.millis());
  }

  /// Ends the reservation of a call that was never made, or is known to cost nothing.
  ///
  /// @throws IllegalStateException if the reservation has ended already
  public void free(Handle handle, Reservation reservation) {
    end(handle, reservation, Money.ZERO, Money.ZERO, 0);
  }

  /// Gives a call up whose outcome nobody knows: it is charged with the most it can have cost.
  ///
  /// @throws IllegalStateException if the reservation has ended already
  public void lost(Handle handle, Reservation reservation) {
    Money atMost = reservation.request().atMost();
    end(handle, reservation, atMost, atMost, 1);
    charges.insertLost(handle, reservation, clock.millis());
  }

  private void endInTime(Handle handle, Reservation reservation, Ended ended) {
    totals.endInMonth(handle, reservation.month(), ended);
    reservation
        .clientId()
        .ifPresent(client -> clients.end(handle, client, reservation.month(), ended));
  }

  private void end(Handle handle, Reservation reservation, Money cost, Money unknown, int charged) {
    if (!reservations.delete(handle, reservation.id())) {
      throw new IllegalStateException("the reservation has ended already: " + reservation.id());
    }
    ReserveRequest request = reservation.request();
    Ended ended = new Ended(request.atMost().picos(), cost.picos(), unknown.picos());
    endInTime(handle, reservation, ended);
    purses.end(handle, request.rootRunId(), ended);
    long charges = totals.endInRun(handle, request.runId(), ended, charged);
    if (request.isInner()) {
      totals.endInRun(handle, request.rootRunId(), ended, 0);
    }
    if (charged > 0 && !request.toolId().isEmpty()) {
      totals.spendInTool(handle, reservation, cost.picos(), charges == 1 ? 1 : 0);
    }
  }

  /// The reservations of a run that have not ended; after a start they are of calls whose process
  /// is gone.
  public List<Reservation> openOf(Handle handle, String runId) {
    return reservations.ofRun(handle, runId);
  }

  /// All reservations that have not ended, the oldest first.
  public List<Reservation> open() {
    return database.read(reservations::all);
  }

  /// Gives up as [#lost] every call that was set aside longer ago than any call lasts, whatever it
  /// was for, and says how many there were: the process that made them is gone.
  public int giveUpOlderThan(Duration age) {
    Instant since = clock.instant().minus(age);
    return database.write(handle -> {
      List<Reservation> old = reservations.before(handle, since);
      old.forEach(reservation -> lost(handle, reservation));
      return old.size();
    });
  }

  /// How much the budgets allow.
  public Caps caps() {
    return database.read(totals::caps);
  }

  /// Changes what the budgets allow, from the next call on; for an owner.
  ///
  /// @throws Problem of kind `NOT_ALLOWED` for anyone else
  public void changeCaps(Actor actor, Caps caps) {
    actor.mustOwn("change a budget");
    database.write(handle -> {
      totals.setCaps(handle, caps);
      String what =
          "set the budget to "
              + caps.perRun().shown()
              + " for a run and "
              + caps.perMonth().shown()
              + " for a month";
      audit.record(handle, actor, AuditKind.MONEY, what, "budget");
      return true;
    });
  }

  /// Changes what the tools of a client may cost in a month, from the next call on; for an owner.
  ///
  /// @param cap the most, or empty where only the workspace's budget counts
  /// @throws Problem of kind `NOT_ALLOWED` for anyone else
  public void changeClientCap(Actor actor, Client client, Optional<Money> cap) {
    actor.mustOwn("change a client's budget");
    database.write(handle -> {
      clients.setCap(handle, client.id(), cap);
      String what =
          cap.map(money ->
                  "set the budget of " + client.name() + " to " + money.shown() + " a month")
              .orElse("took away the budget of " + client.name());
      audit.record(handle, actor, AuditKind.MONEY, what, client.id());
      return true;
    });
  }

  /// Where a client's budget of the current month stands.
  public ClientSpend clientThisMonth(String clientId) {
    YearMonth month = currentMonth();
    return database.read(handle -> clients.of(handle, clientId, month));
  }

  /// Where the budgets of the current month stand of every client that has one or had a call.
  public List<ClientSpend> clientsThisMonth() {
    YearMonth month = currentMonth();
    return database.read(handle -> clients.all(handle, month));
  }

  /// The month that it is in the workspace's time zone.
  public YearMonth currentMonth() {
    return YearMonth.from(clock.instant().atZone(zone.get()));
  }

  /// Where the budget of the current month stands.
  public MonthSpend thisMonth() {
    YearMonth month = currentMonth();
    return database.read(handle -> totals.month(handle, month, totals.caps(handle).perMonth()));
  }

  /// What a run and the runs that it uses have cost so far; nothing for a run without a charge.
  public RunSpend run(String runId) {
    return database.read(handle -> totals.run(handle, runId));
  }

  /// The charges of a run in the order in which they were made.
  public List<Charge> chargesOf(String runId) {
    return database.read(handle -> charges.ofRun(handle, runId));
  }

  /// What each tool cost in the current month; tools without a charge are not in it.
  public List<ToolSpend> toolsThisMonth() {
    YearMonth month = currentMonth();
    return database.read(handle -> totals.tools(handle, month));
  }
}
