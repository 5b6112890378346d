package ponte.teams.sync;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.teams.live.Doorkeeper;

/**
 * Lets go what was said in a channel before its name was known: into the archive, or, where the
 * name is one that an administrator excluded, nowhere. What is not known after a day is dropped.
 */
final class HeldTalk {

  private static final Logger log = LoggerFactory.getLogger(HeldTalk.class);

  /** From one look at whether the name is known to the next. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofDays(1);

  private final Doorkeeper doorkeeper;
  private final Inbox inbox;
  private final Clock clock;

  HeldTalk(Doorkeeper doorkeeper, Inbox inbox, Clock clock) {
    this.doorkeeper = doorkeeper;
    this.inbox = inbox;
    this.clock = clock;
  }

  Outcome let(TeamsErrand.Held errand) {
    var channel = errand.channel();
    var now = clock.instant();
    if (doorkeeper.awaitsName(channel)) {
      if (now.isBefore(errand.since().plus(LONGEST))) {
        return new Outcome.Again(now.plus(PAUSE), "the channel's name is not known");
      }
      log.atWarn().addKeyValue("channel", channel).log("dropped what was said: nobody names it");
    } else if (!doorkeeper.isShared(channel) && !doorkeeper.isExcluded(channel)) {
      inbox.hear(channel.toString(), errand.said().getFirst().id().value(), errand.said());
    }
    return Handler.DONE;
  }
}
