package ponte.bench;

import java.util.List;
import ponte.bench.SummarySet.Summarised;
import ponte.nlp.Summaries.Sentence;

/**
 * What sentences of the conversation could say at best: sees what people wrote, and takes the
 * sentence that brings it nearest, one by one, while one does. A little below the true best.
 */
final class Ceiling implements Extracting {

  @Override
  public String name() {
    return "ceiling";
  }

  @Override
  public String summary(Summarised conversation, List<Sentence> sentences, int words) {
    var extract = new Extract(sentences, words);
    var golds = conversation.gold().stream().map(Rouge::words).toList();
    double best = 0;
    while (true) {
      int next = -1;
      for (int i = 0; i < sentences.size(); i++) {
        if (!extract.chosen().contains(i) && extract.take(i)) {
          double worth = worth(extract.text(), golds);
          if (worth > best) {
            best = worth;
            next = i;
          }
          extract.drop(i);
        }
      }
      if (next < 0) {
        return extract.text();
      }
      extract.take(next);
    }
  }

  private static double worth(String text, List<List<String>> golds) {
    var words = Rouge.words(text);
    return golds.stream()
        .mapToDouble(gold -> Rouge.overlap(words, gold, 1) + Rouge.overlap(words, gold, 2))
        .max()
        .orElse(0);
  }
}
