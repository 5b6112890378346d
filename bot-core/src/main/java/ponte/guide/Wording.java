package ponte.guide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.Command.Rhythm;
import ponte.command.Command.Scope;
import ponte.command.Command.Whom;
import ponte.command.Nameless;
import ponte.command.Recurring;
import ponte.command.Sounding;
import ponte.command.Sowing;
import ponte.reply.Texts;

/** How a person would type a command. */
public final class Wording {

  private Wording() {}

  /** The words in one language; empty for what is only ever pressed. */
  public static Optional<String> of(Command command, Texts texts) {
    return switch (command) {
      case Command.WhoKnows(var topic, _, var team) ->
          Optional.of(
              team == null
                  ? texts.say("command.who-knows", topic)
                  : texts.say("command.who-knows.team", topic, team));
      case Command.Digest(Scope.Named(var channels), var period, _) ->
          Optional.of(digest(String.join(" #", channels), period, texts));
      case Command.Digest(Scope.Mine(), var period, _) -> Optional.of(mine(period, texts));
      case Command.IntroduceNamed(var name, var topic, _) ->
          Optional.of(
              topic == null
                  ? texts.say("command.introduce", name)
                  : texts.say("command.introduce.about", name, topic));
      case Command.Recap _ -> Optional.of(texts.say("command.recap"));
      case Command.Help() -> Optional.of(texts.say("command.help"));
      case Command.ScheduleDigest(Scope.Named(var channels), var rhythm) ->
          Optional.of(
              texts.say("command.schedule-digest", String.join(" #", channels), of(rhythm, texts)));
      case Command.ScheduleDigest(Scope.Mine(), var rhythm) ->
          Optional.of(texts.say("command.schedule-my-digest", of(rhythm, texts)));
      case Command.StopDigest(Scope.Named(var channels)) ->
          Optional.of(texts.say("command.stop-digest", String.join(" #", channels)));
      case Command.StopDigest(Scope.Mine()) -> Optional.of(texts.say("command.stop-my-digest"));
      case Command.PauseSchedule(var what, var until) -> pause(what, until, texts);
      case Command.ResumeSchedule(var what) ->
          what(what, texts).map(each -> texts.say("command.resume-schedule", each));
      case Command.PreviewDigest(var channel) ->
          Optional.of(texts.say("command.preview-digest", channel));
      case Command.Schedules() -> Optional.of(texts.say("command.schedules"));
      case Command.MyTopics() -> Optional.of(texts.say("command.my-topics"));
      case Command.HideTopic(var topic) -> Optional.of(texts.say("command.hide-topic", topic));
      case Command.UnhideTopic(var topic) -> Optional.of(texts.say("command.unhide-topic", topic));
      case Command.AddTopic(var topic) -> Optional.of(texts.say("command.add-topic", topic));
      case Command.RemoveTopic(var topic) -> Optional.of(texts.say("command.remove-topic", topic));
      case Command.QuietHours(var from, var until, _) ->
          Optional.of(texts.say("command.quiet-hours", from.toString(), until.toString()));
      case Command.Pause(var until) -> Optional.of(texts.say("command.pause", until.toString()));
      case Command.Resume() -> Optional.of(texts.say("command.resume"));
      case Command.Speak(var language) ->
          Optional.of(
              switch (language) {
                case ENGLISH -> texts.say("command.speak.english");
                case ITALIAN -> texts.say("command.speak.italian");
              });
      case Command.OptOut() -> Optional.of(texts.say("command.opt-out"));
      case Command.OptIn() -> Optional.of(texts.say("command.opt-in"));
      case Command.MyData() -> Optional.of(texts.say("command.my-data"));
      case Command.ExportMyData() -> Optional.of(texts.say("command.export"));
      case Command.ForgetMe() -> Optional.of(texts.say("command.forget-me"));
      case Command.Home() -> Optional.of(texts.say("command.home"));
      case Command.FillIn(var sheet, _) ->
          Optional.of(
              switch (sheet) {
                case SCHEDULE_DIGEST -> texts.say("command.schedule-form");
                case QUIET_HOURS -> texts.say("command.quiet-hours-form");
                case PAUSE -> texts.say("command.pause-form");
                case ADD_TOPIC -> texts.say("command.add-topic-form");
                case FOLLOW -> texts.say("command.follow-form");
                case ANSWER -> texts.say("command.answer-form");
              });
      case Command.Follow(var topic, var pace) ->
          Optional.of(
              switch (pace) {
                case AT_ONCE -> texts.say("command.follow.at-once", topic);
                case DAILY -> texts.say("command.follow", topic);
                case WEEKLY -> texts.say("command.follow.weekly", topic);
              });
      case Command.Unfollow(var topic) -> Optional.of(texts.say("command.unfollow", topic));
      case Command.Meet(var wish) -> of(wish, texts);
      case Command.WithoutName(Nameless.Ask(var words)) ->
          Optional.of(texts.say("command.ask-unnamed", words));
      case Command.WithoutName(Nameless.How _) -> Optional.of(texts.say("command.how-unnamed"));
      case Command.Sound(var wish) -> of(wish, texts);
      case Command.MyFollows() -> Optional.of(texts.say("command.my-follows"));
      case Command.StopInvitations() -> Optional.of(texts.say("command.stop-invitations"));
      case Command.AllowInvitations() -> Optional.of(texts.say("command.allow-invitations"));
      case Command.NudgesHelp() -> Optional.of(texts.say("command.nudges-help"));
      case Command.ChannelMap(var topic) ->
          Optional.of(
              topic == null
                  ? texts.say("command.channel-map")
                  : texts.say("command.channel-of", topic));
      case Command.PeopleMap map -> Optional.of(map(map, texts));
      case Command.StopHelp() -> Optional.of(texts.say("command.stop-help"));
      case Command.AllowHelp() -> Optional.of(texts.say("command.allow-help"));
      case Command.StopAftercare() -> Optional.of(texts.say("command.stop-aftercare"));
      case Command.AllowAftercare() -> Optional.of(texts.say("command.allow-aftercare"));
      case Command.Seed(var wish) -> of(wish, texts);
      case Command.Pulse(var channel, var period) ->
          Optional.of(
              (channel == null
                      ? texts.say("command.pulse")
                      : texts.say("command.pulse.channel", channel))
                  + said(period, texts));
      case Command.OpenQuestions() -> Optional.of(texts.say("command.open-questions"));
      case Command.WhyNot(var whom, var topic) when topic != null -> whyNot(whom, topic, texts);
      case Command.Solved(Whom.Called(var name), var topic) when topic != null ->
          Optional.of(texts.say("command.solved", name, topic));
      case Command.Solved _,
          Command.WhyNot _,
          Command.RightAgain _,
          Command.Strike _,
          Command.StrikeNone _,
          Command.Share _,
          Command.ConfirmDigest _,
          Command.StopSchedule _,
          Command.StopPrivateDigest _,
          Command.PreviewRest _,
          Command.DropLine _,
          Command.RestorePost _,
          Command.CancelPost _,
          Command.PostNow _,
          Command.ConfirmForget _,
          Command.Introduce _,
          Command.GiveAddress _,
          Command.NotRight _,
          Command.AskRoom _,
          Command.Post _,
          Command.Invite _,
          Command.InviteNobody _,
          Command.AnswerInvitation _,
          Command.NotYet _,
          Command.OnMyQuestion _,
          Command.WithoutName _,
          Command.TakeOffList _,
          Command.Dismiss _ ->
          Optional.empty();
    };
  }

