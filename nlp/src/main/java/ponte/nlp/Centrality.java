package ponte.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much the other sentences of a text say the same as each: continuous LexRank of Erkan and
 * Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 22,
 * 2004, over cosines of 0.1 and more of tf-idf.
 */
final class Centrality {

  private static final double THRESHOLD = 0.1;
  private static final double DAMPING = 0.85;
  private static final double PRECISION = 1e-6;
  private static final int MOST_ROUNDS = 100;

  private record Weighted(int sentence, double weight) {}

  private record Edge(int to, double similarity) {}

  private Centrality() {}

  static double[] of(List<List<String>> sentences) {
    var ranks = rank(edges(unitVectors(sentences)));
    for (int i = 0; i < ranks.length; i++) {
      if (sentences.get(i).isEmpty()) {
        ranks[i] = 0;
      }
    }
    double most = Arrays.stream(ranks).max().orElse(0);
    return most == 0 ? ranks : Arrays.stream(ranks).map(rank -> rank / most).toArray();
  }

  /** For each sentence the weight of its terms, with length 1. */
  private static List<Map<String, Double>> unitVectors(List<List<String>> sentences) {
    var sentencesWith = new HashMap<String, Integer>();
    var counts = new ArrayList<Map<String, Double>>();
    for (var terms : sentences) {
      var count = new HashMap<String, Double>();
      terms.forEach(term -> count.merge(term, 1.0, Double::sum));
      count.keySet().forEach(term -> sentencesWith.merge(term, 1, Integer::sum));
      counts.add(count);
    }
    for (var vector : counts) {
      vector.replaceAll(
          (term, count) ->
              count
                  * Math.log(1 + (double) sentences.size() / sentencesWith.getOrDefault(term, 1)));
      double length =
          Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
      vector.replaceAll((_, weight) -> weight / length);
    }
    return counts;
  }

  /**
   * The pairs that are alike. Those that share no term are never compared, so a text of thousands
   * of sentences is fine.
   */
  private static List<List<Edge>> edges(List<Map<String, Double>> vectors) {
    var sentencesOf = new HashMap<String, List<Weighted>>();
    for (int i = 0; i < vectors.size(); i++) {
      for (var entry : vectors.get(i).entrySet()) {
        sentencesOf
            .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
            .add(new Weighted(i, entry.getValue()));
      }
    }
    var edges = new ArrayList<List<Edge>>();
    var similarities = new double[vectors.size()];
    for (int i = 0; i < vectors.size(); i++) {
      Arrays.fill(similarities, 0);
      vectors
          .get(i)
          .forEach(
              (term, weight) -> {
                for (var other : sentencesOf.getOrDefault(term, List.of())) {
                  similarities[other.sentence()] += weight * other.weight();
                }
              });
      var near = new ArrayList<Edge>();
      for (int j = 0; j < similarities.length; j++) {
        if (j != i && similarities[j] >= THRESHOLD) {
          near.add(new Edge(j, similarities[j]));
        }
      }
      edges.add(near);
    }
    return edges;
  }

  private static double[] rank(List<List<Edge>> edges) {
    int size = edges.size();
    var ranks = new double[size];
    Arrays.fill(ranks, 1.0 / size);
    double change = 1;
    for (int round = 0; round < MOST_ROUNDS && change > PRECISION; round++) {
      var next = next(ranks, edges);
      change = 0;
      for (int i = 0; i < size; i++) {
        change += Math.abs(next[i] - ranks[i]);
      }
      ranks = next;
    }
    return ranks;
  }

  /** One step of the walk; from a sentence like no other it goes anywhere. */
  private static double[] next(double[] ranks, List<List<Edge>> edges) {
    var next = new double[ranks.length];
    double anywhere = 0;
    for (int i = 0; i < ranks.length; i++) {
      double all = edges.get(i).stream().mapToDouble(Edge::similarity).sum();
      anywhere += edges.get(i).isEmpty() ? ranks[i] : (1 - DAMPING) * ranks[i];
      for (var edge : edges.get(i)) {
        next[edge.to()] += DAMPING * ranks[i] * edge.similarity() / all;
      }
    }
    for (int i = 0; i < next.length; i++) {
      next[i] += anywhere / next.length;
    }
    return next;
  }
}
