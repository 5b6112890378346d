package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.Message;

/** The words by which one can tell that somebody speaks of what was said first in a talk. */
final class Matter {

  /** A word in more messages of the channel, and not of this talk alone, is of any matter. */
  private static final double COMMON = 0.05;

  private static final int FEWEST_OF_COMMON = 6;
  private static final int ELSEWHERE = 2;

  private final Topics topics;
  private final Set<String> terms = new HashSet<>();

  /**
   * @param first what was said first in the talk
   */
  Matter(List<Message> first, Talk talk, Topics topics) {
    this.topics = topics;
    first.forEach(message -> terms.addAll(topics.terms(message)));
    terms.removeIf(term -> isCommon(term, talk));
  }

  boolean hasNoWords() {
    return terms.isEmpty();
  }

  boolean isNamedIn(Message message) {
    return words(message) > 0;
  }

  /** How many words of it a message has. */
  long words(Message message) {
    return topics.terms(message).stream().distinct().filter(terms::contains).count();
  }

  /** Whether a word is said often, and in other talks, too. */
  private boolean isCommon(String term, Talk talk) {
    var said = topics.said();
    return said.times(term) >= FEWEST_OF_COMMON
        && said.share(term) > COMMON
        && said.of(term).stream()
                .filter(each -> !talk.messages().contains(each))
                .limit(ELSEWHERE)
                .count()
            >= ELSEWHERE;
  }
}
