package ponte.bench.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.conversation.PersonId;
import ponte.nudge.Kind;

/**
 * A message that somebody got and did not ask for.
 *
 * @param to the number of a colleague
 * @param account the one it was written to
 * @param about the question it is about; null: none
 * @param sought what somebody seeks with whom it brings them together; null: nothing
 * @param buttons what can be said to it at once
 */
record Shown(
    int to,
    PersonId account,
    Kind kind,
    String key,
    @Nullable Asked about,
    @Nullable Seeking sought,
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
    NOT_MET,
    /** Let the colleague be asked whom somebody else suggests. */
    INVITE,
    /** Nobody whom others suggest. */
    NOBODY,
    /** Whoever seeks them may write to them by mail. */
    GIVE_ADDRESS
  }

  /** The colleague to be invited whom somebody else suggests; empty: it asks something else. */
  Optional<PersonId> suggested() {
    return kind == Kind.HELP
        ? buttons.stream()
            .flatMap(
                each ->
                    each instanceof Command.Invite(_, var colleague)
                        ? Stream.of(colleague)
                        : Stream.empty())
            .findFirst()
        : Optional.empty();
  }

  /** Whether it offers to have colleagues asked. */
  boolean offersColleagues() {
    return buttons.stream()
        .anyMatch(
            each ->
                each instanceof Command.OnMyQuestion(_, var deed) && deed == Deed.ASK_COLLEAGUES);
  }
}
