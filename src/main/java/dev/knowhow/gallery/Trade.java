package dev.knowhow.gallery;

import java.util.List;

/// A vertical as a person chooses it: its folder's name, what it is called and about.
///
/// @param roles who decides what in the trade
public record Trade(String id, String name, String about, String people, List<String> roles) {

  /// Copies the list.
  public Trade {
    roles = List.copyOf(roles);
  }
}
