package ponte.expert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Person;

/**
 * Who knows about a topic.
 *
 * @param experts best first; empty where nobody has left enough traces
 * @param declared others who said themselves that they know about it, in order of id
 * @param related conversations about the topic, for where there is nobody
 * @param room the channel where such questions get answers; null where there is no channel
 * @param searched how many conversations there are for this asker
 */
public record Finding(
    String topic,
    List<Expert> experts,
    List<Person> declared,
    List<Evidence> related,
    @Nullable Channel room,
    long searched) {

  public Finding {
    experts = List.copyOf(experts);
    declared = List.copyOf(declared);
    related = List.copyOf(related);
  }
}
