package ponte.teams.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.conversation.ChannelId;
import ponte.history.Backfill;
import ponte.teams.live.Doorkeeper;

/** Has channels read: what was said there before, and from then on what was missed. */
final class Readings {

  /** Longer than it takes until what is known of a channel has been taken in. */
  static final Duration SOON = Duration.ofMinutes(1);

  private final Backfill backfill;
  private final CatchUp catchUp;
  private final Doorkeeper doorkeeper;
  private final Errands errands;
  private final Clock clock;

  Readings(
      Backfill backfill, CatchUp catchUp, Doorkeeper doorkeeper, Errands errands, Clock clock) {
    this.backfill = backfill;
    this.catchUp = catchUp;
    this.doorkeeper = doorkeeper;
    this.errands = errands;
    this.clock = clock;
  }

  /** Begins to read a channel, unless that was begun; soon where its name is still to come. */
  void begin(ChannelId channel) {
    if (doorkeeper.awaitsName(channel)) {
      beginSoon(channel);
    } else {
      read(channel);
    }
  }

  /** Begins to read a channel once what was just found out about it is known. */
  void beginSoon(ChannelId channel) {
    var now = clock.instant();
    errands.add(
        new TeamsErrand.Begin(channel, now.truncatedTo(ChronoUnit.MINUTES)), now.plus(SOON));
  }

  Outcome begin(TeamsErrand.Begin errand) {
    read(errand.channel());
    return Handler.DONE;
  }

  private void read(ChannelId channel) {
    backfill.beginUnlessBegun(channel);
    catchUp.begin(channel);
  }
}
