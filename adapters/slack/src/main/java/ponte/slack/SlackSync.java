package ponte.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * What is to be read from Slack because something happened there: who is in a workspace that was
 * installed, what was said in a channel before the bot was invited.
 *
 * <p>Each errand is durable when its method returns and is run by the errands' own workers, in
 * lanes of their own, apart from everything that people wait for.
 */
public final class SlackSync {

  /** The topic of the errands. */
  public static final String TOPIC = "slack-errands";

  private static final Duration BURST = Duration.ofMinutes(1);

  private final Queue queue;
  private final Clock clock;

  public SlackSync(Queue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Reads people and channels of a workspace now and from then on every day. */
  public void installed(WorkspaceId workspace) {
    add(new Errand.Roster(workspace, clock.instant()), clock.instant());
  }

  /** Reads a channel, its members and its history. */
  public void invited(ChannelId channel) {
    add(new Errand.Look(channel, clock.instant()), clock.instant());
  }

  /** Reads a person anew, at the end of the minute: what comes in one burst is one errand. */
  public void person(PersonId person) {
    var second = clock.instant().getEpochSecond();
    var end = Instant.ofEpochSecond(second - Math.floorMod(second, BURST.toSeconds())).plus(BURST);
    add(new Errand.Meet(person, end), end);
  }

  void add(Errand errand, Instant due) {
    queue.add(List.of(new Entry(TOPIC, errand.lane(), errand.key(), Codec.write(errand), due)));
  }
}
