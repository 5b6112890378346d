package ponte.slack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.JsonNode;

/**
 * A channel as Slack describes it, in exports, events and answers alike, without saying of which
 * workspace.
 *
 * @param members null where Slack does not tell
 */
public record SlackChannel(
    String id,
    String name,
    Visibility visibility,
    String topic,
    String purpose,
    boolean archived,
    @Nullable Set<String> members) {

  /**
   * Reads Slack's conversation object,
   * <https://docs.slack.dev/reference/objects/conversation-object>.
   *
   * @param visibility what it is where the object does not call it private
   */
  public static SlackChannel read(String id, JsonNode channel, Visibility visibility) {
    var name = Fields.firstText(channel, "name");
    return new SlackChannel(
        id,
        name.isEmpty() ? id : name,
        Fields.isTrue(channel, "is_private") ? Visibility.PRIVATE : visibility,
        Inline.visible(Fields.text(channel.path("topic"), "value")),
        Inline.visible(Fields.text(channel.path("purpose"), "value")),
        Fields.isTrue(channel, "is_archived"),
        members(channel.path("members")));
  }

  /** Whether a conversation is a direct message, of two or of more. */
  public static boolean isDirect(JsonNode conversation) {
    return Fields.isTrue(conversation, "is_im") || Fields.isTrue(conversation, "is_mpim");
  }

  /** Whether people of another organisation are in a channel, or are invited to it. */
  public static boolean isShared(JsonNode channel) {
    return Fields.isTrue(channel, "is_ext_shared")
        || Fields.isTrue(channel, "is_pending_ext_shared");
  }

  /** What its folder in an export may be called: Slack takes the name, other tools also the id. */
  List<String> folders() {
    return List.of(name, id);
  }

  public Channel in(WorkspaceId workspace) {
    return new Channel(new ChannelId(workspace, id), name, visibility, topic, purpose, archived);
  }

  private static @Nullable Set<String> members(JsonNode list) {
    if (!list.isArray()) {
      return null;
    }
    var members = new HashSet<String>();
    for (var member : list.values()) {
      var id = member.stringValue("");
      if (Fields.isId(id)) {
        members.add(id);
      }
    }
    return members;
  }
}
