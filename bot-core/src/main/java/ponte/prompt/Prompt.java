package ponte.prompt;

import java.time.Instant;
import ponte.command.Command.Pace;
import ponte.conversation.PersonId;

/**
 * Something that somebody may be told or asked at a later moment. It says what it is about, not how
 * it is put: that is made when the moment has come, of what is true then.
 */
public sealed interface Prompt {

  PersonId to();

  /** What makes it the same when it is planned twice. */
  String key();

  /** The last moment at which it is worth saying. */
  Instant until();

  /**
   * Whether it helped to be brought together with others.
   *
   * @param matter names what it was for among what was done for them
   * @param occasion why it is asked now: of several occasions the first one counts
   */
  record Helped(PersonId to, String matter, Occasion occasion, Instant until) implements Prompt {
    @Override
    public String key() {
      return matter + "/helped-" + occasion.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Why somebody is asked whether it helped. */
  enum Occasion {
    /** Somebody answered. */
    ANSWERED,
    /** Time has passed. */
    LATER
  }

  /**
   * Whether they want to be invited to a colleague's question.
   *
   * @param matter names the question among what was done for the asker
   * @param occasion what makes it another one: those who said later are asked again
   */
  record Invite(PersonId to, PersonId asker, String matter, String occasion, Instant until)
      implements Prompt {
    @Override
    public String key() {
      return matter + "/invite/" + to + "/" + occasion;
    }
  }

  /**
   * What was asked about the topics that they follow.
   *
   * @param occasion what makes it another one
   */
  record News(PersonId to, Pace pace, String occasion, Instant until) implements Prompt {
    @Override
    public String key() {
      return "news/" + to + "/" + occasion;
    }
  }

  /**
   * What is to be said of an introduction to colleagues whom they did not know.
   *
   * @param introduction names it among all; where there was nobody, the round
   */
  record Introduced(PersonId to, String introduction, Step step, Instant until) implements Prompt {
    @Override
    public String key() {
      return "introduced/"
          + introduction
          + "/"
          + to
          + "/"
          + step.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What is said of an introduction, one after the other. */
  enum Step {
    /** To all of them: who they are, and why they may like to meet. */
    OPENING,
    /** To all of them, where nobody said anything. */
    REMINDER,
    /** To each: whether they met. */
    LATER,
    /** To somebody: that there was nobody for them. */
    NOBODY
  }
}
