package ponte.slack.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.bot.Inbox;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Watch;
import ponte.slack.SlackSync;

/** Takes in what people ask, with the way back to them. */
final class Asking {

  private final Inbox inbox;
  private final Directory directory;
  private final ReplyRoutes routes;
  private final SlackSync sync;
  private final Watch watch;

  Asking(Inbox inbox, Directory directory, ReplyRoutes routes, SlackSync sync, Watch watch) {
    this.inbox = inbox;
    this.directory = directory;
    this.routes = routes;
    this.sync = sync;
    this.watch = watch;
  }

  /**
   * Takes in a request; it is durable when this returns.
   *
   * @param route the way back, which is there before anybody can want to go it; null: the request
   *     says all of it
   */
  void ask(Event.Request request, ReplyRoutes.@Nullable Route route) {
    if (route != null) {
      routes.keep(route);
    }
    if (inbox.ask(request)) {
      meet(request.by());
      watch.accepted(request, language(request.by()));
    }
  }

  /** Reads from Slack who somebody is, if nobody knows them. */
  void meet(PersonId person) {
    if (directory.person(person).isEmpty()) {
      sync.person(person);
    }
  }

  /** What a person reads; English where that is not known. */
  Language language(PersonId person) {
    return directory.person(person).stream()
        .map(Person::language)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Language.ENGLISH);
  }
}
