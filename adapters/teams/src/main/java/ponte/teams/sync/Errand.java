package ponte.teams.sync;

import java.time.Instant;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * One call to Teams that reads something, and what is to be called after it.
 *
 * <p>An errand carries all that it needs, so that another process can go on with it.
 */
sealed interface Errand {

  WorkspaceId tenant();

  /** The same errand has the same key. */
  String key();

  /**
   * What a team is called; then its channels.
   *
   * @param team as activities name it
   * @param asked what it was asked for at: another time is another errand
   */
  record Look(WorkspaceId tenant, String team, Instant asked) implements Errand {
    @Override
    public String key() {
      return "look/" + tenant + "/" + team + "/" + asked;
    }
  }

  /** The channels of a team; then its members. */
  record Channels(WorkspaceId tenant, String team, String teamName, Instant asked)
      implements Errand {
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
      implements Errand {
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
  record Meet(PersonId person, Instant asked) implements Errand {
    @Override
    public WorkspaceId tenant() {
      return person.workspace();
    }

    @Override
    public String key() {
      return "person/" + person + "/" + asked;
    }
  }
}
