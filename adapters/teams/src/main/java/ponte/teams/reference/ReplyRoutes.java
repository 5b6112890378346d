package ponte.teams.reference;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The ways back to what people asked in Teams, each for as long as an answer is worth giving. */
public final class ReplyRoutes {

  private static final Duration OPEN = Duration.ofHours(24);

  /** For how long those of a forgotten person stay: the last answer needs its way. */
  private static final Duration CLOSING = Duration.ofHours(1);

  private final Records records;
  private final Clock clock;

  /** What a person pressed or wrote on. */
  public enum Container {
    /** Nothing of Ponte's: a message, a command of the compose box, a form. */
    NONE,
    /** A card in the personal chat; an answer takes its place. */
    PERSONAL,
    /** A card that everybody in a channel or a group chat sees. */
    SHARED,
    /** The home card in the personal chat. */
    HOME
  }

  /**
   * A way back.
   *
   * @param request whose way back it is
   * @param reference the conversation it was asked in
   * @param activity the id of the person's own message; null where they wrote none
   * @param pressed the id of the activity whose card was pressed; null where none was
   */
  public record Route(
      EventId request,
      PersonId person,
      Reference reference,
      @Nullable String activity,
      @Nullable String pressed,
      Container container) {}

  public ReplyRoutes(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Keeps a way back; one that is known is left as it is. */
  public void keep(Route route) {
    records.write(
        Write.create(key(route.person().workspace(), route.request()), Codec.write(route))
            .expiring(clock.instant().plus(OPEN)));
  }

  /** The way back to a request; empty where there never was one, or it is too old. */
  public Optional<Route> find(WorkspaceId tenant, EventId request) {
    return records
        .find(key(tenant, request))
        .map(document -> Codec.read(document.content(), Route.class));
  }

  /** Keeps the ways back to a person only for as long as the answer to their wish needs one. */
  public void forget(PersonId person) {
    var closed = clock.instant().plus(CLOSING);
    records.each(
        partition(person.workspace()),
        document -> {
          var expires = document.expires();
          if ((expires == null || expires.isAfter(closed)) && isOf(person, document)) {
            records.write(Write.replace(document, document.content()).expiring(closed));
          }
        });
  }

  private static boolean isOf(PersonId person, Document document) {
    return Codec.read(document.content(), Route.class).person().equals(person);
  }

  private static Key key(WorkspaceId tenant, EventId request) {
    return partition(tenant).key(request.value());
  }

  private static Partition partition(WorkspaceId tenant) {
    return new Partition("teams-reply-routes", tenant.value());
  }
}
