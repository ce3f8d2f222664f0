package dev.knowhow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every page has around its own content.
///
/// @param title the title of the browser's tab
/// @param here which entry of the navigation the page belongs to: `tools`, `reviews`, `models`,
///   `spending`, `people`, `account` or empty
/// @param vertical the trade whose accent colour the page wears
/// @param csrf the token that every form sends back
/// @param visitor who is signed in
/// @param scripts the script modules the page gets better with, as `/static/` paths
/// @param refresh whether a browser without script asks again by itself
/// @param notice something that has just happened, said once
record Frame(
    String title,
    String here,
    String vertical,
    String csrf,
    Optional<Visitor> visitor,
    List<String> scripts,
    boolean refresh,
    Optional<String> notice) {

  /// The person who is signed in, as the page's head shows it.
  ///
  /// @param month where the month's budget stands; empty where the person is not to see it
  /// @param owner whether the person looks after the others
  /// @param inside whether the person works here and does not belong to a client
  /// @param waiting how many reviews wait for the person, or empty
  record Visitor(
      String name,
      String workspace,
      Optional<Meter> month,
      boolean owner,
      boolean inside,
      String waiting) {}

  /// Copies the list.
  Frame {
    scripts = List.copyOf(scripts);
  }

  /// The same frame with more script modules.
  Frame with(String... modules) {
    List<String> all = new ArrayList<>(scripts);
    all.addAll(List.of(modules));
    return new Frame(title, here, vertical, csrf, visitor, all, refresh, notice);
  }

  /// The same frame in a trade's colour.
  Frame in(String vertical) {
    return new Frame(title, here, vertical, csrf, visitor, scripts, refresh, notice);
  }

  /// The same frame of a page that changes by itself.
  Frame refreshing() {
    return new Frame(title, here, vertical, csrf, visitor, scripts, true, notice);
  }

  /// `page` for the current entry of the navigation, else null: no attribute.
  Optional<String> onTools() {
    return current("tools");
  }

  /// As [#onTools], for the reviews.
  Optional<String> onReviews() {
    return current("reviews");
  }

  /// As [#onTools], for the models.
  Optional<String> onModels() {
    return current("models");
  }

  /// As [#onTools], for the spending limits.
  Optional<String> onSpending() {
    return current("spending");
  }

  /// As [#onTools], for the people.
  Optional<String> onPeople() {
    return current("people");
  }

  /// As [#onTools], for one's own account.
  Optional<String> onAccount() {
    return current("account");
  }

  private Optional<String> current(String entry) {
    return here.equals(entry) ? Optional.of("page") : Optional.empty();
  }
}
