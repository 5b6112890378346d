package ponte.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.MessageId;

/** What was told already, so that one thing is not told under two names. */
final class Told {

  /** Two topics that share so much of what was said are one. */
  private static final double SAME = 0.5;

  private final List<Set<MessageId>> told = new ArrayList<>();

  boolean has(List<Spoken> spoken) {
    var ids = ids(spoken);
    return told.stream().anyMatch(other -> areOne(ids, other));
  }

  /** Adds what was said of a topic, unless it was told. */
  boolean add(List<Spoken> spoken) {
    return !has(spoken) && told.add(ids(spoken));
  }

  private static Set<MessageId> ids(List<Spoken> spoken) {
    return spoken.stream().map(Spoken::id).collect(Collectors.toSet());
  }

  private static boolean areOne(Set<MessageId> one, Set<MessageId> other) {
    long shared = one.stream().filter(other::contains).count();
    return shared >= SAME * Math.min(one.size(), other.size());
  }
}
