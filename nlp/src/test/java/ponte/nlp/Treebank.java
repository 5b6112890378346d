package ponte.nlp;

import java.util.ArrayList;
import java.util.List;

/** Reads CoNLL-U files. */
final class Treebank {

  /** A sentence and its words as they are written; what is written as one is one. */
  record Sentence(String text, List<String> words) {}

  private Treebank() {}

  static List<Sentence> sentences(String name) {
    var sentences = new ArrayList<Sentence>();
    var text = "";
    var words = new ArrayList<String>();
    int joinedUntil = 0;
    for (var line : SharedData.lines(name)) {
      if (line.startsWith("# text = ")) {
        text = line.substring("# text = ".length());
      } else if (line.isEmpty()) {
        sentences.add(new Sentence(text, List.copyOf(words)));
        words.clear();
        joinedUntil = 0;
      } else if (!line.startsWith("#")) {
        var columns = line.split("\t");
        var ids = columns[0].split("-");
        if (ids.length == 2) {
          words.add(columns[1]);
          joinedUntil = Integer.parseInt(ids[1]);
        } else if (!columns[0].contains(".") && Integer.parseInt(columns[0]) > joinedUntil) {
          words.add(columns[1]);
        }
      }
    }
    return sentences;
  }
}
