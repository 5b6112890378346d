package ponte.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * A stretch of a channel, oldest first, by the reader's days.
 *
 * @param target the message somebody came for; null where they came for the channel
 * @param older read on before this moment; null where the channel starts here
 * @param newer read on from this moment; null where the channel ends here
 */
public record Timeline(
    Channel channel,
    List<Day> days,
    @Nullable MessageId target,
    @Nullable Instant older,
    @Nullable Instant newer) {

  /** A day of it, never empty. */
  public record Day(LocalDate date, List<Post> posts) {
    public Day {
      posts = List.copyOf(posts);
    }

    /** A moment of the day. */
    public Instant moment() {
      return posts.getFirst().message().at();
    }
  }

  /**
   * A message of the channel and the thread below it.
   *
   * @param replies oldest first
   * @param related whether it is of the same conversation as the target
   */
  public record Post(Message message, List<Message> replies, boolean related) {
    public Post {
      replies = List.copyOf(replies);
    }
  }

  public Timeline {
    days = List.copyOf(days);
  }
}
