package ponte.platform;

import java.util.Optional;
import ponte.conversation.Person;
import ponte.conversation.PersonId;

/** Says who somebody is, on the platform where they are. */
public interface WhoIsWho {

  /**
   * Asks the platform for a person, as it knows them at this moment; empty where it does not know
   * them, or the person is not on it.
   *
   * @throws PlatformUnavailableException if the platform does not answer now
   */
  Optional<Person> find(PersonId person);
}
