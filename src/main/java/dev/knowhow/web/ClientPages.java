package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Client;
import dev.knowhow.account.Member;
import dev.knowhow.ledger.ClientSpend;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.ToolRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the pages about clients hold.
final class ClientPages {
  private static final String NONE = "–";

  private final House house;
  private final Words words;
  private final RightsForm form;

  ClientPages(House house) {
    this.house = house;
    this.words = house.words();
    this.form = new RightsForm(house);
  }

  /// A client as a line of the list.
  ClientsPage.Line line(
      Client client, List<ToolRow> tools, List<Member> people, Optional<ClientSpend> spend) {
    Optional<String> id = Optional.of(client.id());
    return new ClientsPage.Line(
        client.id(),
        client.name(),
        client.closed().isPresent(),
        Numbers.grouped(tools.stream().filter(one -> one.clientId().equals(id)).count()),
        Numbers.grouped(people.stream().filter(one -> one.rights().clientId().equals(id)).count()),
        spend.map(one -> one.spent().shown()).orElse(NONE),
        spend.flatMap(ClientSpend::cap).map(Money::shown).orElse(words.of("clients.noCap")));
  }

  /// The questions for a client's name and budget.
  List<Field> fields(String name, String cap, FieldFaults faults) {
    Field called =
        new Field(
            "name",
            words.of("clients.name"),
            words.of("clients.name.help"),
            true,
            true,
            faults.at("name"),
            Control.Line.text(name));
    Field budget =
        new Field(
            "cap",
            words.of("clients.cap"),
            words.of("clients.cap.help"),
            false,
            true,
            faults.at("cap"),
            new Control.Line("text", cap, "decimal", "$", "", "off"));
    return List.of(called, budget);
  }

  /// The budget that was typed; empty where the client has none of its own.
  ///
  /// @throws Problem of kind `BAD_INPUT` at `cap` for what is no amount
  Optional<Money> budget(String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    if (!Dollars.usable(typed)) {
      throw Problem.at(Problem.Kind.BAD_INPUT, "cap", words.of("budget.amount", typed), "");
    }
    return Optional.of(Dollars.money(typed));
  }

  /// The page of one client.
  ClientPage one(
      Visit visit, Client client, ClientSpend spend, List<Field> fields, FieldFaults faults) {
    Actor owner = visit.actor();
    Optional<String> id = Optional.of(client.id());
    List<Client> clients = house.rooms().accounts().clients().list(owner);
    return new ClientPage(
        visit.frame(client.name(), "people"),
        client.id(),
        client.name(),
        meter(spend),
        words.of("clients.spent", spend.spent().shown()),
        fields,
        Field.faultsOf(fields),
        tools(house.rooms().tools().list(owner), client, clients),
        house.rooms().accounts().people().list(owner).stream()
            .filter(member -> member.rights().clientId().equals(id))
            .map(this::person)
            .toList(),
        client.closed().map(since -> words.of("clients.closed", client.name(), day(since))),
        faults.whole());
  }

  /// Where a client's budget stands, if it has one.
  Optional<Meter> meter(ClientSpend spend) {
    return spend
        .cap()
        .map(cap ->
            Meter.of(
                words.of("meter.month", spend.spent().shown(), cap.shown()),
                spend.spent().picos(),
                spend.held().picos(),
                cap.picos()));
  }

  private Optional<Field> tools(List<ToolRow> tools, Client client, List<Client> clients) {
    if (tools.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> names =
        clients.stream().collect(Collectors.toMap(Client::id, Client::name));
    List<Control.Choice> choices = tools.stream().map(tool -> choice(tool, client, names)).toList();
    return Optional.of(
        new Field(
            "tool",
            words.of("clients.tools.question"),
            words.of("clients.tools.help"),
            false,
            false,
            Optional.empty(),
            new Control.Checks(choices)));
  }

  private Control.Choice choice(ToolRow tool, Client client, Map<String, String> names) {
    boolean has = tool.clientId().equals(Optional.of(client.id()));
    String note =
        has
            ? ""
            : tool.clientId()
                .map(id -> words.of("clients.nowWith", names.getOrDefault(id, "")))
                .orElse("");
    return new Control.Choice(tool.id(), tool.name(), note, has);
  }

  private PeoplePage.Person person(Member member) {
    boolean suspended = member.suspended().isPresent();
    return new PeoplePage.Person(
        member.id(),
        member.name(),
        member.email(),
        form.inWords(member.rights(), List.of()),
        suspended,
        suspended ? words.of("people.suspended") : "");
  }

  private String day(Instant moment) {
    return Dates.day(LocalDate.ofInstant(moment, house.rooms().accounts().workspace().zone()));
  }
}
