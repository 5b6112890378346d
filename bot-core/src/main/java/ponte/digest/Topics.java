package ponte.digest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** The terms of each conversation of a span, what they tell it by, and which of them are new. */
final class Topics {

  /** A term further down tells nothing about its conversation. */
  private static final int KEY_TERMS = 8;

  /** Pasted logs are long and tell no topic. */
  private static final int MOST_CHARACTERS = 2_000;

  private final Map<MessageId, Map<String, Integer>> counts = new HashMap<>();
  private final Vocabulary vocabulary;
  private final Set<String> known = new HashSet<>();

  /**
   * @param earlier what was said before the span; what came up there is not new
   */
  Topics(List<Talk> talks, List<Message> earlier, Nlp nlp, Language language) {
    for (var talk : talks) {
      var terms = new HashMap<String, Integer>();
      for (var message : talk.messages()) {
        for (var term : nlp.terms(words(message), language)) {
          terms.merge(term, 1, Integer::sum);
        }
      }
      counts.put(talk.id(), terms);
    }
    vocabulary = new Vocabulary(counts.values().stream().map(Map::keySet).toList());
    for (var message : earlier) {
      known.addAll(nlp.terms(words(message), language));
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  List<String> keyTerms(Talk talk) {
    return vocabulary.telling(Objects.requireNonNull(counts.get(talk.id())), KEY_TERMS);
  }

  /** The share of a conversation's key terms that did not come up before; 0 where nothing did. */
  double novelty(List<String> keyTerms) {
    if (known.isEmpty() || keyTerms.isEmpty()) {
      return 0;
    }
    return (double) keyTerms.stream().filter(term -> !known.contains(term)).count()
        / keyTerms.size();
  }

  private static String words(Message message) {
    var words = message.text().searchable();
    return words.substring(0, Math.min(words.length(), MOST_CHARACTERS));
  }
}