  private static Optional<String> pause(Recurring what, @Nullable LocalDate until, Texts texts) {
    return what(what, texts)
        .map(
            each ->
                until == null
                    ? texts.say("command.pause-schedule", each)
                    : texts.say("command.pause-schedule.until", each, until.toString()));
  }

  private static Optional<String> what(Recurring what, Texts texts) {
    return switch (what) {
      case Recurring.Digests(Scope.Named(var channels)) ->
          Optional.of(texts.say("command.digest", String.join(" #", channels)));
      case Recurring.Digests(Scope.Mine()) -> Optional.of(texts.say("command.my-digest"));
      case Recurring.Discussions(var channel) ->
          Optional.of(texts.say("command.discussions-of", channel));
      case Recurring.Posted _, Recurring.Mine _, Recurring.Planned _ -> Optional.empty();
    };
  }

  private static Optional<String> of(Sowing wish, Texts texts) {
    return switch (wish) {
      case Sowing.Propose(var channel) ->
          Optional.of(
              channel == null ? texts.say("command.seed") : texts.say("command.seed.in", channel));
      case Sowing.Idea(var channel, var shape, var text) ->
          Optional.of(
              switch (shape) {
                case DISCUSSION, ASK_ME_ANYTHING -> texts.say("command.seed.idea", channel, text);
                case POLL -> texts.say("command.seed.poll", channel, text);
                case RALLY -> texts.say("command.seed.rally", channel, text);
              });
      case Sowing.Overview() -> Optional.of(texts.say("command.seeds"));
      case Sowing.Show _,
          Sowing.Edit _,
          Sowing.Write _,
          Sowing.Invite _,
          Sowing.AskHost _,
          Sowing.Host _,
          Sowing.Post _,
          Sowing.Leave _,
          Sowing.Choose _,
          Sowing.ChooseNothing _,
          Sowing.Enough _ ->
          Optional.empty();
    };
  }

