package ponte.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import ponte.bench.SummarySet.Summarised;
import ponte.nlp.Nlp;
import ponte.nlp.Summaries.Sentence;

/** A way to say a conversation in some of its own sentences. */
interface Extracting {

  String name();

  /**
   * @param sentences all that the conversation has; never empty
   * @param words about how long the summary is to be
   */
  String summary(Summarised conversation, List<Sentence> sentences, int words);

  /** One that takes the sentences best first while there is room. */
  record Ranked(String name, Ranking ranking) implements Extracting {
    @Override
    public String summary(Summarised conversation, List<Sentence> sentences, int words) {
      return Extract.of(sentences, ranking.bestFirst(sentences), words);
    }
  }

  /** All sentences by their places, best first. */
  interface Ranking {
    List<Integer> bestFirst(List<Sentence> sentences);
  }

  static Extracting ofPonte(Nlp nlp) {
    return new Ranked("Ponte", sentences -> nlp.summary(sentences, sentences.size()));
  }

  /** Those that know nothing but the text, simplest first. */
  static List<Extracting> rivals(Nlp nlp) {
    return List.of(
        new Ranked("random", Extracting::random),
        new Ranked("lead", sentences -> by(sentences, at -> -at)),
        new Ranked("lead of each turn", Extracting::leadOfEachTurn),
        new Ranked("longest", sentences -> by(sentences, at -> words(sentences, at))),
        new Ranked("TextRank", sentences -> by(sentences, TextRank.of(sentences))),
        new Ranked(
            "LexRank",
            sentences ->
                by(sentences, nlp.centrality(sentences.stream().map(Sentence::terms).toList()))));
  }

  private static List<Integer> random(List<Sentence> sentences) {
    var places = new ArrayList<>(IntStream.range(0, sentences.size()).boxed().toList());
    Collections.shuffle(places, new Random(sentences.size()));
    return places;
  }

  /** The first sentence of each turn, then the rest. */
  private static List<Integer> leadOfEachTurn(List<Sentence> sentences) {
    var begun = new HashSet<Integer>();
    var first = sentences.stream().map(sentence -> begun.add(sentence.turn())).toList();
    return by(sentences, at -> (first.get(at) ? sentences.size() : 0) - at);
  }

  private static double words(List<Sentence> sentences, int at) {
    return Extract.length(sentences.get(at).text());
  }

  private static List<Integer> by(List<Sentence> sentences, double[] worth) {
    return by(sentences, at -> worth[at]);
  }

  private static List<Integer> by(List<Sentence> sentences, ToDoubleFunction<Integer> worth) {
    return IntStream.range(0, sentences.size())
        .boxed()
        .sorted(Comparator.comparingDouble(worth).reversed())
        .toList();
  }
}
