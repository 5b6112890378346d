package ponte.digest;

import java.util.ArrayList;
import java.util.List;

/** Leaves out what its author calls a joke in the next breath: "Joking. But seriously: …". */
final class Jests {

  /** Who says more goes on with something. */
  private static final int MOST_WORDS = 4;

  private Jests() {}

  static List<Analysis.Sentence> without(List<Analysis.Sentence> sentences) {
    if (sentences.stream().skip(1).noneMatch(sentence -> sentence.has(Cue.KIDDING))) {
      return sentences;
    }
    var serious = new ArrayList<Analysis.Sentence>();
    for (var sentence : sentences) {
      if (!sentence.starts(Cue.KIDDING)) {
        serious.add(sentence);
        continue;
      }
      if (!serious.isEmpty()) {
        serious.removeLast();
      }
      if (sentence.quote().words() > MOST_WORDS) {
        serious.add(sentence);
      }
    }
    return serious;
  }
}
