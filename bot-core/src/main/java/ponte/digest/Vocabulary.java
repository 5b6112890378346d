package ponte.digest;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.nlp.Rarity;

/** In how many conversations each term came up. */
final class Vocabulary implements Rarity {

  private final Map<String, Integer> conversations = new HashMap<>();
  private final int all;

  Vocabulary(Collection<Set<String>> termsByConversation) {
    termsByConversation.forEach(
        terms -> terms.forEach(term -> conversations.merge(term, 1, Integer::sum)));
    all = termsByConversation.size();
  }

  @Override
  public double of(String term) {
    return Math.log((1.0 + all) / (1.0 + conversations.getOrDefault(term, 0)));
  }

  /**
   * The terms that tell a conversation from others, the most telling first; equal ones in order of
   * the alphabet.
   *
   * @param counts how often each term occurs in the conversation
   */
  List<String> telling(Map<String, Integer> counts, int limit) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Integer> each) ->
                        -(1 + Math.log(each.getValue())) * of(each.getKey()))
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
