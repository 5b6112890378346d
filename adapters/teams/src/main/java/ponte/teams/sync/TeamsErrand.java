package ponte.teams.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Errand;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

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
   * @param archived whether the whole team is; null: Graph does not say
   * @param channels as in {@link Details}
   * @param link to a further page; empty for the first
   * @param page 0 for the first
   * @param told ids of the channels on the pages before
   */
  record Kinds(
      WorkspaceId tenant,
      String team,
      String teamName,
      @Nullable Boolean archived,
      Set<String> channels,
      Instant asked,
      String link,
      int page,
      Set<String> told)
      implements TeamsErrand {
    public Kinds {
      channels = Set.copyOf(channels);
      told = Set.copyOf(told);
    }

    @Override
    public String key() {
      return "kinds/" + tenant + "/" + team + "/" + asked + "/" + page;
    }
  }

  /**
   * Whether a team is still open to everybody, and who is in its private channels: each hour, since
   * no activity tells it.
   *
   * @param hour when it was planned for
   */
  record Watch(WorkspaceId tenant, String team, Instant hour) implements TeamsErrand {
    @Override
    public String key() {
      return "watch/" + tenant + "/" + team + "/" + hour;
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

  /** Whether somebody whom Graph did not tell of with the others is there no more. */
  record Missing(PersonId person, Instant asked) implements TeamsErrand {
    @Override
    public WorkspaceId tenant() {
      return person.workspace();
    }

    @Override
    public String key() {
      return "missing/" + person + "/" + asked;
    }
  }

  /**
   * Where the clock of the next person stands of whom nobody knows it, in order of their ids.
   *
   * @param after the one before; empty: nobody
   * @param waiting ids of some of those who come next
   * @param refused how many in a row Graph told nothing of, for want of a permission
   */
  record Clocks(WorkspaceId tenant, Instant asked, String after, List<String> waiting, int refused)
      implements TeamsErrand {
    public Clocks {
      waiting = List.copyOf(waiting);
    }

    @Override
    public String key() {
      return "clocks/" + tenant + "/" + asked + "/" + after;
    }
  }

  /**
   * Whether Ponte hears everything in a team or only what mentions it, for who added it.
   *
   * @param by who added it
   * @param language what they read; null: it is not known
   * @param attempt 0 for the first: a consent that was just given may not be known everywhere
   */
  record Hearing(
      WorkspaceId tenant,
      String team,
      PersonId by,
      @Nullable Language language,
      Instant asked,
      int attempt)
      implements TeamsErrand {
    @Override
    public String key() {
      return "hearing/" + tenant + "/" + team + "/" + by + "/" + asked + "/" + attempt;
    }
  }

  /** What was said in a channel whose name is not known, which may be one that is excluded. */
  record Held(ChannelId channel, List<Event.Talk> said, Instant since) implements TeamsErrand {
    public Held {
      said = List.copyOf(said);
    }

    @Override
    public WorkspaceId tenant() {
      return channel.workspace();
    }

    @Override
    public String key() {
      return "held/" + said.getFirst().id();
    }
  }

  /** A channel is to be read, once what is known of it has been taken in. */
  record Begin(ChannelId channel, Instant asked) implements TeamsErrand {
    @Override
    public WorkspaceId tenant() {
      return channel.workspace();
    }

    @Override
    public String key() {
      return "begin/" + channel + "/" + asked;
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
