package ponte.slack.live;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.slack.Fields;
import ponte.slack.installation.Installation;
import ponte.slack.live.ReplyRoutes.Container;
import tools.jackson.databind.JsonNode;

/**
 * What a person did with something of Ponte's, as Slack tells it: a command, a press, a shortcut, a
 * form.
 */
record Interaction(Installation installation, JsonNode json) {

  WorkspaceId workspace() {
    return installation.workspace();
  }

  /** Null where Slack does not say, which it always does. */
  @Nullable PersonId person() {
    var id = Fields.id(json, "user_id");
    var person = id == null ? Fields.id(json.path("user"), "id") : id;
    return person == null ? null : new PersonId(workspace(), person);
  }

  /** What lets Ponte open a form, for three seconds; it names this interaction, too. */
  String trigger() {
    return Fields.text(json, "trigger_id");
  }

  /** Where it happened, direct messages included; null on pages that are in no channel. */
  @Nullable ChannelId anywhere() {
    var told =
        new String[] {
          Fields.id(json, "channel_id"),
          Fields.id(json.path("channel"), "id"),
          Fields.id(json.path("container"), "channel_id")
        };
    for (var id : told) {
      if (id != null) {
        return new ChannelId(workspace(), id);
      }
    }
    return null;
  }

  /** The thread of the message that was pressed on; null where it stands in none. */
  @Nullable MessageId thread() {
    var channel = anywhere();
    var container = json.path("container");
    if (channel == null) {
      return null;
    }
    var root = Fields.ts(container, "thread_ts");
    return root.isPresent() && !root.get().value().equals(Fields.text(container, "message_ts"))
        ? new MessageId(channel, root.get().value())
        : Incoming.thread(channel, json.path("message"));
  }

  /** Where replies go; null where there is no address, or nothing that is one. */
  @Nullable URI responseUrl() {
    var url = Fields.text(json, "response_url");
    try {
      return url.isBlank() ? null : new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  @Nullable String message() {
    return Fields.ts(json.path("container"), "message_ts").map(ts -> ts.value()).orElse(null);
  }

  @Nullable String view() {
    return Fields.id(json.path("view"), "id");
  }

  Container container() {
    var container = json.path("container");
    if (json.path("view").isObject()) {
      return Fields.text(json.path("view"), "type").equals("home")
          ? Container.HOME
          : Container.VIEW;
    }
    if (!Fields.text(container, "type").equals("message")) {
      return Container.NONE;
    }
    return Fields.isTrue(container, "is_ephemeral") ? Container.EPHEMERAL : Container.MESSAGE;
  }
}
