package ponte.slack.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ponte.bot.Errands;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.slack.SlackSync;
import ponte.store.Queue;

/**
 * Keeps what is to be read from Slack in a queue of its own, apart from everything that people wait
 * for; {@link SlackReading} works it off.
 */
public final class SlackErrands implements SlackSync {

  static final String TOPIC = "slack-errands";

  private final Errands errands;
  private final Clock clock;

  public SlackErrands(Queue queue, Clock clock) {
    this.errands = new Errands(TOPIC, queue);
    this.clock = clock;
  }

  @Override
  public void installed(WorkspaceId workspace) {
    var now = clock.instant();
    errands.add(new SlackErrand.People(workspace, now, SlackErrand.Page.FIRST), now);
  }

  @Override
  public void invited(ChannelId channel) {
    var now = clock.instant();
    errands.add(new SlackErrand.Look(channel, now), now);
  }

  @Override
  public void unknown(ChannelId channel) {
    var now = clock.instant();
    errands.add(new SlackErrand.Look(channel, now.truncatedTo(ChronoUnit.MINUTES)), now);
  }

  /** At the end of the minute: a burst of changes is read once. */
  @Override
  public void person(PersonId person) {
    var end = nextMinute(clock.instant());
    errands.add(new SlackErrand.Meet(person, end), end);
  }

  private static Instant nextMinute(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }
}
