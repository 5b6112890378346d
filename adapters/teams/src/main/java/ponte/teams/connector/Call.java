package ponte.teams.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ponte.conversation.WorkspaceId;
import ponte.platform.Rate;
import ponte.teams.reference.Team;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of the connector's:
 * <https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference>.
 *
 * @param path below the service's address, without a slash before it
 * @param lane what the platform counts calls by: a conversation, and what is done in it
 * @param rate how fast,
 *     <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit>
 */
public record Call(String method, String path, @Nullable ObjectNode body, String lane, Rate rate) {

  private static final Rate SENDING = new Rate(8, Duration.ofSeconds(2));
  private static final Rate READING = new Rate(16, Duration.ofSeconds(2));

  private static final int PAGE = 500;

  /**
   * Posts an activity.
   *
   * @param conversation with {@code ;messageid=} where it goes into a thread
   */
  public static Call post(String conversation, ObjectNode activity) {
    return sending("POST", activities(conversation), activity, conversation);
  }

  /** Posts an activity that only its {@code recipient} sees, in a conversation of many. */
  public static Call postPrivately(String conversation, ObjectNode activity) {
    return sending(
        "POST", activities(conversation) + "?isTargetedActivity=true", activity, conversation);
  }

  /** Puts another activity in the place of one. */
  public static Call update(String conversation, String activity, ObjectNode by) {
    return sending("PUT", activities(conversation) + "/" + segment(activity), by, conversation);
  }

  public static Call delete(String conversation, String activity) {
    return sending(
        "DELETE", activities(conversation) + "/" + segment(activity), null, conversation);
  }

  /**
   * Opens the personal chat of a person, or finds it.
   *
   * @param bot Ponte's id
   * @param person by the id that Teams gives them, or their Entra object id
   */
  public static Call open(WorkspaceId tenant, String bot, String person) {
    var body = JsonNodeFactory.instance.objectNode().put("isGroup", false);
    body.putObject("bot").put("id", bot);
    body.putArray("members").addObject().put("id", person);
    body.put("tenantId", tenant.value());
    body.putObject("channelData").putObject("tenant").put("id", tenant.value());
    return new Call("POST", "v3/conversations", body, "open", SENDING);
  }

  /**
   * A page of those who are in a conversation.
   *
   * @param continuation as the page before said; empty for the first
   */
  public static Call members(String conversation, String continuation) {
    var path = "v3/conversations/" + segment(conversation) + "/pagedmembers?pageSize=" + PAGE;
    return reading(
        continuation.isEmpty() ? path : path + "&continuationToken=" + encoded(continuation),
        conversation);
  }

  /** One who is in a conversation, by the id that Teams gives them or their Entra object id. */
  public static Call member(String conversation, String person) {
    return reading(
        "v3/conversations/" + segment(conversation) + "/members/" + segment(person), conversation);
  }

  /** What a team is called, and of which group it is. */
  public static Call team(Team team) {
    return reading("v3/teams/" + segment(team.id()), team.id());
  }

  /** The channels of a team. */
  public static Call channels(Team team) {
    return reading("v3/teams/" + segment(team.id()) + "/conversations", team.id());
  }

  private static Call sending(
      String method, String path, @Nullable ObjectNode body, String conversation) {
    return new Call(method, path, body, "send " + conversation, SENDING);
  }

  private static Call reading(String path, String conversation) {
    return new Call("GET", path, null, "read " + conversation, READING);
  }

  private static String activities(String conversation) {
    return "v3/conversations/" + segment(conversation) + "/activities";
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
