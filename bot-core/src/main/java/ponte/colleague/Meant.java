package ponte.colleague;

import java.util.List;
import ponte.conversation.Person;
import ponte.conversation.PersonId;

/** Who may be meant. */
public sealed interface Meant {

  /** The one who speaks. */
  record Self(PersonId person) implements Meant {}

  /** A colleague, by the account at which the one who speaks meets them. */
  record One(Person person) implements Meant {}

  /** Nobody for certain: {@link WhichOne} asks. */
  sealed interface Unclear extends Meant {

    /** As it was typed. */
    String name();
  }

  /**
   * Somebody of several with this name.
   *
   * @param people at least two, those who are here before those who left
   */
  record Several(String name, List<Person> people) implements Unclear {
    public Several {
      people = List.copyOf(people);
    }
  }

  /**
   * Nobody.
   *
   * @param similar those of a similar name, the likeliest first
   */
  record Nobody(String name, List<Person> similar) implements Unclear {
    public Nobody {
      similar = List.copyOf(similar);
    }
  }
}
