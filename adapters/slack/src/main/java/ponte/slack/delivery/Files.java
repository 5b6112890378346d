package ponte.slack.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ponte.conversation.ChannelId;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;

/** Shares files in a conversation of Ponte and one person: Slack takes them in three steps. */
final class Files {

  private final SlackApi api;
  private final DeliveryNotes notes;

  Files(SlackApi api, DeliveryNotes notes) {
    this.api = api;
    this.notes = notes;
  }

  /** Shares a file that was not known to be shared; before its last step nobody sees it. */
  Delivery share(ChannelId channel, Block.File file, String delivery, Turn turn) {
    var workspace = channel.workspace();
    if (notes.isPosted(workspace, delivery)) {
      return new Delivery.Delivered();
    }
    var length = file.content().getBytes(StandardCharsets.UTF_8).length;
    var place =
        api.call(
            workspace, Method.FILES_UPLOAD_URL, Map.of("filename", file.name(), "length", length));
    if (!(place instanceof SlackAnswer.Done(var given))) {
      return Posting.outcome(place);
    }
    var uploaded = api.upload(URI.create(given.path("upload_url").stringValue("")), file.content());
    if (!(uploaded instanceof SlackAnswer.Done)) {
      return Posting.outcome(uploaded);
    }
    var id = given.path("file_id").stringValue("");
    var completed =
        api.call(
            workspace,
            Method.FILES_COMPLETE,
            Map.of(
                "files",
                List.of(Map.of("id", id, "title", file.label())),
                "channel_id",
                channel.value()),
            turn);
    if (completed instanceof SlackAnswer.Done) {
      notes.posted(workspace, delivery, null);
    }
    return Posting.outcome(completed);
  }
}
