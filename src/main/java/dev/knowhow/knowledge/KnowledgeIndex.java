package dev.knowhow.knowledge;

import java.util.Collection;
import java.util.List;

/// The passages of some texts, and which of them fit a question best. Immutable and thread-safe.
public final class KnowledgeIndex {
  private KnowledgeIndex() {}

  /// Cuts texts into passages and indexes them.
  public static KnowledgeIndex of(List<KnowledgeText> texts) {
    throw new UnsupportedOperationException(texts.toString());
  }

  /// The passages that fit a question best, best first; none is an ordinary answer.
  ///
  /// @param in the names of the texts to look in
  public List<Passage> find(Collection<String> in, String query, int atMost) {
    throw new UnsupportedOperationException(in + query + atMost);
  }
}
