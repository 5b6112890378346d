package ponte.slack.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Queue;

/**
 * Asks for what is to be read from Slack because something happened there: who is in a workspace
 * that was installed, what was said in a channel before the bot was invited.
 *
 * <p>What was asked for is durable when a method returns. {@link SlackReading} does it, apart from
 * everything that people wait for.
 */
public final class SlackSync {

  private final Errands errands;
  private final Clock clock;

  public SlackSync(Queue queue, Clock clock) {
    this.errands = new Errands(queue);
    this.clock = clock;
  }

  /** Reads people and channels of a workspace now, and from then on every night. */
  public void installed(WorkspaceId workspace) {
    var now = clock.instant();
    errands.add(new Errand.People(workspace, now, Errand.Page.FIRST), now);
  }

  /** Reads a channel, its members and its history. */
  public void invited(ChannelId channel) {
    var now = clock.instant();
    errands.add(new Errand.Look(channel, now), now);
  }

  /** Reads a person anew, at the end of the minute: a burst of changes is read once. */
  public void person(PersonId person) {
    var end = nextMinute(clock.instant());
    errands.add(new Errand.Meet(person, end), end);
  }

  private static Instant nextMinute(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }
}
