package dev.knowhow.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The passages of some texts, and which of them fit a question best. Immutable and thread-safe.
///
/// Passages are ranked by BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009) with k1 = 1.2 and b = 0.75 over words of the passage and its
/// headings. What a word weighs in a passage is worked out when the index is made. Equal scores
/// keep the order of the texts, and a sum is made in the order of the question's words, so the same
/// question has the same answer everywhere.
public final class KnowledgeIndex {
  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int MOST_WORDS_OF_A_PASSAGE = 100_000;
  private static final int MOST_WORDS_OF_A_QUESTION = 2_000;
  private static final int MOST_TERMS = 64;

  private record Posting(int passage, double weight) {}

  private record Hit(int passage, double score) {}

  private final List<Passage> passages;
  private final Map<String, List<Posting>> postings;

  private KnowledgeIndex(List<Passage> passages, Map<String, List<Posting>> postings) {
    this.passages = passages;
    this.postings = postings;
  }

  /// Cuts texts into passages and indexes them.
  public static KnowledgeIndex of(List<KnowledgeText> texts) {
    List<Passage> passages = new ArrayList<>();
    texts.forEach(text -> passages.addAll(MarkdownPassages.of(text)));
    List<Map<String, Integer>> counts = passages.stream().map(KnowledgeIndex::counts).toList();
    double[] lengths =
        counts.stream().mapToDouble(c -> c.values().stream().mapToInt(n -> n).sum()).toArray();
    double sum = 0;
    for (double length : lengths) {
      sum += length;
    }
    double mean = Math.max(1, sum / Math.max(1, lengths.length));
    Map<String, Integer> spread = new HashMap<>();
    counts.forEach(c -> c.keySet().forEach(word -> spread.merge(word, 1, Integer::sum)));
    Map<String, List<Posting>> postings = new HashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      for (Map.Entry<String, Integer> word : counts.get(i).entrySet()) {
        int in = spread.getOrDefault(word.getKey(), 1);
        double rare = StrictMath.log(1 + (counts.size() - in + 0.5) / (in + 0.5));
        double often = word.getValue();
        double weight = rare * often * (K1 + 1) / (often + K1 * (1 - B + B * lengths[i] / mean));
        postings.computeIfAbsent(word.getKey(), _ -> new ArrayList<>()).add(new Posting(i, weight));
      }
    }
    return new KnowledgeIndex(List.copyOf(passages), postings);
  }

  /// All passages, in the order of their texts.
  public List<Passage> passages() {
    return passages;
  }

  /// The passages that fit a question best, best first; none is an ordinary answer.
  ///
  /// @param in the names of the texts to look in
  /// @param query the question, or any text: its first 64 different words count
  public List<Passage> find(Collection<String> in, String query, int atMost) {
    Set<String> names = new HashSet<>(in);
    Set<String> terms = new LinkedHashSet<>(Words.of(query, MOST_WORDS_OF_A_QUESTION));
    double[] scores = new double[passages.size()];
    terms.stream()
        .limit(MOST_TERMS)
        .forEach(term ->
            postings
                .getOrDefault(term, List.of())
                .forEach(posting -> scores[posting.passage()] += posting.weight()));
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && names.contains(passages.get(i).source())) {
        hits.add(new Hit(i, scores[i]));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::passage));
    return hits.stream().limit(atMost).map(hit -> passages.get(hit.passage())).toList();
  }

  /// How often each word stands in a passage; a word of its headings counts twice.
  private static Map<String, Integer> counts(Passage passage) {
    Map<String, Integer> counts = new HashMap<>();
    Words.of(passage.text(), MOST_WORDS_OF_A_PASSAGE)
        .forEach(w -> counts.merge(w, 1, Integer::sum));
    Words.of(passage.heading(), MOST_WORDS_OF_A_PASSAGE)
        .forEach(word -> counts.merge(word, 2, Integer::sum));
    return counts;
  }
}
