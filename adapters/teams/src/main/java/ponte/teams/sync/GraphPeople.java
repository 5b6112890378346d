package ponte.teams.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.Conversations;
import ponte.teams.connector.Answer;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.graph.Profile;

/**
 * Reads from Graph what the connector does not tell of people: what they do, what they read, and
 * whether they left. Only of those whom Ponte has met.
 */
final class GraphPeople {

  private static final Logger log = LoggerFactory.getLogger(GraphPeople.class);

  private final Graph graph;
  private final Inbox inbox;
  private final Directory directory;
  private final Errands errands;
  private final Clock clock;

  GraphPeople(Graph graph, Inbox inbox, Directory directory, Errands errands, Clock clock) {
    this.graph = graph;
    this.inbox = inbox;
    this.directory = directory;
    this.errands = errands;
    this.clock = clock;
  }

  /** Asks who somebody is; empty where Graph does not say it now. */
  static Optional<Person> find(Graph graph, Directory directory, PersonId person) {
    try {
      return graph.get(person.workspace(), GraphCall.person(person.value()))
              instanceof Answer.Done(var body)
          ? Optional.of(new Profile(person.workspace(), body))
              .filter(profile -> profile.id().filter(person::equals).isPresent())
              .map(profile -> profile.person(person, directory))
          : Optional.empty();
    } catch (PlatformUnavailableException e) {
      // Somebody waits for an answer, and the connector can say who they are, too.
      log.atWarn().setCause(e).log("graph does not say who somebody is");
      return Optional.empty();
    }
  }

  Outcome profiles(TeamsErrand.Profiles errand) {
    var ids = next(errand);
    if (ids.isEmpty()) {
      return clocks(errand);
    }
    return switch (graph.get(errand.tenant(), GraphCall.people(ids))) {
      case Answer.Done(var body) -> {
        var events = new ArrayList<Event.Roster>();
        var missing = new TreeSet<>(ids);
        for (var json : body.path("value").values()) {
          var profile = new Profile(errand.tenant(), json);
          profile.id().map(PersonId::value).ifPresent(missing::remove);
          changed(errand, profile).ifPresent(events::add);
        }
        missing.forEach(id -> missing(errand, new PersonId(errand.tenant(), id)));
        inbox.hear("roster/" + errand.tenant(), Conversations.TEAMS + errand.key(), events);
        errands.add(
            new TeamsErrand.Profiles(errand.tenant(), errand.asked(), ids.getLast()),
            clock.instant());
        yield Handler.DONE;
      }
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, GraphHistories.LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused _ -> clocks(errand);
    };
  }

  private Outcome clocks(TeamsErrand.Profiles errand) {
    errands.add(
        new TeamsErrand.Clocks(errand.tenant(), errand.asked(), "", List.of(), 0), clock.instant());
    return Handler.DONE;
  }

  /**
   * Who is not among those that Graph knows is asked for alone, before they are said to be gone.
   */
  private void missing(TeamsErrand.Profiles errand, PersonId person) {
    if (directory.person(person).filter(Person::isActive).isPresent()) {
      errands.add(new TeamsErrand.Missing(person, errand.asked()), clock.instant());
    }
  }

  /**
   * Says that somebody left who was deleted from the directory: "Request_ResourceNotFound" of a
   * person whom it knew, <https://learn.microsoft.com/graph/resolve-auth-errors>.
   */
  Outcome missing(TeamsErrand.Missing errand) {
    return switch (graph.get(errand.tenant(), GraphCall.person(errand.person().value()))) {
      case Answer.Done _ -> Handler.DONE;
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, GraphHistories.LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused(var status, var code, _) -> {
        if (status == 404 && code.equals("Request_ResourceNotFound")) {
          directory.person(errand.person()).ifPresent(person -> left(errand, person));
        }
        yield Handler.DONE;
      }
    };
  }

  private void left(TeamsErrand.Missing errand, Person person) {
    var id = new EventId(Conversations.TEAMS + errand.key());
    var gone =
        new Person(
            person.id(),
            person.name(),
            person.handle(),
            person.title(),
            person.email(),
            person.zone(),
            person.language(),
            Person.Standing.LEFT);
    inbox.hear(
        "roster/" + errand.tenant(),
        id.value(),
        List.of(new Event.Roster.PersonChanged(id, gone, clock.instant())));
  }

  /** Those of the directory who come next. */
  private List<String> next(TeamsErrand.Profiles errand) {
    return directory.people().stream()
        .filter(person -> person.standing() != Person.Standing.BOT)
        .map(Person::id)
        .filter(id -> id.workspace().equals(errand.tenant()))
        .map(PersonId::value)
        .filter(GraphPeople::isOfTheDirectory)
        .filter(id -> id.compareTo(errand.after()) > 0)
        .sorted()
        .limit(GraphCall.PEOPLE)
        .toList();
  }

  /** Not one of Teams' own ids, which Graph does not know. */
  static boolean isOfTheDirectory(String id) {
    return id.matches("[0-9A-Fa-f-]{36}");
  }

  private Optional<Event.Roster> changed(TeamsErrand.Profiles errand, Profile profile) {
    return profile
        .id()
        .map(id -> profile.person(id, directory))
        .filter(person -> directory.person(person.id()).filter(person::equals).isEmpty())
        .map(
            person ->
                new Event.Roster.PersonChanged(
                    new EventId(Conversations.TEAMS + errand.key() + ":" + person.id().value()),
                    person,
                    clock.instant()));
  }
}
