package ponte.teams.live;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.bot.Inbox;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Watch;
import ponte.teams.TeamsSync;
import ponte.teams.reference.ReplyRoutes;

/** Takes in what people ask, with the way back to them. */
final class Asking {

  private final Inbox inbox;
  private final Directory directory;
  private final ReplyRoutes routes;
  private final TeamsSync sync;
  private final Watch watch;

  Asking(Inbox inbox, Directory directory, ReplyRoutes routes, TeamsSync sync, Watch watch) {
    this.inbox = inbox;
    this.directory = directory;
    this.routes = routes;
    this.sync = sync;
    this.watch = watch;
  }

  /**
   * Takes in a request; it is durable when this returns.
   *
   * @param route the way back, which is there before anybody can want to go it
   */
  void ask(Event.Request request, ReplyRoutes.Route route) {
    routes.keep(route);
    if (inbox.ask(request)) {
      meet(request.by());
      watch.accepted(request, language(request));
    }
  }

  /** Reads from Teams who somebody is, if nobody knows them. */
  void meet(PersonId person) {
    if (directory.person(person).isEmpty()) {
      sync.person(person);
    }
  }

  /** The language of a request: what Teams says, else what is known, else English. */
  private Language language(Event.Request request) {
    var told = request.place().language();
    return told == null ? language(request.by()) : told;
  }

  private Language language(PersonId person) {
    return directory.person(person).stream()
        .map(Person::language)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  /** The language of somebody who just did something: what Teams says, else what is known. */
  Language language(Incoming incoming, PersonId person) {
    var told = incoming.language();
    return told == null ? language(person) : told;
  }

  /** Learns where somebody's clock stands and what they read, which their Teams tells. */
  void learn(Incoming incoming) {
    incoming
        .person()
        .flatMap(directory::person)
        .flatMap(known -> told(known, incoming))
        .ifPresent(
            person ->
                inbox.hear(
                    "roster/" + incoming.tenant(),
                    incoming.event("profile").value(),
                    List.of(
                        new Event.Roster.PersonChanged(
                            incoming.event("profile"), person, incoming.at()))));
  }

  /** The person with what is news; empty where nothing is. */
  private static Optional<Person> told(Person known, Incoming incoming) {
    var zone = zone(incoming);
    var language = incoming.language();
    var told =
        new Person(
            known.id(),
            known.name(),
            known.handle(),
            known.title(),
            known.email(),
            zone == null ? known.zone() : zone,
            language == null ? known.language() : language,
            known.standing());
    return told.equals(known) ? Optional.empty() : Optional.of(told);
  }

  private static @Nullable ZoneId zone(Incoming incoming) {
    var told = incoming.client().path("timezone").stringValue("");
    return ZoneId.getAvailableZoneIds().contains(told) ? ZoneId.of(told) : null;
  }
}
