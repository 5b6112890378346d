package ponte.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import ponte.nlp.Summaries.Sentence;

/**
 * Some sentences of a conversation in their order, each with its speaker before it where that is
 * not the one before, within a number of words.
 */
final class Extract {

  private final List<Sentence> sentences;
  private final int words;
  private final TreeSet<Integer> chosen = new TreeSet<>();
  private int length;

  Extract(List<Sentence> sentences, int words) {
    this.sentences = sentences;
    this.words = words;
  }

  /**
   * Takes the sentences in this order until the next one would lead further from the wanted length
   * than it is. One that alone is far longer is passed over while there are others.
   */
  static String of(List<Sentence> sentences, List<Integer> bestFirst, int words) {
    var extract = new Extract(sentences, words);
    for (int each : bestFirst) {
      if (extract.chosen.isEmpty() && length(sentences.get(each).text()) > 2 * words) {
        continue;
      }
      if (!extract.take(each)) {
        break;
      }
    }
    if (extract.chosen.isEmpty() && !bestFirst.isEmpty()) {
      extract.chosen.add(bestFirst.getFirst());
    }
    return extract.text();
  }

  /** Takes a sentence unless that leads further from the wanted length. */
  boolean take(int sentence) {
    chosen.add(sentence);
    int longer = length(text());
    if (length > 0 && longer - words > words - length) {
      chosen.remove(sentence);
      return false;
    }
    length = longer;
    return true;
  }

  void drop(int sentence) {
    chosen.remove(sentence);
    length = length(text());
  }

  SortedSet<Integer> chosen() {
    return chosen;
  }

  String text() {
    var pieces = new ArrayList<String>();
    var last = "";
    for (int each : chosen) {
      var sentence = sentences.get(each);
      if (!sentence.speaker().isEmpty() && !sentence.speaker().equals(last)) {
        pieces.add(sentence.speaker() + ":");
      }
      last = sentence.speaker();
      pieces.add(sentence.text());
    }
    return String.join(" ", pieces);
  }

  static int length(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
