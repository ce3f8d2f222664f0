package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Client;
import dev.knowhow.account.Rights;
import dev.knowhow.account.Role;
import dev.knowhow.gallery.Trade;
import dev.knowhow.tool.ToolRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The questions about what a person may do.
final class RightsForm {
  private final House house;
  private final Words words;

  RightsForm(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// The questions, with the answers that hold now.
  List<Field> fields(Actor owner, RightsAnswers now, FieldFaults faults) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.required("role", words.of("rights.role"), new Control.Pick(roles(now.role()), true))
            .faulty(faults.at("role")));
    List<Control.Choice> deciders = deciders(owner, now);
    if (!deciders.isEmpty()) {
      fields.add(
          optional("decides", new Control.Checks(deciders))
              .help(words.of("rights.decides.help"))
              .faulty(faults.at("decides")));
    }
    List<Control.Choice> clients = clients(owner, now.client());
    if (clients.size() > 1) {
      fields.add(
          optional("client", new Control.Menu(clients))
              .help(words.of("rights.client.help"))
              .faulty(faults.at("client")));
    }
    return fields;
  }

  private Field optional(String name, Control control) {
    return new Field(name, words.of("rights." + name), "", false, false, Optional.empty(), control);
  }

  private List<Control.Choice> roles(String now) {
    List<Control.Choice> choices = new ArrayList<>();
    for (Role role : List.of(Role.RUNNER, Role.BUILDER, Role.OWNER)) {
      String key = "role." + role.name().toLowerCase(Locale.ROOT);
      choices.add(
          new Control.Choice(
              role.name(), words.of(key), words.of(key + ".about"), role.name().equals(now)));
    }
    return choices;
  }

  /// The roles of the workspace's trade, of the trades of its tools, and whatever the person has.
  private List<Control.Choice> deciders(Actor owner, RightsAnswers now) {
    Set<String> trades = new TreeSet<>(Set.of(house.trade()));
    house.rooms().tools().list(owner).stream().map(ToolRow::house).forEach(trades::add);
    Map<String, String> offered = new LinkedHashMap<>();
    for (Trade trade : house.trades()) {
      if (trades.contains(trade.id())) {
        trade.roles().forEach(role -> offered.put(trade.id() + "/" + role, decider(trade, role)));
      }
    }
    now.decides().stream()
        .filter(one -> one.indexOf('/') > 0)
        .sorted()
        .forEach(one -> offered.putIfAbsent(one, decider(one)));
    return offered.entrySet().stream()
        .map(one ->
            new Control.Choice(
                one.getKey(), one.getValue(), "", now.decides().contains(one.getKey())))
        .toList();
  }

  private List<Control.Choice> clients(Actor owner, String now) {
    List<Control.Choice> choices = new ArrayList<>();
    choices.add(new Control.Choice("", words.of("rights.client.none"), "", now.isEmpty()));
    for (Client client : house.rooms().accounts().clients().list(owner)) {
      boolean chosen = client.id().equals(now);
      if (client.closed().isEmpty() || chosen) {
        choices.add(new Control.Choice(client.id(), client.name(), "", chosen));
      }
    }
    return choices;
  }

  /// What a person may do, in a few words: `Runner · decides as doctor · Maple Street`.
  List<String> inWords(Rights rights, List<Client> clients) {
    List<String> said = new ArrayList<>();
    said.add(words.of("role." + rights.role().name().toLowerCase(Locale.ROOT)));
    if (!rights.decides().isEmpty()) {
      String decides =
          rights.decides().stream().sorted().map(this::decider).collect(Collectors.joining(", "));
      said.add(words.of("rights.decidesAs", decides));
    }
    rights.clientId().flatMap(id -> named(id, clients)).ifPresent(said::add);
    return said;
  }

  private static Optional<String> named(String id, List<Client> clients) {
    return clients.stream().filter(one -> one.id().equals(id)).map(Client::name).findFirst();
  }

  /// A role that decides as a person reads it; with its trade where it is not the workspace's.
  private String decider(String written) {
    int slash = written.indexOf('/');
    String vertical = written.substring(0, slash);
    String role = written.substring(slash + 1);
    return house.trades().stream()
        .filter(trade -> trade.id().equals(vertical))
        .findFirst()
        .map(trade -> decider(trade, role))
        .orElse(role);
  }

  private String decider(Trade trade, String role) {
    return trade.id().equals(house.trade()) ? role : words.of("rights.ofTrade", role, trade.name());
  }
}
