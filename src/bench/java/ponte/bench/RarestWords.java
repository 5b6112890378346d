package ponte.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ponte.conversation.Message;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** What somebody would type who is short of time: the rarest words of a question. */
final class RarestWords {

  private static final int WORDS = 3;

  private final Nlp nlp;
  private final Map<String, Integer> messages = new HashMap<>();

  RarestWords(Nlp nlp) {
    this.nlp = nlp;
  }

  void heard(List<Message> talk) {
    for (var message : talk) {
      new HashSet<>(nlp.terms(message.text().searchable(), Language.ENGLISH))
          .forEach(term -> messages.merge(term, 1, Integer::sum));
    }
  }

  /** The three rarest words that were said before; words of no weight are none. */
  String of(String question) {
    var rarities = new LinkedHashMap<String, Integer>();
    for (var word : nlp.words(question, Language.ENGLISH)) {
      var terms = nlp.terms(word, Language.ENGLISH);
      if (!terms.isEmpty() && messages.containsKey(terms.getFirst())) {
        rarities.put(word.toLowerCase(Locale.ROOT), messages.get(terms.getFirst()));
      }
    }
    return rarities.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
        .limit(WORDS)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" "));
  }
}
