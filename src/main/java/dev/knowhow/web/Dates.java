package dev.knowhow.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and moments as a person in the United States writes them, whatever the machine's language
/// and time zone are.
final class Dates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("h:mm:ss a", Locale.US);

  private Dates() {}

  /// `October 9, 2026`.
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// `Nov 24, 2026, 9:15 AM` where the workspace is.
  static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }

  /// `2:05:09 PM` for a moment of the same day as another one, else as [#moment].
  static String second(Instant moment, Instant other, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    boolean same = day.equals(other.atZone(zone).toLocalDate());
    return same ? SECOND.format(moment.atZone(zone)) : moment(moment, zone);
  }

  /// `2:05 PM` for a moment of the same day as another one, else as [#moment].
  static String near(Instant moment, Instant other, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    boolean same = day.equals(other.atZone(zone).toLocalDate());
    return same ? TIME.format(moment.atZone(zone)) : moment(moment, zone);
  }
}
