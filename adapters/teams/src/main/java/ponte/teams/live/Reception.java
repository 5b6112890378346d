package ponte.teams.live;

import com.microsoft.bot.schema.Activity;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.ArchiveUnavailableException;
import ponte.bot.Inbox;
import ponte.directory.Directory;
import ponte.directory.Words;
import ponte.platform.ButtonValues;
import ponte.platform.FormDesk;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.QuestionDesk;
import ponte.platform.Watch;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.teams.ObjectIds;
import ponte.teams.TeamsSync;
import ponte.teams.card.Cards;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.delivery.FileOffers;
import ponte.teams.delivery.HomeCards;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;

/**
 * Receives every activity that is known to be from Teams, and says what Teams is to be told. What
 * must not be lost is durable before that.
 */
public final class Reception {

  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  private final Tenants tenants;
  private final Hearsay hearsay;
  private final Ears ears;
  private final Invokes invokes;
  private final Clock clock;

  /** Where things are kept. */
  public record Shelves(
      Records records,
      Directory directory,
      References references,
      ReplyRoutes routes,
      ButtonValues buttons) {}

  /** Those who go on with what came in. */
  public record Others(
      Inbox inbox,
      TeamsSync sync,
      FormDesk forms,
      QuestionDesk questions,
      Cards cards,
      FileOffers files,
      Watch watch) {}

  /**
   * Whom Ponte serves.
   *
   * @param tenants ids of tenants; empty: any
   * @param services which services it answers by
   */
  public record Tenants(Set<String> tenants, ServiceUrls services) {
    public Tenants {
      tenants = tenants.stream().map(ObjectIds::one).collect(Collectors.toSet());
    }

    private boolean allow(Incoming incoming) {
      return tenants.isEmpty() || incoming.tenants().allMatch(tenants::contains);
    }
  }

  public Reception(
      Shelves shelves, Others others, Doorkeeper doorkeeper, Tenants tenants, Clock clock) {
    this.tenants = tenants;
    this.clock = clock;
    var directory = shelves.directory();
    var references = shelves.references();
    this.hearsay = new Hearsay(references, tenants.services());
    var wording = new Wording(directory, references);
    var words = new Words(directory);
    var asking =
        new Asking(others.inbox(), directory, shelves.routes(), others.sync(), others.watch());
    var requests =
        new Requests(
            asking,
            doorkeeper,
            shelves.buttons(),
            others.forms(),
            wording,
            words,
            new HomeCards(shelves.records()),
            clock);
    this.ears =
        new Ears(
            others.inbox(),
            directory,
            doorkeeper,
            references,
            others.sync(),
            asking,
            requests,
            new Welcome(shelves.records(), requests),
            new Talk(wording));
    this.invokes =
        new Invokes(requests, asking, others.questions(), others.cards(), others.files(), words);
  }

  Acknowledgement receive(Activity activity) {
    var read = Incoming.of(activity, clock.instant());
    if (read.isEmpty()) {
      return Acknowledgement.NONSENSE;
    }
    var incoming = read.get();
    if (!tenants.allow(incoming)) {
      log.atWarn().addKeyValue("tenant", incoming.tenant()).log("activity of a foreign tenant");
      return Acknowledgement.FORBIDDEN;
    }
    var reference = hearsay.reference(incoming);
    if (reference.isEmpty()) {
      log.atError()
          .addKeyValue("service", incoming.serviceUrl())
          .log("activity of a service that is none of Teams'");
      return Acknowledgement.FORBIDDEN;
    }
    try {
      hearsay.keep(incoming, reference.get());
      if (incoming.type().equals("invoke")) {
        return invokes.answer(incoming, reference.get());
      }
      ears.hear(incoming, reference.get());
      return Acknowledgement.DONE;
    } catch (StoreUnavailableException
        | ArchiveUnavailableException
        | PlatformUnavailableException e) {
      log.atWarn().setCause(e).log("teams is asked to send it again");
      return Acknowledgement.LATER;
    }
  }
}
