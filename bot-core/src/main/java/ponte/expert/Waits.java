package ponte.expert;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** How long people waited for somebody's answer. */
final class Waits {

  /** Of fewer waits nothing is usual. */
  private static final int FEWEST = 3;

  private Waits() {}

  /**
   * From the first message of a conversation to the first of somebody who did not open it.
   *
   * @param talk oldest first
   * @param accounts all accounts of that person
   */
  static Optional<Duration> of(List<Message> talk, Collection<PersonId> accounts) {
    return talk.stream()
        .filter(message -> accounts.contains(message.author()))
        .findFirst()
        .map(answer -> Duration.between(talk.getFirst().at(), answer.at()));
  }

  /** The middle one, of an even number the longer of the two; null where there are too few. */
  static @Nullable Duration usual(List<Duration> waits) {
    return waits.size() < FEWEST ? null : waits.stream().sorted().toList().get(waits.size() / 2);
  }
}
