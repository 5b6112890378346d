package ponte.bench.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.conversation.PersonId;
import ponte.nudge.Kind;

/**
 * A message that somebody got and did not ask for.
 *
 * @param to the number of a colleague
 * @param account the one it was written to
 * @param about the question it is about; null: none
 * @param buttons what can be said to it at once
 */
record Shown(
    int to,
    PersonId account,
    Kind kind,
    String key,
    @Nullable Asked about,
    Instant at,
    List<Command> buttons) {

  Shown {
    buttons = List.copyOf(buttons);
  }

  /** What people say to it. */
  enum Saying {
    ASK_COLLEAGUES,
    SOLVED,
    LEAVE,
    ACCEPT,
    PASS,
    NOT_MY_TOPIC,
    LATER,
    /** No message of this kind any more. */
    STOP,
    MEETING,
    MET,
    NOT_MET
  }

  <T extends Command> Optional<T> button(Class<T> kind) {
    return buttons.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
