package ponte.directory;

import java.time.Instant;
import ponte.conversation.Channel;
import ponte.conversation.Person;

/** What the directory keeps of a person or a channel, with the moment from which it holds. */
sealed interface Dated {

  Instant at();

  record OfPerson(Person person, Instant at) implements Dated {}

  record OfChannel(Channel channel, Instant at) implements Dated {}
}
