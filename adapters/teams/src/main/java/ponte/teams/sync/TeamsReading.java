package ponte.teams.sync;

import java.time.Clock;
import java.util.List;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.WhoIsWho;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;
import ponte.teams.Conversations;
import ponte.teams.connector.Connector;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;

/** Reads what the errands ask for. */
public final class TeamsReading implements Handler {

  /** The topic of the errands. */
  public static final String TOPIC = Errands.TOPIC;

  private final TeamRoster roster;
  private final WhoIsWho people;
  private final Inbox inbox;
  private final Clock clock;

  public TeamsReading(
      Connector connector,
      References references,
      Inbox inbox,
      Directory directory,
      Doorkeeper doorkeeper,
      Queue queue,
      Clock clock) {
    this.roster =
        new TeamRoster(
            connector, references, inbox, directory, doorkeeper, new Errands(queue), clock);
    this.people = new TeamsPeople(connector, references, directory);
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    return switch (Codec.read(leases.getFirst().entry().payload(), Errand.class)) {
      case Errand.Look look -> roster.look(look);
      case Errand.Channels channels -> roster.channels(channels);
      case Errand.Members members -> roster.members(members);
      case Errand.Meet meet -> meet(meet);
    };
  }

  private Outcome meet(Errand.Meet errand) {
    var event = new EventId(Conversations.TEAMS + errand.key());
    people
        .find(errand.person())
        .ifPresent(
            person ->
                inbox.hear(
                    "roster/" + errand.tenant(),
                    event.value(),
                    List.of(new Event.Roster.PersonChanged(event, person, clock.instant()))));
    return DONE;
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof PlatformUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
