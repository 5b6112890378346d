package ponte.slack.live;

import org.jspecify.annotations.Nullable;
import ponte.bot.Inbox;
import ponte.bot.RequestDesk;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Watch;
import ponte.slack.SlackSync;

/** Takes in what people ask, with the way back to them. */
final class Asking {

  private final RequestDesk desk;
  private final ReplyRoutes routes;

  Asking(Inbox inbox, Directory directory, ReplyRoutes routes, SlackSync sync, Watch watch) {
    this.desk = new RequestDesk(inbox, directory, sync::person, watch);
    this.routes = routes;
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
    desk.ask(request);
  }

  /** Reads from Slack who somebody is, if nobody knows them. */
  void meet(PersonId person) {
    desk.meet(person);
  }

  /** What a person reads; English where that is not known. */
  Language language(PersonId person) {
    return desk.language(person);
  }
}
