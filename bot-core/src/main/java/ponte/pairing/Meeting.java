package ponte.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.conversation.PersonId;

/**
 * An introduction, as one of those who were introduced has it.
 *
 * @param id names the introduction among all
 * @param kind why they were brought together
 * @param at when that was decided
 * @param opened when they were written to; null: not yet
 * @param opener whose prompt that was, of all who stood by to begin the talk; null: it is not known
 * @param reaction what this one said to it; null: nothing
 * @param experience what this one said of it later; null: nothing
 */
public record Meeting(
    String id,
    List<PersonId> others,
    Round.Kind kind,
    Instant at,
    @Nullable Instant opened,
    @Nullable PersonId opener,
    @Nullable Reaction reaction,
    @Nullable Experience experience) {

  /** Whoever was not written to by then never is. */
  private static final Duration OPENING = Duration.ofDays(5);

  public Meeting {
    others = List.copyOf(others);
  }

  /** Whether they were introduced, or still will be. */
  boolean holds(Instant now) {
    return opened != null || at.plus(OPENING).isAfter(now);
  }

  /** They were written to; what came first holds. */
  Meeting opened(Instant now, PersonId by) {
    return opened == null ? new Meeting(id, others, kind, at, now, by, reaction, experience) : this;
  }

  Meeting reacting(Reaction other) {
    return new Meeting(id, others, kind, at, opened, opener, other, experience);
  }

  Meeting telling(Experience other) {
    return new Meeting(id, others, kind, at, opened, opener, reaction, other);
  }

  Meeting without(PersonId person) {
    return new Meeting(
        id,
        others.stream().filter(each -> !each.equals(person)).toList(),
        kind,
        at,
        opened,
        person.equals(opener) ? null : opener,
        reaction,
        experience);
  }
}
