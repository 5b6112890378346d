package ponte.command;

import ponte.command.Command.Rsvp;

/** What a person wants of questions whose asker is not told. */
public sealed interface Nameless {

  /** The most characters of an answer. */
  int LONGEST_ANSWER = 2_500;

  /** How can I have colleagues asked without my name? */
  record How() implements Nameless {}

  /** Show me what colleagues would read if you asked them this without my name. */
  record Ask(String words) implements Nameless {
    public Ask {
      requireSome(words, Command.LONGEST_TOPIC);
    }
  }

  /** Do ask them. */
  record Send(String words) implements Nameless {
    public Send {
      requireSome(words, Command.LONGEST_TOPIC);
    }
  }

  /**
   * Ask nobody any more.
   *
   * @param question its name where its asker has to do with it
   */
  record TakeBack(String question) implements Nameless {}

  /**
   * What I say to being asked, but for an answer.
   *
   * @param question its name where those have to do with it who are asked
   */
  record Say(String question, Rsvp rsvp) implements Nameless {}

  /**
   * Tell whoever asked this of me.
   *
   * @param question its name where those have to do with it who are asked
   */
  record Answer(String question, String words) implements Nameless {
    public Answer {
      requireSome(words, LONGEST_ANSWER);
    }
  }

  private static void requireSome(String words, int most) {
    if (words.isBlank() || words.length() > most) {
      throw new IllegalArgumentException(
          "words have " + words.strip().length() + " characters, must be 1 to " + most);
    }
  }
}
