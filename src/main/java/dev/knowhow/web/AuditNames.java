package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.AuditEntry;
import dev.knowhow.account.Client;
import dev.knowhow.account.Member;
import dev.knowhow.tool.ToolRow;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom and what the lines of the audit trail were done to, by the names they have now.
final class AuditNames {
  private static final Pattern OWN = Pattern.compile("^[0-9a-f-]{32,36}/");

  private final House house;
  private final Map<String, String> members;
  private final Map<String, String> clients;
  private final Map<String, String> tools;

  /// The names as they are when this is made.
  AuditNames(House house, Actor owner) {
    this.house = house;
    this.members =
        house.rooms().accounts().people().list(owner).stream()
            .collect(Collectors.toMap(Member::id, Member::name));
    this.clients =
        house.rooms().accounts().clients().list(owner).stream()
            .collect(Collectors.toMap(Client::id, Client::name));
    this.tools =
        house.rooms().tools().list(owner).stream()
            .collect(Collectors.toMap(ToolRow::id, ToolRow::name));
  }

  /// The people who are here now, by id.
  Map<String, String> members() {
    return members;
  }

  /// Whom or what a line was done to, or empty where the line itself says all.
  String on(AuditEntry entry) {
    String id = entry.on();
    return switch (entry.kind()) {
      case PEOPLE, ACCOUNT ->
          id.equals(entry.personId())
              ? ""
              : Optional.ofNullable(members.get(id))
                  .or(() -> house.rooms().accounts().people().nameOf(id))
                  .orElse("");
      case CLIENTS -> clients.getOrDefault(id, "");
      case TOOLS -> tools.getOrDefault(id, "");
      case MODELS -> id;
      case MONEY -> id.equals("budget") ? "" : clients.getOrDefault(id, model(id));
    };
  }

  /// A model without the id of the connection that it is an own one of.
  private static String model(String named) {
    return OWN.matcher(named).replaceFirst("");
  }

  /// The page of whom or what a line was done to.
  Optional<String> link(AuditEntry entry) {
    String id = entry.on();
    if (members.containsKey(id) && !id.equals(entry.personId())) {
      return Optional.of("/settings/people/" + id);
    }
    if (clients.containsKey(id)) {
      return Optional.of("/settings/clients/" + id);
    }
    return tools.containsKey(id) ? Optional.of("/tools/" + id) : Optional.empty();
  }
}
