package ponte.slack.live;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The ways back that Slack opened with what people asked, each for as long as Slack keeps it open.
 *
 * <p>"Response URLs can be used up to 5 times within 30 minutes":
 * <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>.
 */
public final class ReplyRoutes {

  /** How often Slack takes a reply on one address. */
  public static final int USES = 5;

  /** What the ids of all that comes from Slack begin with. */
  static final String SLACK = "slack:";

  private static final Duration OPEN = Duration.ofMinutes(30);

  private final Records records;
  private final Clock clock;

  /** What a person pressed or wrote on. */
  public enum Container {
    /** Nothing of Ponte's: a command, a shortcut. */
    NONE,
    /** A message that everybody in the channel sees. */
    MESSAGE,
    /** A message that only they see. */
    EPHEMERAL,
    /** A form, {@code view} tells which. */
    VIEW,
    /** Ponte's home page. */
    HOME
  }

  /**
   * A way back.
   *
   * @param request whose way back it is
   * @param responseUrl the address that takes replies; null: there is none. Whoever has it may
   *     write: it is never logged
   * @param spent how many of its {@link #USES} are gone
   * @param channel null where there was none, as on the home page
   * @param message the {@code ts} of the message whose button was pressed; null where it was none
   * @param view Slack's id of the view; null where it was none
   */
  public record Route(
      EventId request,
      PersonId person,
      @Nullable URI responseUrl,
      int spent,
      @Nullable ChannelId channel,
      @Nullable String message,
      Container container,
      @Nullable String view) {

    /** The way back to somebody who wrote to Ponte in a conversation of the two of them. */
    static Route to(Event.Request request, ChannelId direct) {
      return new Route(request.id(), request.by(), null, 0, direct, null, Container.NONE, null);
    }

    /** The conversation of Ponte and the person, where they wrote there; null: elsewhere. */
    public @Nullable ChannelId between() {
      return responseUrl == null && container == Container.NONE ? channel : null;
    }

    Route spentOnce() {
      return new Route(request, person, responseUrl, spent + 1, channel, message, container, view);
    }

    @Override
    public String toString() {
      return "Route[" + request + ", " + container + ", spent " + spent + "]";
    }
  }

  public ReplyRoutes(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Whether a request was asked in Slack. */
  public static boolean isFromSlack(EventId request) {
    return request.value().startsWith(SLACK);
  }

  /** Keeps a way back; one that is known is left as it is. */
  public void keep(Route route) {
    records.write(
        Write.create(key(route.person().workspace(), route.request()), Codec.write(route))
            .expiring(clock.instant().plus(OPEN)));
  }

  /** The way back to a request; empty where there never was one, or it is closed. */
  public Optional<Route> find(WorkspaceId workspace, EventId request) {
    return records.find(key(workspace, request)).map(ReplyRoutes::route);
  }

  /**
   * Takes one use of the address of a request.
   *
   * @return the route with that use counted; empty where there is no address or no use left
   */
  public Optional<Route> spend(WorkspaceId workspace, EventId request) {
    while (true) {
      var kept = records.find(key(workspace, request));
      var route = kept.map(ReplyRoutes::route);
      if (route.isEmpty() || route.get().responseUrl() == null || route.get().spent() >= USES) {
        return Optional.empty();
      }
      var spent = route.get().spentOnce();
      if (records.write(Write.replace(kept.get(), Codec.write(spent)))) {
        return Optional.of(spent);
      }
    }
  }

  private static Route route(Document document) {
    return Codec.read(document.content(), Route.class);
  }

  private static Key key(WorkspaceId workspace, EventId request) {
    return new Partition("slack-reply-routes", workspace.value()).key(request.value());
  }
}
