package ponte.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Scope;
import ponte.command.Recurring;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.guide.Wording;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Lets people pause digests that come again and again, and let them go on: those of a channel by
 * who decides about them, those that come to somebody alone by themselves.
 */
public final class DigestPauses {

  private final ScheduleBoard board;
  private final PrivateDigests privately;
  private final Directory directory;
  private final Roles roles;
  private final Clock clock;

  DigestPauses(
      ScheduleBoard board,
      PrivateDigests privately,
      Directory directory,
      Roles roles,
      Clock clock) {
    this.board = board;
    this.privately = privately;
    this.directory = directory;
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * Pauses them.
   *
   * @param until the first day on which they come again by themselves; null: they wait to be let go
   *     on
   */
  public Reply pause(Recurring.OfDigests what, @Nullable LocalDate until, Asker asker) {
    var texts = Texts.in(asker.language());
    var today = clock.instant().atZone(asker.zone()).toLocalDate();
    if (until != null && !until.isAfter(today)) {
      var day = until.atStartOfDay(asker.zone()).toInstant();
      return Reply.saying(texts, "schedule.pause-is-over", texts.weekday(day, asker.zone()));
    }
    return decide(
        what,
        asker,
        new Decision() {
          @Override
          public Reply on(Channel channel, PersonId person) {
            var role = roles.of(person, directory);
            return switch (board.pause(channel.id(), person, role, until)) {
              case ScheduleBoard.Decided.Done(var schedule) -> paused(schedule, channel, texts);
              case ScheduleBoard.Decided.NotTheirs _ -> notTheirs(channel, texts);
              case ScheduleBoard.Decided.Nothing _ -> nothing(channel, texts);
            };
          }

          @Override
          public Reply on(List<PrivateSchedule> schedules) {
            return privately.pause(schedules, until, texts);
          }
        });
  }

  /** Lets them go on. */
  public Reply resume(Recurring.OfDigests what, Asker asker) {
    var texts = Texts.in(asker.language());
    return decide(
        what,
        asker,
        new Decision() {
          @Override
          public Reply on(Channel channel, PersonId person) {
            var role = roles.of(person, directory);
            return switch (board.resume(channel.id(), person, role)) {
              case ScheduleBoard.Decided.Done(var schedule) ->
                  Reply.saying(
                      texts,
                      "schedule.resumed",
                      channel.name(),
                      Wording.of(schedule.rhythm(), texts),
                      texts.moment(schedule.next(clock.instant()), schedule.zone()));
              case ScheduleBoard.Decided.NotTheirs _ -> notTheirs(channel, texts);
              case ScheduleBoard.Decided.Nothing _ -> nothing(channel, texts);
            };
          }

          @Override
          public Reply on(List<PrivateSchedule> schedules) {
            return privately.resume(schedules, texts);
          }
        });
  }

  /** What is done with those that are meant. */
  private interface Decision {

    Reply on(Channel channel, PersonId person);

    Reply on(List<PrivateSchedule> schedules);
  }

  private Reply decide(Recurring.OfDigests what, Asker asker, Decision decision) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "schedule.who-are-you");
    }
    return switch (what) {
      case Recurring.Digests(var scope) ->
          scope
              .single()
              .map(
                  name ->
                      directory
                          .channelNamed(name, asker.audience())
                          .map(channel -> decision.on(channel, person))
                          .orElseGet(() -> Reply.saying(texts, "digest.no-such-channel", name)))
              .orElseGet(() -> decision.on(privately.named(scope, person, asker)));
      case Recurring.Posted(var channel) ->
          open(channel, asker)
              .map(each -> decision.on(each, person))
              .orElseGet(() -> Reply.saying(texts, "schedule.hidden"));
      case Recurring.Mine(var schedule) ->
          decision.on(
              privately.of(person).stream().filter(each -> each.id().equals(schedule)).toList());
    };
  }

  private Optional<Channel> open(ChannelId channel, Asker asker) {
    return directory.channel(channel).filter(each -> asker.audience().maySee(each.id()));
  }

  private Reply paused(Schedule schedule, Channel channel, Texts texts) {
    var resume = words(new Command.ResumeSchedule(of(channel)), texts);
    var until = schedule.until();
    return until == null
        ? Reply.saying(texts, "schedule.paused", channel.name(), resume)
        : Reply.saying(
            texts,
            "schedule.paused-until",
            channel.name(),
            texts.moment(schedule.comesNext(clock.instant()), schedule.zone()),
            resume);
  }

  private static Reply notTheirs(Channel channel, Texts texts) {
    return Reply.saying(texts, "schedule.not-theirs", channel.name());
  }

  private static Reply nothing(Channel channel, Texts texts) {
    return Reply.saying(texts, "schedule.none", channel.name());
  }

  private static Recurring of(Channel channel) {
    return new Recurring.Digests(new Scope.Named(List.of(channel.name())));
  }

  private static String words(Command command, Texts texts) {
    return Wording.of(command, texts).orElseThrow();
  }

  /** What pauses the digests of a channel or lets them go on; empty: others decide about them. */
  Optional<Button> button(Schedule schedule, Channel channel, PersonId person, Texts texts) {
    return board.decides(schedule, person, roles.of(person, directory))
        ? Optional.of(
            button(
                schedule,
                new Recurring.Posted(channel.id()),
                texts.say("schedule.pause", channel.name()),
                texts.say("schedule.resume", channel.name()),
                clock))
        : Optional.empty();
  }

  static Button button(
      Pausable schedule, Recurring what, String pause, String resume, Clock clock) {
    return schedule.isPausedAt(clock.instant())
        ? Button.of(resume, new Command.ResumeSchedule(what))
        : Button.of(pause, new Command.PauseSchedule(what, null));
  }
}
