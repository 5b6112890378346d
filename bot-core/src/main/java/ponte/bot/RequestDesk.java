package ponte.bot;

import java.util.Objects;
import java.util.function.Consumer;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Watch;

/** Where people's requests arrive, whatever the platform. */
public final class RequestDesk {

  private final Inbox inbox;
  private final Directory directory;
  private final Consumer<PersonId> lookUp;
  private final Watch watch;

  /**
   * @param lookUp has the platform asked who somebody is
   */
  public RequestDesk(Inbox inbox, Directory directory, Consumer<PersonId> lookUp, Watch watch) {
    this.inbox = inbox;
    this.directory = directory;
    this.lookUp = lookUp;
    this.watch = watch;
  }

  /** Takes in a request; it is durable when this returns. One that came before is passed over. */
  public void ask(Event.Request request) {
    if (inbox.ask(request)) {
      meet(request.by());
      var told = request.place().language();
      watch.accepted(request, told == null ? language(request.by()) : told);
    }
  }

  /** Has somebody looked up whom nobody knows. */
  public void meet(PersonId person) {
    if (directory.person(person).isEmpty()) {
      lookUp.accept(person);
    }
  }

  /** What a person reads, as is known of them; English where nothing is. */
  public Language language(PersonId person) {
    return directory.person(person).stream()
        .map(Person::language)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Language.ENGLISH);
  }
}
