package dev.knowhow.tool;

import java.time.Instant;
import java.util.Optional;

/// A tool in a list.
///
/// @param name what its newest version is called
/// @param about the newest version's one or two sentences
/// @param house the vertical it inherits from
/// @param from the template it was made from, such as `dental/denial-appeal`
/// @param newest the number of the newest version
/// @param clientId the client it belongs to, or empty for one of the workspace itself
public record ToolRow(
    String id,
    String name,
    String about,
    String house,
    String from,
    int newest,
    Instant addedAt,
    String addedBy,
    Optional<String> clientId) {}
