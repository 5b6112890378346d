package ponte.seeding;

import java.util.List;
import java.util.Locale;
import ponte.conversation.Message;
import ponte.expert.Quote;
import ponte.nlp.Nlp;

/** What of a message is quoted: all of it, or of a long one what it asks or says of a topic. */
final class Gist {

  private static final int MOST = 280;
  private static final int WHOLE = 4_000;
  private static final String DOTS = "… ";

  private final Nlp nlp;

  Gist(Nlp nlp) {
    this.nlp = nlp;
  }

  /**
   * The words that are quoted.
   *
   * @param topic what it is quoted for; empty: for what it asks
   */
  String of(Message message, String topic) {
    var all = Quote.of(message, WHOLE);
    if (all.length() <= MOST) {
      return all;
    }
    var sentences = nlp.sentences(all);
    for (int i = 0; i < sentences.size(); i++) {
      if (topic.isEmpty() ? sentences.get(i).endsWith("?") : has(topic, sentences.get(i))) {
        return from(i, sentences);
      }
    }
    return Quote.shortened(all, MOST);
  }

  private static boolean has(String topic, String sentence) {
    return sentence.toLowerCase(Locale.ROOT).contains(topic.toLowerCase(Locale.ROOT));
  }

  /** A sentence, with the sentence before it where there is room. */
  private static String from(int asking, List<String> sentences) {
    int first = asking;
    if (asking > 0 && sentences.get(asking - 1).length() + sentences.get(asking).length() < MOST) {
      first = asking - 1;
    }
    var text = String.join(" ", sentences.subList(first, asking + 1));
    return (first == 0 ? "" : DOTS) + Quote.shortened(text, MOST);
  }
}
