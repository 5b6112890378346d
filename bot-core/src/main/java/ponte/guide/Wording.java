package ponte.guide;

import java.util.Optional;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.reply.Texts;

/** How a person would type a command. */
public final class Wording {

  private Wording() {}

  /** The words in one language; empty for what is only ever pressed. */
  public static Optional<String> of(Command command, Texts texts) {
    return switch (command) {
      case Command.WhoKnows(var topic) -> Optional.of(texts.say("command.who-knows", topic));
      case Command.Digest(var channel, var period) ->
          Optional.of(
              switch (period) {
                case Period.Usual() -> texts.say("command.digest", channel);
                case Period.LastDays(var days) -> texts.say("command.digest.days", channel, days);
                case Period.Dates(var first, var last) ->
                    texts.say("command.digest.dates", channel, first.toString(), last.toString());
              });
      case Command.Help() -> Optional.of(texts.say("command.help"));
      case Command.Share _,
          Command.ScheduleDigest _,
          Command.ConfirmDigest _,
          Command.Schedules _,
          Command.StopDigest _,
          Command.StopSchedule _,
          Command.MyTopics _,
          Command.HideTopic _,
          Command.UnhideTopic _,
          Command.AddTopic _,
          Command.RemoveTopic _,
          Command.QuietHours _,
          Command.Pause _,
          Command.Resume _,
          Command.Speak _,
          Command.OptOut _,
          Command.OptIn _,
          Command.MyData _,
          Command.ExportMyData _,
          Command.ForgetMe _,
          Command.ConfirmForget _,
          Command.Home _,
          Command.FillIn _ ->
          Optional.empty();
      case Command.Introduce _,
          Command.NotRight _,
          Command.AskRoom _,
          Command.Post _,
          Command.Dismiss _ ->
          Optional.empty();
    };
  }
}
