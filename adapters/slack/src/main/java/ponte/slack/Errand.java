package ponte.slack;

import java.time.Instant;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** One thing to read from Slack. */
sealed interface Errand {

  /** Errands of one lane are run one after the other. */
  String lane();

  /** The same errand has the same key. */
  String key();

  WorkspaceId workspace();

  /**
   * All people and channels of a workspace.
   *
   * @param asked when it was asked for: another time is another errand
   */
  record Roster(WorkspaceId workspace, Instant asked) implements Errand {
    @Override
    public String lane() {
      return workspace + "/roster";
    }

    @Override
    public String key() {
      return "roster/" + workspace + "/" + asked;
    }
  }

  /** A channel that the bot was invited to. */
  record Look(ChannelId channel, Instant asked) implements Errand {
    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }

    @Override
    public String lane() {
      return channel + "/look";
    }

    @Override
    public String key() {
      return "look/" + channel + "/" + asked;
    }
  }

  /** One person. */
  record Meet(PersonId person, Instant asked) implements Errand {
    @Override
    public WorkspaceId workspace() {
      return person.workspace();
    }

    @Override
    public String lane() {
      return "";
    }

    @Override
    public String key() {
      return "meet/" + person + "/" + asked;
    }
  }

  /**
   * The next step of reading what was said in a channel; where it stands is in {@link
   * BackfillProgress}.
   *
   * @param started when the bot was invited
   * @param step counts the steps, so that each is another errand
   */
  record History(ChannelId channel, Instant started, int step) implements Errand {
    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }

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
