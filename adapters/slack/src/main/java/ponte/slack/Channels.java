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
import ponte.conversation.Channel.Visibility;

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

  private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
  private final Set<String> direct = new HashSet<>();

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
        list(file, item, visibility);
      }
    }
  }

  private void list(String file, JsonList.Item item, Visibility visibility) {
    var channel = item.fields();
    var id = Fields.id(channel, "id");
    if (id == null) {
      throw refusal("no-id", file, String.valueOf(item.index()), String.valueOf(item.line()));
    }
    if (SlackChannel.isDirect(channel)) {
      direct.add(id);
      direct.add(Fields.text(channel, "name"));
    } else {
      channels.put(id, SlackChannel.read(id, channel, visibility));
    }
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

  /** What the folders of all that is listed may be called, direct messages included. */
  Set<String> folders() {
    var folders = new HashSet<>(direct);
    channels.values().forEach(channel -> folders.addAll(channel.folders()));
    return folders;
  }

  List<SlackChannel> all() {
    return new ArrayList<>(channels.values());
  }

  @Nullable SlackChannel get(String id) {
    return channels.get(id);
  }

  /** The name of the channel with an id; the id where it is not known. */
  String name(String id) {
    var channel = channels.get(id);
    return channel == null ? id : channel.name();
  }
}
