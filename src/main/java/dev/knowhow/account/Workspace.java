package dev.knowhow.account;

import java.time.ZoneId;

/// The one workspace of an installation.
///
/// @param name what the owner calls it
/// @param trade the folder name of its vertical, such as `dental`
/// @param zone the time zone in which its days and months begin
public record Workspace(String name, String trade, ZoneId zone) {}
