package ponte.bot;

import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.nlp.Language;

/** Who asks, with what they may see at this moment. */
final class Askers {

  private final Directory directory;

  Askers(Directory directory) {
    this.directory = directory;
  }

  /** The asker of a request; somebody unknown sees nothing and is spoken to in English, in UTC. */
  Asker of(Event.Request request) {
    var person = directory.person(request.by());
    var audience = directory.audienceOf(request.by());
    var told = request.place().language();
    var language = told != null ? told : person.map(Person::language).orElse(Language.ENGLISH);
    return new Asker(
        request.by(),
        audience,
        language == null ? Language.ENGLISH : language,
        person.map(Person::zone).orElse(java.time.ZoneId.of("Etc/UTC")));
  }
}
