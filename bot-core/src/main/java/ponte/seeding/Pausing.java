package ponte.seeding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Recurring;
import ponte.command.Sowing.Shape;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.guide.Wording;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.seeding.Rests.Rest;

/**
 * Has what is planned in a channel rest for a while: a series goes on with its first turn after
 * that, anything else comes at a good moment then. Who calls for help does not wait.
 */
public final class Pausing {

  private final Seeds seeds;
  private final Steps steps;
  private final Rests rests;
  private final Moments moments;
  private final Directory directory;
  private final Roles roles;
  private final Clock clock;

  Pausing(SeedingDesk.Kept kept, Moments moments, Directory directory, Roles roles, Clock clock) {
    this.seeds = kept.seeds();
    this.steps = kept.steps();
    this.rests = kept.rests();
    this.moments = moments;
    this.directory = directory;
    this.roles = roles;
    this.clock = clock;
  }

  /** What holds a seed back at a moment; empty: nothing does. */
  Optional<Rest> holding(Seed seed, Instant moment) {
    return seed.draft().shape() == Shape.RALLY ? Optional.empty() : rests.of(seed.room(), moment);
  }

  /** The channels of an audience that rest. */
  Map<ChannelId, Rest> resting(Audience audience, Instant now) {
    var all = new TreeMap<ChannelId, Rest>();
    audience.channels().stream()
        .map(ChannelId::workspace)
        .distinct()
        .forEach(workspace -> all.putAll(rests.in(workspace, now)));
    all.keySet().removeIf(room -> !audience.maySee(room));
    return all;
  }

  /** The first moment for it that is not before another one. */
  private Instant turn(Seed seed, Instant from) {
    if (seed.weeks() == 0) {
      return moments.next(seed.room(), from, clock.instant());
    }
    var due = ZonedDateTime.ofInstant(seed.due(), moments.zone(seed.room(), clock.instant()));
    while (due.toInstant().isBefore(from)) {
      due = due.plusWeeks(seed.weeks());
    }
    return due.toInstant();
  }

  /** Plans a seed whose moment has come for its turn from another one on. */
  void putOff(Seed seed, Instant from) {
    seeds
        .change(
            seed.ref(),
            each ->
                each.stage() == Seed.Stage.PLANNED && each.due().equals(seed.due())
                    ? each.planned(turn(each, from), each.weeks())
                    : each)
        .filter(each -> each.stage() == Seed.Stage.PLANNED)
        .ifPresent(steps::post);
  }

  /**
   * Has the discussions of a channel rest.
   *
   * @param until the first day on which they come again by themselves, on the channel's clock;
   *     null: they wait to be let go on
   */
  public Reply pause(Recurring.OfDiscussions what, @Nullable LocalDate until, Asker asker) {
    var texts = Texts.in(asker.language());
    return in(
        what,
        asker,
        channel -> {
          var now = clock.instant();
          var zone = moments.zone(channel.id(), now);
          var end = until == null ? null : until.atStartOfDay(zone).toInstant();
          if (end != null && !end.isAfter(now)) {
            return Reply.saying(texts, "schedule.pause-is-over", texts.weekday(end, zone));
          }
          rests.begin(channel.id(), new Rest(now, end));
          if (end != null) {
            waiting(channel.id(), now).forEach(seed -> putOff(seed, end));
          }
          var resume =
              Wording.of(
                      new Command.ResumeSchedule(new Recurring.Discussions(channel.name())), texts)
                  .orElseThrow();
          return end == null
              ? Reply.saying(texts, "seed.rests", channel.name(), resume)
              : Reply.saying(
                  texts, "seed.rests.until", channel.name(), texts.weekday(end, zone), resume);
        });
  }

  /** Lets them go on. */
  public Reply resume(Recurring.OfDiscussions what, Asker asker) {
    var texts = Texts.in(asker.language());
    return in(
        what,
        asker,
        channel -> {
          var now = clock.instant();
          rests.end(channel.id());
          waiting(channel.id(), now).forEach(seed -> putOff(seed, now));
          return Reply.saying(texts, "seed.goes-on", channel.name());
        });
  }

  /** Those whose moment came while they rested. */
  private List<Seed> waiting(ChannelId room, Instant now) {
    return seeds.in(room.workspace()).stream()
        .filter(seed -> seed.room().equals(room) && seed.draft().shape() != Shape.RALLY)
        .filter(seed -> seed.stage() == Seed.Stage.PLANNED && !seed.due().isAfter(now))
        .toList();
  }

  private interface Decision {
    Reply on(Channel channel);
  }

  /** What only whoever takes care of the community decides, of channels that they may open. */
  private Reply in(Recurring.OfDiscussions what, Asker asker, Decision decision) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "seed.who-are-you");
    }
    if (!roles.isManager(person, directory)) {
      return SeedWishes.refused(roles, directory, texts);
    }
    return switch (what) {
      case Recurring.Discussions(var name) ->
          directory
              .channelNamed(name, asker.audience())
              .map(decision::on)
              .orElseGet(() -> Reply.saying(texts, "digest.no-such-channel", name));
      case Recurring.Planned(var room) ->
          directory
              .channel(room)
              .filter(channel -> asker.audience().maySee(channel.id()))
              .map(decision::on)
              .orElseGet(() -> Reply.saying(texts, "schedule.hidden"));
    };
  }

  /** What has the discussions of a channel rest, or go on. */
  static Button button(ChannelId room, String name, boolean rests, Texts texts) {
    var what = new Recurring.Planned(room);
    return rests
        ? Button.of(texts.say("schedule.resume", name), new Command.ResumeSchedule(what))
        : Button.of(texts.say("schedule.pause", name), new Command.PauseSchedule(what, null));
  }
}
