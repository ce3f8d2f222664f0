package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Client;
import dev.knowhow.account.Clients;
import dev.knowhow.account.Member;
import dev.knowhow.ledger.ClientSpend;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.ToolRow;
import dev.knowhow.tool.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Settings, Clients: whom tools are built for, with their own people, tools and budget.
final class ClientRoutes {
  private static final String CLIENTS = "/settings/clients";

  private final House house;
  private final Words words;
  private final Clients clients;
  private final Ledger ledger;
  private final Tools tools;
  private final ClientPages pages;

  ClientRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.clients = house.rooms().accounts().clients();
    this.ledger = house.rooms().ledger();
    this.tools = house.rooms().tools();
    this.pages = new ClientPages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(CLIENTS, Access.SIGNED_IN, "The clients; for owners.", this::list),
        Route.post(CLIENTS, Access.SIGNED_IN, "Adds a client.", this::add),
        Route.get(
            CLIENTS + "/{id}",
            Access.SIGNED_IN,
            "One client: its budget, its tools, its people.",
            visit -> show(visit, FieldFaults.NONE)),
        Route.post(
            CLIENTS + "/{id}",
            Access.SIGNED_IN,
            "Changes a client's name and monthly budget.",
            this::change),
        Route.post(
            CLIENTS + "/{id}/tools",
            Access.SIGNED_IN,
            "Says which tools are the client's.",
            this::assign),
        Route.post(
            CLIENTS + "/{id}/close",
            Access.SIGNED_IN,
            "Closes a client: its people are suspended at once.",
            visit -> {
              clients.close(visit.actor(), visit.part("id"));
              visit.leadTo(CLIENTS + "?said=closed");
            }),
        Route.post(
            CLIENTS + "/{id}/open",
            Access.SIGNED_IN,
            "Opens a closed client again.",
            visit -> {
              clients.open(visit.actor(), visit.part("id"));
              visit.leadTo(CLIENTS + "/" + visit.part("id") + "?said=opened");
            }));
  }

  private void list(Visit visit) {
    visit.actor().mustOwn(words.of("clients.doing"));
    list(visit, "", "", FieldFaults.NONE);
  }

  private void list(Visit visit, String name, String cap, FieldFaults faults) {
    Actor owner = visit.actor();
    Map<String, ClientSpend> spends =
        ledger.clientsThisMonth().stream()
            .collect(Collectors.toMap(ClientSpend::clientId, Function.identity()));
    List<ToolRow> all = tools.list(owner);
    List<Member> people = house.rooms().accounts().people().list(owner);
    List<ClientsPage.Line> lines =
        clients.list(owner).stream()
            .map(one -> pages.line(one, all, people, Optional.ofNullable(spends.get(one.id()))))
            .toList();
    List<Field> fields = pages.fields(name, cap, faults);
    visit.show(
        "settings/clients",
        new ClientsPage(
            visit.frame(words.of("clients.title"), "people"),
            lines,
            fields,
            Field.faultsOf(fields),
            faults.whole()));
  }

  private void add(Visit visit) {
    visit.actor().mustOwn(words.of("clients.doing"));
    String name = visit.sent("name");
    String cap = visit.sent("cap");
    try {
      Optional<Money> budget = pages.budget(cap);
      Client client = clients.add(visit.actor(), name);
      if (budget.isPresent()) {
        ledger.changeClientCap(visit.actor(), client, budget);
      }
      visit.leadTo(CLIENTS + "/" + client.id() + "?said=saved");
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      list(visit, name, cap, FieldFaults.of(problem));
    }
  }

  private void show(Visit visit, FieldFaults faults) {
    visit.actor().mustOwn(words.of("clients.doing"));
    Client client = clients.one(visit.actor(), visit.part("id"));
    ClientSpend spend = ledger.clientThisMonth(client.id());
    boolean again = !faults.equals(FieldFaults.NONE);
    String name = again ? visit.sent("name") : client.name();
    String cap = again ? visit.sent("cap") : spend.cap().map(Dollars::typed).orElse("");
    visit.show(
        "settings/client",
        pages.one(visit, client, spend, pages.fields(name, cap, faults), faults));
  }

  private void change(Visit visit) {
    visit.actor().mustOwn(words.of("clients.doing"));
    Client client = clients.one(visit.actor(), visit.part("id"));
    try {
      Optional<Money> budget = pages.budget(visit.sent("cap"));
      if (!visit.sent("name").strip().equals(client.name())) {
        clients.rename(visit.actor(), client.id(), visit.sent("name"));
      }
      if (!ledger.clientThisMonth(client.id()).cap().equals(budget)) {
        ledger.changeClientCap(visit.actor(), client, budget);
      }
      visit.leadTo(CLIENTS + "/" + client.id() + "?said=saved");
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      show(visit, FieldFaults.of(problem));
    }
  }

  private void assign(Visit visit) {
    Actor owner = visit.actor();
    owner.mustOwn(words.of("clients.doing"));
    Client client = clients.one(owner, visit.part("id"));
    List<String> chosen = visit.context().formParams("tool");
    for (ToolRow tool : tools.list(owner)) {
      boolean has = tool.clientId().equals(Optional.of(client.id()));
      if (chosen.contains(tool.id()) != has) {
        tools.assign(owner, tool.id(), has ? Optional.empty() : Optional.of(client));
      }
    }
    visit.leadTo(CLIENTS + "/" + client.id() + "?said=saved");
  }
}