  private static Optional<String> of(Acquaintance wish, Texts texts) {
    return switch (wish) {
      case Acquaintance.Join(var channel) ->
          Optional.of(
              channel == null
                  ? texts.say("command.meet.join")
                  : texts.say("command.meet.join.channel", channel));
      case Acquaintance.Leave(var channel) ->
          Optional.of(
              channel == null
                  ? texts.say("command.meet.leave")
                  : texts.say("command.meet.leave.channel", channel));
      case Acquaintance.Snooze(var until) ->
          Optional.of(texts.say("command.meet.snooze", until.toString()));
      case Acquaintance.Resume() -> Optional.of(texts.say("command.meet.resume"));
      case Acquaintance.Every(var cadence) ->
          Optional.of(
              switch (cadence) {
                case WEEKLY -> texts.say("command.meet.weekly");
                case EVERY_TWO_WEEKS -> texts.say("command.meet.every-two-weeks");
                case MONTHLY -> texts.say("command.meet.monthly");
              });
      case Acquaintance.NotWith(Whom.Called(var name)) ->
          Optional.of(texts.say("command.meet.not-with", name));
      case Acquaintance.WithAgain(Whom.Called(var name)) ->
          Optional.of(texts.say("command.meet.with-again", name));
      case Acquaintance.Learn(var topic) -> Optional.of(texts.say("command.meet.learn", topic));
      case Acquaintance.LearnNoMore(var topic) ->
          Optional.of(texts.say("command.meet.learn-no-more", topic));
      case Acquaintance.Volunteer(var role) ->
          Optional.of(
              texts.say(
                  role == Acquaintance.Role.BUDDY ? "command.meet.buddy" : "command.meet.mentor"));
      case Acquaintance.StepDown(var role) ->
          Optional.of(
              texts.say(
                  role == Acquaintance.Role.BUDDY
                      ? "command.meet.no-buddy"
                      : "command.meet.no-mentor"));
      case Acquaintance.Show() -> Optional.of(texts.say("command.meet.show"));
      case Acquaintance.Start(var channel, var cadence, _) ->
          Optional.of(
              switch (cadence) {
                case WEEKLY -> texts.say("command.meet.start.weekly", channel);
                case EVERY_TWO_WEEKS -> texts.say("command.meet.start", channel);
                case MONTHLY -> texts.say("command.meet.start.monthly", channel);
              });
      case Acquaintance.Stop(var channel) -> Optional.of(texts.say("command.meet.stop", channel));
      case Acquaintance.NotWith _,
          Acquaintance.WithAgain _,
          Acquaintance.React _,
          Acquaintance.Tell _ ->
          Optional.empty();
    };
  }

