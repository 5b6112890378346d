package ponte.seeding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ponte.conversation.Message;
import ponte.expert.Quote;
import ponte.nlp.Nlp;

/** What of a message is quoted: all of it, or of a long one what it asks or says of a topic. */
final class Gist {

  private static final int MOST = 300;
  private static final int MOST_OF_A_SENTENCE = 200;
  private static final int WHOLE = 4_000;

  private final Nlp nlp;

  Gist(Nlp nlp) {
    this.nlp = nlp;
  }

  /**
   * The words that are quoted: of a long message how it begins, and what it is quoted for.
   *
   * @param topic what it is quoted for; empty: for what it asks
   */
  String of(Message message, String topic) {
    var all = Quote.of(message, WHOLE);
    if (all.length() <= MOST) {
      return all;
    }
    return telling(nlp.sentences(all), topic)
        .filter(sentence -> all.indexOf(sentence) + sentence.length() > MOST)
        .map(sentence -> Quote.shortened(sentence, MOST_OF_A_SENTENCE))
        .map(sentence -> Quote.shortened(all, MOST - sentence.length()) + " " + sentence)
        .orElseGet(() -> Quote.shortened(all, MOST));
  }

  /** The sentence for which it is quoted: of several questions the one that says most. */
  private static Optional<String> telling(List<String> sentences, String topic) {
    return topic.isEmpty()
        ? sentences.stream()
            .filter(sentence -> sentence.endsWith("?"))
            .max(Comparator.comparingInt(String::length))
        : sentences.stream().filter(sentence -> has(topic, sentence)).findFirst();
  }

  private static boolean has(String topic, String sentence) {
    return sentence.toLowerCase(Locale.ROOT).contains(topic.toLowerCase(Locale.ROOT));
  }
}
