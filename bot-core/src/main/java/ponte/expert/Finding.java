package ponte.expert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.wording.Wording;

/**
 * Who knows about a topic.
 *
 * @param wording the topic, and in which words it was looked for
 * @param experts best first; empty where nobody has left enough traces
 * @param declared others who said themselves that they know about it, in order of id
 * @param more whether there are more of either than are shown
 * @param related conversations about the topic, for where there is nobody
 * @param room the channel where such questions get answers; null where there is no channel
 * @param sought whether the topic has a word that can be looked for
 * @param searched how many conversations there are for this asker
 */
public record Finding(
    Wording wording,
    List<Expert> experts,
    List<Person> declared,
    boolean more,
    List<Evidence> related,
    @Nullable Channel room,
    boolean sought,
    long searched) {

  public Finding {
    experts = List.copyOf(experts);
    declared = List.copyOf(declared);
    related = List.copyOf(related);
  }

  /** Whether there is nobody to name. */
  boolean isNobody() {
    return experts.isEmpty() && declared.isEmpty();
  }

  /** The topic as it was looked for. */
  public String topic() {
    return wording.topic();
  }
}
