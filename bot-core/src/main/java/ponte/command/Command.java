package ponte.command;

import java.time.LocalDate;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * What a person wants of Ponte, however they said it: typed, in their own words, or by a button.
 */
public sealed interface Command {

  /**
   * Who knows about a topic?
   *
   * @param topic as the person put it
   */
  record WhoKnows(String topic) implements Command {}

  /**
   * What was a channel about?
   *
   * @param channel its name as typed, without {@code #}
   */
  record Digest(String channel, Period period) implements Command {}

  /** What can Ponte do? */
  record Help() implements Command {}

  /** Bring me together with this colleague, who seems to know about the topic. */
  record Introduce(PersonId person, String topic) implements Command {}

  /** This colleague is not the one for the topic. */
  record NotRight(PersonId person, String topic) implements Command {}

  /** Show me the question as Ponte would ask it in the channel where it belongs. */
  record AskRoom(String topic) implements Command {}

  /** Ask it there. */
  record Post(ChannelId channel, String topic) implements Command {}

  /** The time a digest looks back over. */
  sealed interface Period {

    /** The default, as configured. */
    record Usual() implements Period {}

    /** The last days up to now. */
    record LastDays(int days) implements Period {
      public LastDays {
        if (days < 1) {
          throw new IllegalArgumentException("days is " + days + ", must be 1 or more");
        }
      }
    }

    /** From the start of one day to the end of another, on the asker's clock. */
    record Dates(LocalDate first, LocalDate last) implements Period {
      public Dates {
        if (last.isBefore(first)) {
          throw new IllegalArgumentException("last day " + last + " is before the first " + first);
        }
      }
    }
  }
}
