package ponte.slack.sync;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Errand;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * One call to Slack that reads something, and what is to be called after it.
 *
 * <p>Each page of a list is another errand.
 */
sealed interface SlackErrand extends Errand {

  WorkspaceId workspace();

  /**
   * Errands of one lane are run one after the other; empty, as for all that is read in pages, each
   * of which asks for the next: none waits for another, nor for one that is due tomorrow.
   */
  @Override
  default String lane() {
    return "";
  }

  /**
   * Which page of a list.
   *
   * @param cursor Slack's word for where it begins; empty for the first
   * @param number 0 for the first
   */
  record Page(String cursor, int number) {
    static final Page FIRST = new Page("", 0);

    Page next(String following) {
      return new Page(following, number + 1);
    }
  }

  /**
   * The people of a workspace; then its channels.
   *
   * @param asked what it was asked for at: another time is another errand
   */
  record People(WorkspaceId workspace, Instant asked, Page page) implements SlackErrand {
    @Override
    public String key() {
      return "people/" + workspace + "/" + asked + "/" + page.number();
    }
  }

  /** The public channels of a workspace, wherever the bot is; then those it is in. */
  record PublicChannels(WorkspaceId workspace, Instant asked, Page page) implements SlackErrand {
    @Override
    public String key() {
      return "public/" + workspace + "/" + asked + "/" + page.number();
    }
  }

  /**
   * The channels that the bot is in.
   *
   * @param met those on the pages before
   */
  record OwnChannels(WorkspaceId workspace, Instant asked, Page page, Set<String> met)
      implements SlackErrand {
    public OwnChannels {
      met = Set.copyOf(met);
    }

    @Override
    public String key() {
      return "own/" + workspace + "/" + asked + "/" + page.number();
    }
  }

  /**
   * Those who are in a channel.
   *
   * @param since when the first of them were read: who joins later is told by events
   * @param met those on the pages before
   */
  record Members(ChannelId channel, Instant asked, Instant since, Page page, Set<String> met)
      implements SlackErrand {
    public Members {
      met = Set.copyOf(met);
    }

    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }

    @Override
    public String key() {
      return "members/" + channel + "/" + asked + "/" + page.number();
    }
  }

  /** A channel that the bot was invited to. */
  record Look(ChannelId channel, Instant asked) implements SlackErrand {
    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }

    @Override
    public String key() {
      return "look/" + channel + "/" + asked;
    }
  }

  /** One person. */
  record Meet(PersonId person, Instant asked) implements SlackErrand {
    @Override
    public WorkspaceId workspace() {
      return person.workspace();
    }

    @Override
    public String key() {
      return "meet/" + person + "/" + asked;
    }
  }

  /**
   * When people are not to be disturbed.
   *
   * @param asked the hour for which it is asked
   * @param after of those whose id comes after this one
   * @param most of so many at once
   * @param suspect up to this id there is one whom Slack does not show; null: not that it is known
   */
  record Peace(
      WorkspaceId workspace, Instant asked, String after, int most, @Nullable String suspect)
      implements SlackErrand {
    @Override
    public String key() {
      return "peace/" + workspace + "/" + asked + "/" + after + "/" + most;
    }
  }

  /**
   * A step of reading what was said in a channel; where it stands is in {@link
   * ponte.history.Backfill}.
   *
   * @param started when the reading began
   */
  record History(ChannelId channel, Instant started, int step) implements SlackErrand {
    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }

    /** One lane for all channels: a step goes to its end, so that they take turns. */
    @Override
    public String lane() {
      return workspace() + "/history";
    }

    @Override
    public String key() {
      return "history/" + channel + "/" + started + "/" + step;
    }
  }
}
