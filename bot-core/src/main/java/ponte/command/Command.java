package ponte.command;

import java.time.LocalDate;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * What a person wants of Ponte, however they said it: typed, in their own words, or by a button.
 */
public sealed interface Command {

  /** The most characters a topic has. */
  int LONGEST_TOPIC = 500;

  /**
   * Who knows about a topic?
   *
   * @param topic as the person put it, 1 to {@link #LONGEST_TOPIC} characters
   */
  record WhoKnows(String topic) implements Command {
    public WhoKnows {
      requireTopic(topic);
    }
  }

  /**
   * What was a channel about?
   *
   * @param channel its name as typed, without {@code #}
   */
  record Digest(String channel, Period period) implements Command {
    public Digest {
      if (channel.isBlank()) {
        throw new IllegalArgumentException("channel is blank");
      }
    }
  }

  /** What can Ponte do? */
  record Help() implements Command {}

  /** Bring me together with this colleague, who seems to know about the topic. */
  record Introduce(PersonId person, String topic) implements Command {
    public Introduce {
      requireTopic(topic);
    }
  }

  /** This colleague is not the one for the topic. */
  record NotRight(PersonId person, String topic) implements Command {
    public NotRight {
      requireTopic(topic);
    }
  }

  /** Show me the question as Ponte would ask it in the channel where it belongs. */
  record AskRoom(String topic) implements Command {
    public AskRoom {
      requireTopic(topic);
    }
  }

  /** Ask it there. */
  record Post(ChannelId channel, String topic) implements Command {
    public Post {
      requireTopic(topic);
    }
  }

  /** Leave it: what was shown for approval is not to be done. */
  record Dismiss() implements Command {}

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

  private static void requireTopic(String topic) {
    if (topic.isBlank() || topic.length() > LONGEST_TOPIC) {
      throw new IllegalArgumentException(
          "topic has " + topic.strip().length() + " characters, must have 1 to " + LONGEST_TOPIC);
    }
  }
}
