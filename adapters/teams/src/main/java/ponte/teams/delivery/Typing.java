package ponte.teams.delivery;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.Event;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Watch;
import ponte.store.StoreUnavailableException;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;

/** Shows whoever asks between the two of them that Ponte is at it. */
public final class Typing implements Watch {

  private static final Logger log = LoggerFactory.getLogger(Typing.class);

  private final Connector connector;
  private final References references;
  private final ReplyRoutes routes;
  private final Executor beside;

  /**
   * @param beside runs what nobody waits for
   */
  public Typing(Connector connector, References references, ReplyRoutes routes, Executor beside) {
    this.connector = connector;
    this.references = references;
    this.routes = routes;
    this.beside = beside;
  }

  @Override
  public void accepted(Event.Request request, Language language) {
    beside.execute(() -> show(request));
  }

  /** Where it is not shown nothing is lost. */
  private void show(Event.Request request) {
    try {
      var chat = references.personal(request.by());
      var asked = routes.find(request.workspace(), request.id());
      if (chat.isPresent()
          && asked.filter(route -> route.reference().equals(chat.get())).isPresent()) {
        var answer =
            connector.call(
                chat.get().service(), Call.post(chat.get().conversation(), Activities.typing()));
        if (!(answer instanceof Answer.Done)) {
          log.atDebug().log("typing not shown");
        }
      }
    } catch (PlatformUnavailableException | StoreUnavailableException e) {
      log.atDebug().setCause(e).log("typing not shown");
    }
  }
}
