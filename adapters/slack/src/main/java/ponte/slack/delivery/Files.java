package ponte.slack.delivery;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.ChannelId;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.reply.Cut;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;

/** Shares files in a conversation of Ponte and one person: Slack takes them in three steps. */
final class Files {

  /** <https://docs.slack.dev/reference/methods/files.getUploadURLExternal> */
  private static final int LONGEST_ALTERNATIVE = 1000;

  private final SlackApi api;
  private final DeliveryNotes notes;

  Files(SlackApi api, DeliveryNotes notes) {
    this.api = api;
    this.notes = notes;
  }

  /**
   * What is shared.
   *
   * @param alternative what a picture shows; empty: it is none
   */
  private record Upload(String name, String title, String alternative, byte[] content) {}

  /** Whether a block is shared as a file. */
  static boolean isOne(Block block) {
    return block instanceof Block.File || block instanceof Block.Picture;
  }

  private static Upload upload(Block block) {
    return switch (block) {
      case Block.File(var name, var label, var content) ->
          new Upload(name, label, "", content.getBytes(StandardCharsets.UTF_8));
      case Block.Picture picture ->
          new Upload(
              picture.name(),
              picture.label(),
              Cut.shortened(picture.alternative(), LONGEST_ALTERNATIVE),
              picture.bytes());
      default -> throw new IllegalArgumentException("no file: " + block);
    };
  }

  private static Map<String, Object> place(Upload file) {
    var arguments = new HashMap<String, Object>();
    arguments.put("filename", file.name());
    arguments.put("length", file.content().length);
    if (!file.alternative().isEmpty()) {
      arguments.put("alt_txt", file.alternative());
    }
    return arguments;
  }

  /** Shares a file that was not known to be shared; before its last step nobody sees it. */
  Delivery share(ChannelId channel, Block block, String delivery, Turn turn) {
    var file = upload(block);
    var workspace = channel.workspace();
    if (notes.isPosted(workspace, delivery)) {
      return new Delivery.Delivered();
    }
    var place = api.call(workspace, Method.FILES_UPLOAD_URL, place(file));
    if (!(place instanceof SlackAnswer.Done(var given))) {
      return Posting.outcome(place);
    }
    var uploaded = api.upload(given.path("upload_url").stringValue(""), file.content());
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
                List.of(Map.of("id", id, "title", file.title())),
                "channel_id",
                channel.value()),
            turn);
    if (completed instanceof SlackAnswer.Done) {
      notes.posted(workspace, delivery, null);
    }
    return Posting.outcome(completed);
  }
}
