package ponte.home;

import java.time.Instant;
import java.util.List;
import ponte.conversation.PersonId;

/** What people and Ponte said to each other, where it is not a platform that keeps it. */
@FunctionalInterface
public interface Chronicle {

  /** Where nothing of it is kept. */
  Chronicle NONE = _ -> List.of();

  /** All that is kept of it with an account, oldest first. */
  List<Line> of(PersonId account);

  /** Who said something. */
  enum Speaker {
    PERSON,
    PONTE
  }

  /** Something that was said. */
  record Line(Instant at, Speaker by, String words) {}
}
