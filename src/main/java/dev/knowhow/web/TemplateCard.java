package dev.knowhow.web;

import java.util.List;

/// A template that can become a tool.
///
/// @param id what *Try it* sends: `dental/denial-appeal`
/// @param promises what it saves, costs and proves, each with an icon
record TemplateCard(
    String id, String vertical, String trade, String name, String about, List<Promise> promises) {

  /// Copies the list.
  TemplateCard {
    promises = List.copyOf(promises);
  }

  /// One fact of a template.
  ///
  /// @param icon the name of an icon
  /// @param strong the part that counts
  /// @param rest what follows it
  record Promise(String icon, String strong, String rest) {}
}
