package ponte.digest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** The terms of each conversation of a span, what they tell it by, and which of them are new. */
final class Topics {

  /** A term further down tells nothing about its conversation. */
  private static final int KEY_TERMS = 8;

  private final Analyses analyses;
  private final Language language;
  private final Vocabulary vocabulary;
  private final Set<String> known = new HashSet<>();
  private final List<Talk> talks;
  private @Nullable Usage said;

  /**
   * @param earlier what was said before the span; what came up there is not new
   */
  Topics(List<Talk> talks, List<Message> earlier, Analyses analyses, Language language) {
    this.talks = talks;
    this.analyses = analyses;
    this.language = language;
    vocabulary = new Vocabulary(talks.stream().map(talk -> count(talk).keySet()).toList());
    earlier.forEach(message -> known.addAll(terms(message)));
  }

  private Map<String, Integer> count(Talk talk) {
    var count = new HashMap<String, Integer>();
    talk.messages()
        .forEach(message -> terms(message).forEach(term -> count.merge(term, 1, Integer::sum)));
    return count;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The terms that tell a conversation from the others of the span, the most telling first. */
  List<String> keyTerms(Talk talk) {
    return vocabulary.telling(count(talk), KEY_TERMS);
  }

  /** The share of a conversation's key terms that did not come up before; 0 where nothing did. */
  double novelty(List<String> keyTerms) {
    if (known.isEmpty() || keyTerms.isEmpty()) {
      return 0;
    }
    return (double) keyTerms.stream().filter(term -> !known.contains(term)).count()
        / keyTerms.size();
  }

  /** In which messages of the span each term came up. */
  Usage said() {
    var usage = said;
    if (usage == null) {
      var messages =
          talks.stream()
              .flatMap(talk -> talk.messages().stream())
              .sorted(Message.IN_ORDER)
              .toList();
      usage = new Usage(messages, this::terms);
      said = usage;
    }
    return usage;
  }

  /** The terms of a message that were said and are no code. */
  List<String> spoken(Message message) {
    return analyses.of(message).spoken(language);
  }

  /** The terms of a message. */
  List<String> terms(Message message) {
    return analyses.of(message).terms(language);
  }
}
