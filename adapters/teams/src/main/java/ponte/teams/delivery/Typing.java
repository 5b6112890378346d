package ponte.teams.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.Event;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Watch;
import ponte.store.StoreUnavailableException;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.reference.ReplyRoutes;

/** Shows who wrote to Ponte that it is writing, as Teams does for people. */
public final class Typing implements Watch {

  private static final Logger log = LoggerFactory.getLogger(Typing.class);

  private final Connector connector;
  private final ReplyRoutes routes;

  public Typing(Connector connector, ReplyRoutes routes) {
    this.connector = connector;
    this.routes = routes;
  }

  @Override
  public void accepted(Event.Request request, Language language) {
    Thread.ofVirtual().name("teams-typing").start(() -> showOrPass(request));
  }

  private void showOrPass(Event.Request request) {
    try {
      show(request);
    } catch (PlatformUnavailableException | StoreUnavailableException e) {
      log.atDebug().setCause(e).log("could not show that somebody is being answered");
    }
  }

  /** Where others are, it would show them that somebody asked, and no answer. */
  void show(Event.Request request) {
    if (request instanceof Event.Request.Asked && request.place().channel() == null) {
      routes
          .find(request.workspace(), request.id())
          .map(ReplyRoutes.Route::reference)
          .ifPresent(
              chat ->
                  connector.call(
                      chat.service(), Call.post(chat.conversation(), Activities.typing())));
    }
  }
}
