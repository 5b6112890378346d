package ponte.teams.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import ponte.bot.Errand;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** One call to Teams that reads something, and what is to be called after it. */
sealed interface TeamsErrand extends Errand {

  WorkspaceId tenant();

  /** Most wait for no other. */
  @Override
  default String lane() {
    return "";
  }

  /**
   * What a team is called; then its channels.
   *
   * @param team as activities name it
   * @param asked what it was asked for at: another time is another errand
   */
  record Look(WorkspaceId tenant, String team, Instant asked) implements TeamsErrand {
    @Override
    public String key() {
      return "look/" + tenant + "/" + team + "/" + asked;
    }
  }

  /** The channels of a team; then its members. */
  record Channels(WorkspaceId tenant, String team, String teamName, Instant asked)
      implements TeamsErrand {
    @Override
    public String key() {
      return "channels/" + tenant + "/" + team + "/" + asked;
    }
  }

  /**
   * Those who are in a team, page by page.
   *
   * @param channels ids of the channels that are for all of them
   * @param continuation Teams' word for where the page begins; empty for the first
   * @param page 0 for the first
   * @param met those on the pages before
   */
  record Members(
      WorkspaceId tenant,
      String team,
      Set<String> channels,
      Instant asked,
      String continuation,
      int page,
      Set<PersonId> met)
      implements TeamsErrand {
    public Members {
      channels = Set.copyOf(channels);
      met = Set.copyOf(met);
    }

    @Override
    public String key() {
      return "members/" + tenant + "/" + team + "/" + asked + "/" + page;
    }
  }

  /** One person. */
  record Meet(PersonId person, Instant asked) implements TeamsErrand {
    @Override
    public WorkspaceId tenant() {
      return person.workspace();
    }

    @Override
    public String key() {
      return "person/" + person + "/" + asked;
    }
  }

  /**
   * What Graph tells of a team: who may see it; then what kinds of channels it has.
   *
   * @param channels ids of the channels that are for the whole team
   */
  record Details(WorkspaceId tenant, String team, Set<String> channels, Instant asked)
      implements TeamsErrand {
    public Details {
      channels = Set.copyOf(channels);
    }

    @Override
    public String key() {
      return "details/" + tenant + "/" + team + "/" + asked;
    }
  }

  /**
   * What Graph tells of a team's channels.
   *
   * @param channels as in {@link Details}
   * @param link to a further page; empty for the first
   * @param page 0 for the first
   */
  record Kinds(
      WorkspaceId tenant,
      String team,
      String teamName,
      Set<String> channels,
      Instant asked,
      String link,
      int page)
      implements TeamsErrand {
    public Kinds {
      channels = Set.copyOf(channels);
    }

    @Override
    public String key() {
      return "kinds/" + tenant + "/" + team + "/" + asked + "/" + page;
    }
  }

  /**
   * Those who are in a channel that is for some of its team alone.
   *
   * @param link to a further page; empty for the first
   * @param page 0 for the first
   * @param met those on the pages before
   */
  record Insiders(ChannelId channel, Instant asked, String link, int page, Set<PersonId> met)
      implements TeamsErrand {
    public Insiders {
      met = Set.copyOf(met);
    }

    @Override
    public WorkspaceId tenant() {
      return channel.workspace();
    }

    @Override
    public String key() {
      return "insiders/" + channel + "/" + asked + "/" + page;
    }
  }

  /**
   * What Graph tells of the people of a tenant, some at a time, in order of their ids.
   *
   * @param after the last of those before; empty: nobody
   */
  record Profiles(WorkspaceId tenant, Instant asked, String after) implements TeamsErrand {
    @Override
    public String key() {
      return "profiles/" + tenant + "/" + asked + "/" + after;
    }
  }

  /**
   * A step of reading what was said in a channel; where it stands is in {@link
   * ponte.history.Backfill}.
   *
   * @param started when the reading began
   */
  record History(ChannelId channel, Instant started, int step) implements TeamsErrand {
    @Override
    public WorkspaceId tenant() {
      return channel.workspace();
    }

    /** One lane for all channels: a step goes to its end, so that they take turns. */
    @Override
    public String lane() {
      return tenant() + "/history";
    }

    @Override
    public String key() {
      return "history/" + channel + "/" + started + "/" + step;
    }
  }

  /**
   * What changed in a channel since the round before; where that ended is in {@link CatchUp}.
   *
   * @param round when this one was planned for
   * @param link to a page of it; empty for the first
   * @param unread links to replies that did not come with their threads
   * @param page 0 for the first
   */
  record Round(ChannelId channel, Instant round, String link, List<String> unread, int page)
      implements TeamsErrand {
    public Round {
      unread = List.copyOf(unread);
    }

    @Override
    public WorkspaceId tenant() {
      return channel.workspace();
    }

    @Override
    public String key() {
      return "round/" + channel + "/" + round + "/" + page;
    }
  }
}
