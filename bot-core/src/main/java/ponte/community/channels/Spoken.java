package ponte.community.channels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.conversation.PersonId;

/**
 * What was said in a channel of late: how many wrote, and by how many people each term was said.
 *
 * @param writers how many messages each wrote
 * @param speakers who said each term
 * @param lines some lines in which each term was said
 */
record Spoken(
    Map<PersonId, Integer> writers,
    Map<String, Set<PersonId>> speakers,
    Map<String, List<String>> lines) {

  private static final int LINES = 4;

  static Spoken nothing() {
    return new Spoken(new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  void add(PersonId writer, String line, Set<String> terms) {
    writers.merge(writer, 1, Integer::sum);
    for (var term : terms) {
      speakers.computeIfAbsent(term, _ -> new HashSet<>()).add(writer);
      var some = lines.computeIfAbsent(term, _ -> new ArrayList<>());
      if (some.size() < LINES) {
        some.add(line);
      }
    }
  }

  /** How many said a term. */
  int speakers(String term) {
    return speakers.getOrDefault(term, Set.of()).size();
  }

  /** The share of those who write here who also write there, 0 to 1. */
  double overlap(Spoken other) {
    return writers.isEmpty()
        ? 0
        : (double) writers.keySet().stream().filter(other.writers::containsKey).count()
            / writers.size();
  }
}