  private static String map(Command.PeopleMap map, Texts texts) {
    var channel = map.channel();
    var topic = map.topic();
    var of = channel != null ? " #" + channel : topic != null ? " " + topic : "";
    return texts.say("command.people-map", of) + said(map.period(), texts);
  }

  private static Optional<String> whyNot(Whom whom, String topic, Texts texts) {
    return switch (whom) {
      case Whom.Me() -> Optional.of(texts.say("command.why-not-me", topic));
      case Whom.Called(var name) -> Optional.of(texts.say("command.why-not", name, topic));
      case Whom.Known _ -> Optional.empty();
    };
  }

  /** How a rhythm is said: {@code every Monday and Thursday at 09:00}. */
  public static String of(Rhythm rhythm, Texts texts) {
    var time = rhythm.time().toString();
    if (rhythm.days().size() == DayOfWeek.values().length) {
      return texts.say("rhythm.daily", time);
    }
    if (rhythm.days().equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))) {
      return texts.say("rhythm.working-days", time);
    }
    var names =
        rhythm.days().stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.FULL, texts.language().locale()))
            .toList();
    var last = names.size() - 1;
    var days =
        last == 0
            ? names.getFirst()
            : texts.say("rhythm.and", String.join(", ", names.subList(0, last)), names.get(last));
    return texts.say("rhythm.days", days, time);
  }

  private static String mine(Period period, Texts texts) {
    return switch (period) {
      case Period.Usual() -> texts.say("command.my-digest");
      case Period.LastDays(var days) -> texts.say("command.my-digest.days", days);
      case Period.Dates(var first, var last) ->
          texts.say("command.my-digest.dates", first.toString(), last.toString());
      case Period.Between between -> mine(between.days(), texts);
    };
  }

  private static String digest(String channels, Period period, Texts texts) {
    return switch (period) {
      case Period.Usual() -> texts.say("command.digest", channels);
      case Period.LastDays(var days) -> texts.say("command.digest.days", channels, days);
      case Period.Dates(var first, var last) ->
          texts.say("command.digest.dates", channels, first.toString(), last.toString());
      case Period.Between between -> digest(channels, between.days(), texts);
    };
  }

  private static Optional<String> of(Sounding wish, Texts texts) {
    var name = wish.channel();
    var where = name == null ? 0 : 1;
    var channel = name == null ? "" : name;
    return switch (wish) {
      case Sounding.Trends(_, var period) ->
          Optional.of(texts.say("command.trends", where, channel) + said(period, texts));
      case Sounding.NewWords(_, var period) ->
          Optional.of(texts.say("command.new-words", where, channel) + said(period, texts));
      case Sounding.Recurring _ -> Optional.of(texts.say("command.recurring", where, channel));
      case Sounding.RecurringPage _ ->
          Optional.of(texts.say("command.recurring-page", where, channel));
      case Sounding.AtRisk _ -> Optional.of(texts.say("command.at-risk", where, channel));
      case Sounding.Alert(var subject, _) ->
          Optional.of(texts.say("command.alert." + subject, where, channel));
      case Sounding.NoAlert(var subject, _) ->
          Optional.of(texts.say("command.no-alert." + subject, where, channel));
      case Sounding.EndAlert _ -> Optional.empty();
      case Sounding.MyAlerts() -> Optional.of(texts.say("command.my-trend-alerts"));
    };
  }

  private static String said(Period period, Texts texts) {
    return switch (period) {
      case Period.Usual() -> "";
      case Period.LastDays(var days) -> " " + texts.say("command.period.days", days);
      case Period.Dates(var first, var last) ->
          " " + texts.say("command.period.dates", first.toString(), last.toString());
      case Period.Between between -> said(between.days(), texts);
    };
  }
}
