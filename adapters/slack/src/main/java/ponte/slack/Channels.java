package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.JsonNode;

/** The channels of an export. Direct messages, of two or more, are none. */
final class Channels {

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "name",
          "is_archived",
          "is_private",
          "is_im",
          "is_mpim",
          "topic",
          "purpose",
          "members");

  /**
   * A channel as the lists have it, before it is known which workspace this is.
   *
   * @param members null where the list does not tell
   */
  record Listed(
      String id,
      String name,
      Visibility visibility,
      String topic,
      String purpose,
      boolean archived,
      @Nullable Set<String> members) {

    /** What its folder may be called: Slack takes the name, other tools also the id. */
    List<String> folders() {
      return List.of(name, id);
    }

    Channel in(WorkspaceId workspace) {
      return new Channel(new ChannelId(workspace, id), name, visibility, topic, purpose, archived);
    }
  }

  private final Map<String, Listed> channels = new LinkedHashMap<>();

  private Channels() {}

  /** Reads the lists of channels. */
  static Channels read(JsonLists lists, Layout layout) {
    var channels = new Channels();
    channels.read(lists, layout.channels(), Visibility.PUBLIC);
    layout.privateChannels().ifPresent(file -> channels.read(lists, file, Visibility.PRIVATE));
    if (channels.channels.isEmpty()) {
      throw refusal("no-channels", layout.channels());
    }
    channels.refuseSameNames();
    return channels;
  }

  private void read(JsonLists lists, String file, Visibility visibility) {
    try (var list = lists.open(file, FIELDS)) {
      for (var item = list.next(); item != null; item = list.next()) {
        var channel = channel(file, item, visibility);
        if (channel != null) {
          channels.put(channel.id(), channel);
        }
      }
    }
  }

  /** Null where it is a direct message. */
  private static @Nullable Listed channel(String file, JsonList.Item item, Visibility visibility) {
    var channel = item.fields();
    var id = Fields.id(channel, "id");
    if (id == null) {
      throw refusal("no-id", file, String.valueOf(item.index()), String.valueOf(item.line()));
    }
    if (Fields.isTrue(channel, "is_im") || Fields.isTrue(channel, "is_mpim")) {
      return null;
    }
    var name = Fields.firstText(channel, "name");
    return new Listed(
        id,
        name.isEmpty() ? id : name,
        Fields.isTrue(channel, "is_private") ? Visibility.PRIVATE : visibility,
        Inline.visible(Fields.text(channel.path("topic"), "value")),
        Inline.visible(Fields.text(channel.path("purpose"), "value")),
        Fields.isTrue(channel, "is_archived"),
        members(channel.path("members")));
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

  /** A folder is found by its channel's name: were there two, one might get the other's words. */
  private void refuseSameNames() {
    var seen = new HashMap<String, String>();
    for (var channel : channels.values()) {
      var other = seen.put(channel.name(), channel.id());
      if (other != null) {
        throw refusal("same-channel", channel.name(), other, channel.id());
      }
    }
  }

  List<Listed> all() {
    return new ArrayList<>(channels.values());
  }

  @Nullable Listed get(String id) {
    return channels.get(id);
  }

  /** The name of the channel with an id; the id where it is not known. */
  String name(String id) {
    var channel = channels.get(id);
    return channel == null ? id : channel.name();
  }
}
