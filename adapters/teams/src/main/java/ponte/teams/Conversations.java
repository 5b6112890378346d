package ponte.teams;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;

/**
 * How Teams names conversations, and Ponte after it.
 *
 * <p>A channel is {@code 19:…@thread.tacv2} (or, of the first years, {@code 19:…@thread.skype}); a
 * thread in it is the channel with {@code ;messageid=} and the id of the message that opened it. A
 * group chat is {@code 19:…@thread.v2}, a talk between a person and Ponte {@code a:…}.
 */
public final class Conversations {

  /** What the ids of all events that come from Teams begin with. */
  public static final String TEAMS = "teams:";

  private static final String THREAD = ";messageid=";

  private Conversations() {}

  /** What a conversation is, as {@code conversationType} names it. */
  public enum Kind {
    /** Of one person and Ponte. */
    PERSONAL,
    /** Of some people and Ponte, in no team; a meeting's chat, too. */
    GROUP,
    /** A channel of a team. */
    CHANNEL;

    /** What Teams says; empty where it is something else. */
    public static Optional<Kind> of(@Nullable String conversationType) {
      return switch (conversationType) {
        case "personal" -> Optional.of(PERSONAL);
        case "groupChat" -> Optional.of(GROUP);
        case "channel" -> Optional.of(CHANNEL);
        case null, default -> Optional.empty();
      };
    }
  }

  /** Whether something happened, or was asked, in Teams. */
  public static boolean isFromTeams(EventId event) {
    return event.value().startsWith(TEAMS);
  }

  /** The channel of a conversation: without the message that opened a thread. */
  public static ChannelId channel(WorkspaceId tenant, String conversation) {
    int thread = conversation.indexOf(THREAD);
    return new ChannelId(tenant, thread < 0 ? conversation : conversation.substring(0, thread));
  }

  /** The message that opened the thread that a conversation is; empty where it is no thread. */
  public static Optional<MessageId> root(WorkspaceId tenant, String conversation) {
    int thread = conversation.indexOf(THREAD);
    return thread < 0 || thread + THREAD.length() == conversation.length()
        ? Optional.empty()
        : Optional.of(
            new MessageId(
                channel(tenant, conversation), conversation.substring(thread + THREAD.length())));
  }

  /** The conversation that a thread is: where replies to it are posted. */
  public static String thread(MessageId root) {
    return root.channel().value() + THREAD + root.value();
  }
}
