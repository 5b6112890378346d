package ponte.command;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/** What somebody wants of discussions that are worth beginning, or says to one that was begun. */
public sealed interface Sowing {

  /**
   * One of them.
   *
   * @param room the channel where it belongs
   * @param id names it among those of the channel's workspace
   */
  record Of(ChannelId room, String id) {}

  /** The forms in which a discussion can be begun. */
  enum Shape {
    DISCUSSION,
    POLL,
    ASK_ME_ANYTHING,
    RALLY
  }

  /**
   * What should we talk about?
   *
   * @param channel in which, as typed; null: in any
   */
  record Propose(@Nullable String channel) implements Sowing {}

  /**
   * Let us talk about this.
   *
   * @param channel as typed, without {@code #}
   * @param text what the channel is to read, the answers to choose from behind it
   */
  record Idea(String channel, Shape shape, String text) implements Sowing {
    public Idea {
      if (channel.isBlank() || text.isBlank()) {
        throw new IllegalArgumentException("no idea for '" + channel + "': '" + text + "'");
      }
    }
  }

  /** Which are planned, and what became of the others? */
  record Overview() implements Sowing {}

  /** Show me how it would stand in the channel. */
  record Show(Of seed) implements Sowing {}

  /** Let me write it another way. */
  record Edit(Of seed) implements Sowing {}

  /**
   * It is to be like this.
   *
   * @param options the answers of a poll
   * @param secret whether nobody sees who voted for what
   * @param day on which it is to be posted, on the clock of the channel
   * @param weeks so many weeks later it is posted again, and so on; 0: once
   */
  record Write(
      Of seed,
      Shape shape,
      String prompt,
      List<String> options,
      boolean secret,
      LocalDate day,
      LocalTime time,
      int weeks)
      implements Sowing {
    public Write {
      options = List.copyOf(options);
    }
  }

  /** Ask this colleague, or do not, whether they want to be invited to it. */
  record Invite(Of seed, PersonId colleague, boolean wanted) implements Sowing {}

  /** Ask this colleague whether they will answer what people ask them. */
  record AskHost(Of seed, PersonId colleague) implements Sowing {}

  /** I will answer what people ask me, or not. */
  record Host(Of seed, boolean agreed) implements Sowing {}

  /** Post it. */
  record Post(Of seed, boolean now) implements Sowing {}

  /** It is not to be posted, or not again. */
  record Leave(Of seed) implements Sowing {}

  /** My vote is this; to a call for help: I can help. */
  record Choose(Of seed, int option) implements Sowing {}

  /** I take that back. */
  record ChooseNothing(Of seed) implements Sowing {}

  /** No more help is needed. */
  record Enough(Of seed) implements Sowing {}
}
