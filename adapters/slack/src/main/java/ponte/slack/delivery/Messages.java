package ponte.slack.delivery;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Delivery;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.slack.blockkit.BlockKit;
import ponte.slack.blockkit.Drawn;
import ponte.slack.blockkit.Eyes;

/** Says replies in conversations, in one message or several. */
final class Messages {

  /** Posts one of the messages that a reply became. */
  @FunctionalInterface
  interface Part {
    Delivery post(Drawn drawn, int index, String delivery);
  }

  private final BlockKit blockKit;
  private final Posting posting;
  private final Files files;

  Messages(BlockKit blockKit, Posting posting, Files files) {
    this.blockKit = blockKit;
    this.posting = posting;
    this.files = files;
  }

  /** Says a reply to all who are in a conversation. */
  Delivery post(
      ChannelId channel,
      @Nullable String thread,
      Reply reply,
      Eyes eyes,
      String delivery,
      Turn turn) {
    return each(
        reply, eyes, delivery, (drawn, _, key) -> posting.post(channel, thread, drawn, key, turn));
  }

  /**
   * Posts the messages of a reply in their order, up to the first that cannot be posted now; those
   * before it are not posted again.
   */
  Delivery each(Reply reply, Eyes eyes, String delivery, Part part) {
    Delivery delivered = new Delivery.Delivered();
    var drawn = blockKit.messages(reply, eyes);
    for (int i = 0; i < drawn.size() && delivered instanceof Delivery.Delivered; i++) {
      delivered = part.post(drawn.get(i), i, delivery + "#" + i);
    }
    return delivered;
  }

  /**
   * Puts a reply in the place of one that was posted. What it needs more messages for is posted
   * after them; those it does not need any more are removed.
   *
   * @param thread the message under which that one stands; null: it stands in the channel
   * @param delivery the key of that one
   */
  Delivery change(
      ChannelId channel,
      @Nullable String thread,
      Reply reply,
      Eyes eyes,
      String delivery,
      Turn turn) {
    var changed =
        each(
            reply,
            eyes,
            delivery,
            (drawn, _, key) ->
                posting.isPosted(channel, key)
                    ? posting.change(channel, drawn, key, turn)
                    : posting.post(channel, thread, drawn, key, turn));
    int part = blockKit.messages(reply, eyes).size();
    while (changed instanceof Delivery.Delivered
        && posting.isPosted(channel, delivery + "#" + part)) {
      changed = posting.remove(channel, delivery + "#" + part++, turn);
    }
    return changed;
  }

  /**
   * The first message that a reply became in a channel; empty where it is not known to be there.
   */
  Optional<MessageId> posted(ChannelId channel, String delivery) {
    return posting.posted(channel, delivery + "#0");
  }

  /** Whether a reply is known to be there, whoever reads it. */
  boolean isWritten(WorkspaceId workspace, String delivery) {
    return posting.isKnown(workspace, delivery + "#0");
  }

  /** Puts the files of a reply into a conversation, after what it says. */
  Delivery files(ChannelId channel, Reply reply, String delivery, Turn turn) {
    Delivery delivered = new Delivery.Delivered();
    var all = filesOf(reply);
    for (int i = 0; i < all.size() && delivered instanceof Delivery.Delivered; i++) {
      delivered = files.share(channel, all.get(i), delivery + "/file" + i, turn);
    }
    return delivered;
  }

  static List<Block> filesOf(Reply reply) {
    return reply.blocks().stream().filter(Files::isOne).toList();
  }
}
