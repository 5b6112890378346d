package ponte.directory;

import java.time.Instant;
import ponte.conversation.Person;

/** What the directory keeps of a person, with the moment from which it holds. */
record DatedPerson(Person person, Instant at) {}
