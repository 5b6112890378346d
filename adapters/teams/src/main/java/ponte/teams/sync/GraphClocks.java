package ponte.teams.sync;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.Conversations;
import ponte.teams.connector.Answer;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.graph.MailboxAway;
import ponte.teams.graph.MailboxZones;
import tools.jackson.databind.JsonNode;

/**
 * Reads of everybody's mailbox when they are away, and where the clocks of those stand whose Teams
 * did not tell it yet: it does when they write. One person a call, twice a second at most, once a
 * night; where Graph refuses several in a row, it is not asked of the others.
 */
final class GraphClocks {

  /** So many are looked up in the directory at once. */
  private static final int SOME = 100;

  /** An administrator may close single mailboxes to an app, or all. */
  private static final int REFUSED = 3;

  private final Graph graph;
  private final Inbox inbox;
  private final Directory directory;
  private final Errands errands;
  private final Clock clock;

  GraphClocks(Graph graph, Inbox inbox, Directory directory, Errands errands, Clock clock) {
    this.graph = graph;
    this.inbox = inbox;
    this.directory = directory;
    this.errands = errands;
    this.clock = clock;
  }

  Outcome clocks(TeamsErrand.Clocks errand) {
    var waiting =
        errand.waiting().isEmpty() ? next(errand.tenant(), errand.after()) : errand.waiting();
    if (waiting.isEmpty()) {
      return Handler.DONE;
    }
    var id = waiting.getFirst();
    return switch (graph.get(errand.tenant(), GraphCall.mailbox(id))) {
      case Answer.Done(var body) -> {
        told(errand, new PersonId(errand.tenant(), id), body);
        yield next(errand, waiting, 0);
      }
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, GraphHistories.LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      // Not everybody has a mailbox.
      case Answer.Refused(var status, _, _) ->
          status == 404 ? next(errand, waiting, 0) : next(errand, waiting, errand.refused() + 1);
    };
  }

  private Outcome next(TeamsErrand.Clocks errand, List<String> waiting, int refused) {
    if (refused < REFUSED) {
      errands.add(
          new TeamsErrand.Clocks(
              errand.tenant(),
              errand.asked(),
              waiting.getFirst(),
              waiting.subList(1, waiting.size()),
              refused),
          clock.instant());
    }
    return Handler.DONE;
  }

  private List<String> next(WorkspaceId tenant, String after) {
    return directory.people().stream()
        .filter(person -> isAsked(person))
        .map(Person::id)
        .filter(id -> id.workspace().equals(tenant))
        .map(PersonId::value)
        .filter(GraphPeople::isOfTheDirectory)
        .filter(id -> id.compareTo(after) > 0)
        .sorted()
        .limit(SOME)
        .toList();
  }

  /**
   * A guest's mailbox is another organisation's; where their clock stands it is asked all the same.
   */
  private static boolean isAsked(Person person) {
    return person.standing() == Person.Standing.ACTIVE || person.isActive() && isUntold(person);
  }

  private static boolean isUntold(Person person) {
    return person.zone().equals(ZoneOffset.UTC);
  }

  private void told(TeamsErrand.Clocks errand, PersonId id, JsonNode mailbox) {
    directory
        .person(id)
        .filter(GraphClocks::isAsked)
        .flatMap(known -> told(known, mailbox))
        .ifPresent(
            person -> {
              var event = new EventId(Conversations.TEAMS + errand.key() + ":" + id.value());
              inbox.hear(
                  "roster/" + errand.tenant(),
                  event.value(),
                  List.of(new Event.Roster.PersonChanged(event, person, clock.instant())));
            });
  }

  /** The person with what is news; empty where nothing is. */
  private static Optional<Person> told(Person known, JsonNode mailbox) {
    var language = known.language();
    var told =
        new Person(
            known.id(),
            known.name(),
            known.handle(),
            known.title(),
            known.email(),
            isUntold(known) ? zone(mailbox).orElse(known.zone()) : known.zone(),
            language == null ? language(mailbox).orElse(null) : language,
            known.standing(),
            MailboxAway.read(mailbox).orElse(null),
            known.department());
    return told.equals(known) ? Optional.empty() : Optional.of(told);
  }

  private static Optional<ZoneId> zone(JsonNode mailbox) {
    return MailboxZones.zone(mailbox.path("timeZone").stringValue(""));
  }

  private static Optional<Language> language(JsonNode mailbox) {
    return Optional.of(mailbox.path("language").path("locale").stringValue(""))
        .filter(tag -> !tag.isBlank())
        .flatMap(tag -> Language.of(Locale.forLanguageTag(tag)));
  }
}
