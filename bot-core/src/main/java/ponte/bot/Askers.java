package ponte.bot;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import ponte.consent.Preferences;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;

/** Who asks, with what they may see at this moment. */
final class Askers {

  private static final ZoneId NOWHERE = ZoneOffset.UTC;

  private final Directory directory;
  private final Preferences preferences;

  Askers(Directory directory, Preferences preferences) {
    this.directory = directory;
    this.preferences = preferences;
  }

  /** The asker of a request; somebody unknown sees nothing and is spoken to in English, in UTC. */
  Asker of(Event.Request request) {
    var place = request.place();
    return of(request.by(), place.language()).in(place.channel()).under(place.thread());
  }

  /**
   * A person as an asker, in the language they chose, else the one told, else their profile's.
   *
   * @param told what the platform says at this moment; null where it does not
   */
  Asker of(PersonId id, @Nullable Language told) {
    var person = directory.person(id);
    var chosen = preferences.of(id).language();
    var own = person.map(Person::language).orElse(null);
    return new Asker(
        id,
        directory.audienceOf(id),
        chosen != null ? chosen : told != null ? told : own != null ? own : Language.ENGLISH,
        person.map(Person::zone).orElse(NOWHERE));
  }
}
