package ponte.teams.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import ponte.platform.Rate;

/**
 * Something to be read: <https://learn.microsoft.com/graph/api/overview>.
 *
 * @param target a path below Graph's address, without a slash before it, or a link that Graph gave
 * @param lane what Graph counts calls by
 * @param rate how fast, as <https://learn.microsoft.com/graph/throttling-limits> says
 */
public record GraphCall(String target, String lane, Rate rate) {

  /** As many as Graph takes in one {@code in}. */
  public static final int PEOPLE = 15;

  /** "A maximum of 4 requests per second per app can be issued on a given team or channel." */
  private static final Rate TEAM = new Rate(4, Duration.ofSeconds(1));

  private static final Rate DIRECTORY = new Rate(20, Duration.ofSeconds(1));

  /** One call for each person: nobody waits for them, and everything else goes before. */
  private static final Rate MAILBOXES = new Rate(2, Duration.ofSeconds(1));

  private static final int MESSAGES = 50;

  /** What is read of a person. */
  private static final String PROFILE =
      "id,displayName,userPrincipalName,mail,jobTitle,department,preferredLanguage,userType,"
          + "accountEnabled";

  /** A team: what it is called, and who may see it. */
  public static GraphCall team(String group) {
    return ofTeam(group, "?$select=id,displayName,visibility,isArchived");
  }

  /** The channels of a team. */
  public static GraphCall channels(String group) {
    return ofTeam(group, "/channels?$select=id,displayName,description,membershipType,isArchived");
  }

  /** Those who are in a channel. */
  public static GraphCall channelMembers(String group, String channel) {
    return ofTeam(group, channelPath(channel) + "/members");
  }

  /** What was said in a channel: threads with their replies, those changed last first. */
  public static GraphCall messages(String group, String channel) {
    return ofTeam(group, channelPath(channel) + "/messages?$top=" + MESSAGES + "&$expand=replies");
  }

  /** One thread of a channel, to see whether they may be read. */
  public static GraphCall message(String group, String channel) {
    return ofTeam(group, channelPath(channel) + "/messages?$top=1");
  }

  /** The replies in a thread. */
  public static GraphCall replies(String group, String channel, String root) {
    return ofTeam(
        group, channelPath(channel) + "/messages/" + segment(root) + "/replies?$top=" + MESSAGES);
  }

  /** What changed in a channel since a moment; what is answered says how to ask for the rest. */
  public static GraphCall changes(String group, String channel, Instant since) {
    var filter = "lastModifiedDateTime gt " + since.truncatedTo(ChronoUnit.MILLIS);
    return ofTeam(
        group,
        channelPath(channel)
            + "/messages/delta?$top="
            + MESSAGES
            + "&$expand=replies&$filter="
            + encoded(filter));
  }

  /** A person of the tenant. */
  public static GraphCall person(String id) {
    return new GraphCall("users/" + segment(id) + "?$select=" + PROFILE, "directory", DIRECTORY);
  }

  /**
   * People of the tenant.
   *
   * @param ids 1 to {@link #PEOPLE}
   */
  public static GraphCall people(List<String> ids) {
    if (ids.isEmpty() || ids.size() > PEOPLE) {
      throw new IllegalArgumentException(ids.size() + " people, must be 1 to " + PEOPLE);
    }
    var listed =
        ids.stream()
            .map(id -> "'" + id.replace("'", "''") + "'")
            .collect(Collectors.joining(",", "id in (", ")"));
    return new GraphCall(
        "users?$select=" + PROFILE + "&$filter=" + encoded(listed), "directory", DIRECTORY);
  }

  /**
   * Where somebody's clock stands, what they read, and whether mail is answered that they are away,
   * of all that their mailbox is set to. The words of that answer come along, and are not looked
   * at: <https://learn.microsoft.com/graph/api/user-get-mailboxsettings>.
   */
  public static GraphCall mailbox(String id) {
    return new GraphCall(
        "users/"
            + segment(id)
            + "/mailboxSettings?$select=timeZone,language,automaticRepliesSetting",
        "mailbox",
        MAILBOXES);
  }

  /**
   * What a link of Graph's leads to.
   *
   * @param group of whose team it is
   */
  public static GraphCall link(String group, String link) {
    return new GraphCall(link, "team " + group, TEAM);
  }

  private static GraphCall ofTeam(String group, String below) {
    return new GraphCall("teams/" + segment(group) + below, "team " + group, TEAM);
  }

  private static String channelPath(String channel) {
    return "/channels/" + segment(channel);
  }

  private static String segment(String id) {
    if (id.isBlank() || id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException("'" + id + "' is no id");
    }
    return encoded(id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
