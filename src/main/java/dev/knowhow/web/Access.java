package dev.knowhow.web;

/// Who may use a route.
enum Access {
  /// Anybody, also before there is an owner.
  ANYBODY,
  /// Anybody who is not signed in yet: the welcome and the sign-in page.
  NOT_SIGNED_IN,
  /// Anybody who has the link, signed in or not.
  BY_LINK,
  /// People who are signed in; what they may do is checked by the rooms below.
  SIGNED_IN
}
