package ponte.teams.sync;

import java.time.Clock;
import java.util.List;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.bot.Outbox;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.directory.Directory;
import ponte.history.Backfill;
import ponte.history.HistoryProgress;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.WhoIsWho;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.teams.Conversations;
import ponte.teams.connector.Connector;
import ponte.teams.graph.ChatMessages;
import ponte.teams.graph.Graph;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;

/** Reads what the errands ask for. */
public final class TeamsReading implements Handler {

  /** The topic of the errands. */
  public static final String TOPIC = TeamsErrands.TOPIC;

  private final TeamRoster roster;
  private final GraphTeams teams;
  private final GraphInsiders insiders;
  private final GraphPeople profiles;
  private final GraphClocks clocks;
  private final Hearing hearing;
  private final HeldTalk held;
  private final Readings readings;
  private final Backfill backfill;
  private final CatchUp catchUp;
  private final WhoIsWho people;
  private final Inbox inbox;
  private final Clock clock;

  /** By whom Teams is asked. */
  public record Ways(Connector connector, Graph graph) {}

  public TeamsReading(
      Ways ways,
      References references,
      Inbox inbox,
      Directory directory,
      Doorkeeper doorkeeper,
      ReadingRules rules,
      Queue queue,
      Records records,
      Clock clock) {
    var graph = ways.graph();
    var errands = new Errands(TOPIC, queue);
    var messages = new ChatMessages(directory);
    var histories = new GraphHistories(graph, references, doorkeeper, directory, messages);
    this.backfill =
        new Backfill(
            histories,
            inbox,
            new HistoryProgress(records),
            rules.back(),
            (channel, started, step, due) ->
                errands.add(new TeamsErrand.History(channel, started, step), due),
            clock);
    this.catchUp =
        new CatchUp(
            graph,
            references,
            histories,
            messages,
            inbox,
            records,
            errands,
            rules.catchUp(),
            clock);
    this.readings = new Readings(backfill, catchUp, doorkeeper, errands, clock);
    var news = new ChannelNews(inbox, directory, clock);
    var questions = new TeamQuestions(graph, references);
    this.teams =
        new GraphTeams(
            questions, references, news, directory, doorkeeper, errands, readings, clock);
    this.insiders = new GraphInsiders(questions, news, errands, readings, clock);
    this.profiles = new GraphPeople(graph, inbox, directory, errands, clock);
    this.clocks = new GraphClocks(graph, inbox, directory, errands, clock);
    this.hearing =
        new Hearing(questions, directory, errands, new Outbox(queue, clock), records, clock);
    this.held = new HeldTalk(doorkeeper, inbox, clock);
    this.roster =
        new TeamRoster(
            ways.connector(), graph, references, news, directory, doorkeeper, errands, clock);
    this.people = new TeamsPeople(ways.connector(), references, directory, graph);
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    return switch (Codec.read(leases.getFirst().entry().payload(), TeamsErrand.class)) {
      case TeamsErrand.Look look -> roster.look(look);
      case TeamsErrand.Channels channels -> roster.channels(channels);
      case TeamsErrand.Members members -> roster.members(members);
      case TeamsErrand.Details details -> teams.details(details);
      case TeamsErrand.Kinds kinds -> teams.kinds(kinds);
      case TeamsErrand.Watch watch -> teams.watch(watch);
      case TeamsErrand.Insiders some -> insiders.insiders(some);
      case TeamsErrand.Profiles some -> profiles.profiles(some);
      case TeamsErrand.Missing missing -> profiles.missing(missing);
      case TeamsErrand.Clocks some -> clocks.clocks(some);
      case TeamsErrand.Hearing asked -> hearing.hearing(asked);
      case TeamsErrand.Held talk -> held.let(talk);
      case TeamsErrand.Begin begin -> readings.begin(begin);
      case TeamsErrand.Meet meet -> meet(meet);
      case TeamsErrand.History(var channel, var started, var step) ->
          backfill.step(channel, started, step);
      case TeamsErrand.Round round -> catchUp.round(round);
    };
  }

  private Outcome meet(TeamsErrand.Meet errand) {
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
