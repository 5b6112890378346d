package ponte.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;
import ponte.conversation.ChannelId;

/**
 * What somebody wants to hear of what a community talks about. The channel is its name as typed,
 * without {@code #}; null: all that they may open.
 */
public sealed interface Sounding {

  /** Of which channel. */
  @Nullable String channel();

  /** What do people talk about more than before, and what less? */
  record Trends(@Nullable String channel, Period period) implements Sounding {}

  /** Which words are new? */
  record NewWords(@Nullable String channel, Period period) implements Sounding {}

  /** Which questions keep coming back? */
  record Recurring(@Nullable String channel) implements Sounding {}

  /** Give me those with their answers as a page to edit. */
  record RecurringPage(@Nullable String channel) implements Sounding {}

  /** What do people ask about for which there is nobody, or just one? */
  record AtRisk(@Nullable String channel) implements Sounding {}

  /** What somebody can be told every week. */
  enum Subject {
    /** What rises and fades. */
    TRENDS,
    /** Questions that came back in the week. */
    RECURRING,
    /** What was asked in the week for which there is nobody, or just one. */
    AT_RISK
  }

  /** Tell me every week. */
  record Alert(Subject subject, @Nullable String channel) implements Sounding {

    /** A button of a version that knew no other subject is of trends. */
    public Alert(@Nullable Subject subject, @Nullable String channel) {
      this.subject = Objects.requireNonNullElse(subject, Subject.TRENDS);
      this.channel = channel;
    }
  }

  /** Do not tell me any more. */
  record NoAlert(Subject subject, @Nullable String channel) implements Sounding {

    /** A button of a version that knew no other subject is of trends. */
    public NoAlert(@Nullable Subject subject, @Nullable String channel) {
      this.subject = Objects.requireNonNullElse(subject, Subject.TRENDS);
      this.channel = channel;
    }
  }

  /**
   * Do not tell me any more, of this very channel: also where somebody may not open it any more, or
   * where two have one name. Only a button says so.
   */
  record EndAlert(Subject subject, ChannelId of) implements Sounding {
    @Override
    public @Nullable String channel() {
      return null;
    }
  }

  /** Of what am I told so? */
  record MyAlerts() implements Sounding {
    @Override
    public @Nullable String channel() {
      return null;
    }
  }
}
