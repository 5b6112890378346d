package ponte.teams.live;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.bot.Inbox;
import ponte.bot.RequestDesk;
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
  private final RequestDesk desk;
  private final ReplyRoutes routes;

  Asking(Inbox inbox, Directory directory, ReplyRoutes routes, TeamsSync sync, Watch watch) {
    this.inbox = inbox;
    this.directory = directory;
    this.desk = new RequestDesk(inbox, directory, sync::person, watch);
    this.routes = routes;
  }

  /**
   * Takes in a request; it is durable when this returns.
   *
   * @param route the way back, which is there before anybody can want to go it
   */
  void ask(Event.Request request, ReplyRoutes.Route route) {
    routes.keep(route);
    desk.ask(request);
  }

  /** Reads from Teams who somebody is, if nobody knows them. */
  void meet(PersonId person) {
    desk.meet(person);
  }

  /** The language of somebody who just did something: what Teams says, else what is known. */
  Language language(Incoming incoming, PersonId person) {
    var told = incoming.language();
    return told == null ? desk.language(person) : told;
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
            known.standing(),
            known.away(),
            known.department());
    return told.equals(known) ? Optional.empty() : Optional.of(told);
  }

  private static @Nullable ZoneId zone(Incoming incoming) {
    var told = incoming.client().path("timezone").stringValue("");
    return ZoneId.getAvailableZoneIds().contains(told) ? ZoneId.of(told) : null;
  }
}
