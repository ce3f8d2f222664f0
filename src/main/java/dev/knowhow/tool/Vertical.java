package dev.knowhow.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A trade: its vocabulary, its rules, its kinds of sensitive data and its packs of knowledge.
///
/// @param id the folder's name
/// @param people who its tools are for
/// @param vocabulary the trade's words with their meaning
/// @param roles who decides what in the trade
/// @param sensitive kinds of text that must not leak
/// @param rules the house rules, in Markdown; first in every prompt
/// @param neverSay words that no result may hold
public record Vertical(
    String id,
    String name,
    String about,
    String people,
    Map<String, String> vocabulary,
    List<String> roles,
    List<String> sensitive,
    String rules,
    List<Written> neverSay,
    List<Pack> packs) {

  /// Copies the lists.
  public Vertical {
    vocabulary = Collections.unmodifiableMap(new LinkedHashMap<>(vocabulary));
    roles = List.copyOf(roles);
    sensitive = List.copyOf(sensitive);
    neverSay = List.copyOf(neverSay);
    packs = List.copyOf(packs);
  }

  /// The pack of a name.
  public Optional<Pack> pack(String name) {
    return packs.stream().filter(pack -> pack.name().equals(name)).findFirst();
  }
}
