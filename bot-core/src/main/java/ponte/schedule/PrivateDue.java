package ponte.schedule;

import java.time.Instant;
import ponte.conversation.PersonId;

/**
 * An occurrence of a private schedule, waiting for its moment.
 *
 * @param schedule the schedule's id
 */
public record PrivateDue(PersonId person, String schedule, Instant at) {}
