package ponte.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Whom;

/** What a person wants of being brought together with colleagues whom they do not know yet. */
public sealed interface Acquaintance {

  /** How often somebody is introduced to others. */
  enum Cadence {
    WEEKLY,
    EVERY_TWO_WEEKS,
    MONTHLY
  }

  /** What somebody can be for others. */
  enum Role {
    /** Shows those around who are new. */
    BUDDY,
    /** Teaches what they know those who want to learn it. */
    MENTOR
  }

  /**
   * Introduce me to colleagues.
   *
   * @param channel the name of the channel whose people it is to be, as typed; null: anybody
   */
  record Join(@Nullable String channel) implements Acquaintance {}

  /**
   * Introduce me to nobody any more.
   *
   * @param channel the name of the channel whose people it was; null: to nobody at all
   */
  record Leave(@Nullable String channel) implements Acquaintance {}

  /** Introduce me to nobody up to a day, which is the first on which you may again. */
  record Snooze(LocalDate until) implements Acquaintance {}

  /** You may introduce me again. */
  record Resume() implements Acquaintance {}

  /** Introduce me so often. */
  record Every(Cadence cadence) implements Acquaintance {}

  /** Never introduce me to this colleague, nor them to me. */
  record NotWith(Whom whom) implements Acquaintance {}

  /** You may introduce me to this colleague after all. */
  record WithAgain(Whom whom) implements Acquaintance {}

  /** I want to learn about this. */
  record Learn(String topic) implements Acquaintance {
    public Learn {
      requireTopic(topic);
    }
  }

  /** I do not want to learn about this any more. */
  record LearnNoMore(String topic) implements Acquaintance {
    public LearnNoMore {
      requireTopic(topic);
    }
  }

  /** I am willing to be that for others. */
  record Volunteer(Role role) implements Acquaintance {}

  /** I am not any more. */
  record StepDown(Role role) implements Acquaintance {}

  /** What is kept of what I want? */
  record Show() implements Acquaintance {}

  /**
   * Introduce those of a channel who want it to each other, again and again.
   *
   * @param channel its name as typed
   * @param announced whether they have seen how the channel is told of it
   */
  record Start(String channel, Cadence cadence, boolean announced) implements Acquaintance {
    public Start {
      requireChannel(channel);
    }
  }

  /**
   * Do so no more.
   *
   * @param channel its name as typed
   */
  record Stop(String channel) implements Acquaintance {
    public Stop {
      requireChannel(channel);
    }
  }

  /**
   * What I say to an introduction.
   *
   * @param introduction names it among all
   */
  record React(String introduction, Reaction reaction) implements Acquaintance {}

  /** What can be said to an introduction. */
  enum Reaction {
    /** We are going to meet. */
    ON,
    /** Not this time. */
    PASS,
    /** Somebody else, please. */
    SOMEBODY_ELSE
  }

  /**
   * What became of an introduction.
   *
   * @param introduction names it among all
   */
  record Tell(String introduction, Experience experience) implements Acquaintance {}

  /** What can become of an introduction. */
  enum Experience {
    /** They met, and are glad of it. */
    GOOD,
    /** They met. */
    MET,
    /** They did not meet. */
    NOT_MET
  }

  private static void requireTopic(String topic) {
    if (topic.isBlank() || topic.length() > Command.LONGEST_TOPIC) {
      throw new IllegalArgumentException(
          "topic has "
              + topic.strip().length()
              + " characters, must have 1 to "
              + Command.LONGEST_TOPIC);
    }
  }

  private static void requireChannel(String channel) {
    if (channel.isBlank()) {
      throw new IllegalArgumentException("channel is blank");
    }
  }
}
