package ponte.command;

import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;

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

  /** Tell me every week what rises and fades. */
  record Alert(@Nullable String channel) implements Sounding {}

  /** Do not tell me any more. */
  record NoAlert(@Nullable String channel) implements Sounding {}

  /** Of what am I told so? */
  record MyAlerts() implements Sounding {
    @Override
    public @Nullable String channel() {
      return null;
    }
  }
}
