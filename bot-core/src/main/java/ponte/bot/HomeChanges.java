package ponte.bot;

import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.command.Sounding;

/** Tells which commands change what a person's page shows. */
final class HomeChanges {

  private HomeChanges() {}

  /**
   * Whether the page, drawn anew, says all there is to be said of a command that was given on it;
   * what it did not do, it shows, too.
   */
  static boolean tellAllOf(Command command) {
    return by(command)
        && !(command instanceof Command.ConfirmDigest
            || command instanceof Command.ConfirmForget
            || command instanceof Command.Meet);
  }

  static boolean by(Command command) {
    return switch (command) {
      case Command.Meet(var wish) -> changesWhatOneWants(wish);
      case Command.Sound(var wish) ->
          wish instanceof Sounding.Alert
              || wish instanceof Sounding.NoAlert
              || wish instanceof Sounding.EndAlert;
      case Command.ConfirmDigest _,
          Command.StopDigest _,
          Command.StopSchedule _,
          Command.StopPrivateDigest _,
          Command.PauseSchedule _,
          Command.ResumeSchedule _,
          Command.HideTopic _,
          Command.UnhideTopic _,
          Command.AddTopic _,
          Command.RemoveTopic _,
          Command.Strike _,
          Command.StrikeNone _,
          Command.QuietHours _,
          Command.Pause _,
          Command.Resume _,
          Command.Speak _,
          Command.OptOut _,
          Command.OptIn _,
          Command.ConfirmForget _,
          Command.StopInvitations _,
          Command.AllowInvitations _,
          Command.StopHelp _,
          Command.AllowHelp _,
          Command.StopAftercare _,
          Command.AllowAftercare _,
          Command.Follow _,
          Command.Unfollow _ ->
          true;
      case Command.WhoKnows _,
          Command.Digest _,
          Command.Recap _,
          Command.Help _,
          Command.Introduce _,
          Command.IntroduceNamed _,
          Command.GiveAddress _,
          Command.NotRight _,
          Command.RightAgain _,
          Command.Solved _,
          Command.WhyNot _,
          Command.AskRoom _,
          Command.Post _,
          Command.Dismiss _,
          Command.Share _,
          Command.ScheduleDigest _,
          Command.Schedules _,
          Command.PreviewDigest _,
          Command.PreviewRest _,
          Command.DropLine _,
          Command.RestorePost _,
          Command.CancelPost _,
          Command.PostNow _,
          Command.MyTopics _,
          Command.MyData _,
          Command.ExportMyData _,
          Command.ForgetMe _,
          Command.Home _,
          Command.NudgesHelp _,
          Command.PeopleMap _,
          Command.ChannelMap _,
          Command.FillIn _,
          Command.Invite _,
          Command.InviteNobody _,
          Command.AnswerInvitation _,
          Command.NotYet _,
          Command.OnMyQuestion _,
          Command.WithoutName _,
          Command.OpenQuestions _,
          Command.Pulse _,
          Command.TakeOffList _,
          Command.Seed _,
          Command.MyFollows _ ->
          false;
    };
  }

  private static boolean changesWhatOneWants(Acquaintance wish) {
    return switch (wish) {
      case Acquaintance.Join _,
          Acquaintance.Leave _,
          Acquaintance.Snooze _,
          Acquaintance.Resume _,
          Acquaintance.Every _,
          Acquaintance.NotWith _,
          Acquaintance.WithAgain _,
          Acquaintance.Learn _,
          Acquaintance.LearnNoMore _,
          Acquaintance.Volunteer _,
          Acquaintance.StepDown _ ->
          true;
      case Acquaintance.Show _,
          Acquaintance.Start _,
          Acquaintance.Stop _,
          Acquaintance.React _,
          Acquaintance.Tell _ ->
          false;
    };
  }
}
