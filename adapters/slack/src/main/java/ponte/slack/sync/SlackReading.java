package ponte.slack.sync;

import java.time.Clock;
import java.util.List;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.consent.Preferences;
import ponte.directory.Directory;
import ponte.history.Backfill;
import ponte.history.HistoryProgress;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.api.SlackApi;
import ponte.slack.live.Listening;
import ponte.slack.live.SharedChannels;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;

/** Reads what the errands ask for. */
public final class SlackReading implements Handler {

  /** The topic of the errands. */
  public static final String TOPIC = SlackErrands.TOPIC;

  private final Roster roster;
  private final Backfill backfill;
  private final PeaceReading peace;

  public SlackReading(
      SlackApi api,
      Inbox inbox,
      Directory directory,
      Preferences preferences,
      Listening listening,
      SharedChannels shared,
      BackfillRules rules,
      Queue queue,
      Records records,
      Clock clock) {
    var errands = new Errands(TOPIC, queue);
    this.backfill =
        new Backfill(
            new SlackHistories(api, listening, rules.page()),
            inbox,
            new HistoryProgress(records),
            rules.back(),
            (channel, started, step, due) ->
                errands.add(new SlackErrand.History(channel, started, step), due),
            clock);
    this.peace = new PeaceReading(api, directory, preferences, errands, clock);
    this.roster = new Roster(api, inbox, directory, shared, errands, backfill, peace::begin, clock);
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    return switch (Codec.read(leases.getFirst().entry().payload(), SlackErrand.class)) {
      case SlackErrand.People people -> roster.people(people);
      case SlackErrand.PublicChannels channels -> roster.publicChannels(channels);
      case SlackErrand.OwnChannels channels -> roster.ownChannels(channels);
      case SlackErrand.Members members -> roster.members(members);
      case SlackErrand.Look look -> roster.look(look);
      case SlackErrand.Meet meet -> roster.meet(meet);
      case SlackErrand.Peace times -> peace.read(times);
      case SlackErrand.History(var channel, var started, var step) ->
          backfill.step(channel, started, step);
    };
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof PlatformUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
