package ponte.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Sources;
import ponte.directory.Directory;
import ponte.platform.Outgoing;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.ComingPosts.Coming;
import ponte.schedule.ComingPosts.State;
import ponte.schedule.PreviewReplies.Shown;

/**
 * Lets the owner of a schedule look at its next post before its time, drop lines of it, cancel it,
 * or post it at once. Nobody else sees it before.
 *
 * <p>Whatever is pressed twice, or by two at the same time, an occurrence is posted once: it goes
 * out under the same key at its time, before it, and after a death in between.
 */
public final class ComingDigests {

  private final Schedules schedules;
  private final ScheduledPosts posts;
  private final ComingPosts coming;
  private final PreviewReplies replies;
  private final Directory directory;
  private final Clock clock;

  ComingDigests(
      Schedules schedules,
      ScheduledPosts posts,
      ComingPosts coming,
      PreviewReplies replies,
      Directory directory,
      Clock clock) {
    this.schedules = schedules;
    this.posts = posts;
    this.coming = coming;
    this.replies = replies;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * What is said to the owner.
   *
   * @param posted what is posted; empty where nothing is
   */
  public record Decided(Reply reply, List<Outgoing> posted) {
    public Decided {
      posted = List.copyOf(posted);
    }

    static Decided saying(Reply reply) {
      return new Decided(reply, List.of());
    }
  }

  /** Shows the next post of a channel's schedule. */
  public Reply preview(Command.PreviewDigest command, Asker asker) {
    var texts = Texts.in(asker.language());
    return directory
        .channelNamed(command.channel(), asker.audience())
        .map(
            channel ->
                owned(
                        channel,
                        asker,
                        (schedule, now) ->
                            shown(posts.upcoming(schedule, channel, next(schedule, now)), texts))
                    .reply())
        .orElseGet(() -> Reply.saying(texts, "digest.no-such-channel", command.channel()));
  }

  private Decided shown(Upcoming upcoming, Texts texts) {
    return Decided.saying(
        replies.of(
            upcoming, coming.of(upcoming.schedule(), upcoming.occurrence()), Shown.MAIN, texts));
  }

  /** The next occurrence that was not posted yet. */
  private Instant next(Schedule schedule, Instant now) {
    var next = schedule.next(now);
    return coming.of(schedule, next).state() == State.POSTED ? schedule.next(next) : next;
  }

  /** Shows a post with the lines that come after its main ones. */
  public Reply rest(Command.PreviewRest command, Asker asker) {
    return decide(
        command.channel(), command.occurrence(), asker, Shown.WHOLE, _ -> UnaryOperator.identity());
  }

  /** Keeps a line out of a post; who had the rest before them goes on with it. */
  public Reply drop(Command.DropLine command, Asker asker) {
    return decide(
        command.channel(),
        command.occurrence(),
        asker,
        Shown.of(command.line()),
        upcoming -> {
          var on = sources(command.line(), upcoming.outcome());
          return before -> before.without(command.line(), on);
        });
  }

  /** What a line rests on; empty where it is not told any more. */
  private static Set<MessageId> sources(Command.Line line, DigestOutcome outcome) {
    return outcome instanceof DigestOutcome.Written(var made)
        ? made.whole().items().stream()
            .filter(item -> ComingPosts.name(item).equals(line))
            .flatMap(item -> Sources.of(item).stream())
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** Puts back what was dropped, and what was cancelled. */
  public Reply restore(Command.RestorePost command, Asker asker) {
    return decide(
        command.channel(),
        command.occurrence(),
        asker,
        Shown.MAIN,
        _ ->
            before ->
                before.state() == State.CANCELLED ? before.as(State.OPEN) : ComingPosts.UNTOUCHED);
  }

  /** Lets an occurrence pass without a post. */
  public Reply cancel(Command.CancelPost command, Asker asker) {
    return decide(
        command.channel(),
        command.occurrence(),
        asker,
        Shown.MAIN,
        _ -> before -> before.as(State.CANCELLED));
  }

  private Reply decide(
      ChannelId channel,
      Instant occurrence,
      Asker asker,
      Shown shown,
      Function<Upcoming, UnaryOperator<Coming>> decision) {
    var texts = Texts.in(asker.language());
    return open(
            channel,
            asker,
            (room, schedule) -> {
              if (!clock.instant().isBefore(occurrence)) {
                return Decided.saying(past(room, texts));
              }
              var upcoming = posts.upcoming(schedule, room, occurrence);
              var now = coming.change(schedule, occurrence, decision.apply(upcoming));
              return Decided.saying(
                  now.state() == State.POSTED
                      ? past(room, texts)
                      : replies.of(upcoming, now, shown, texts));
            })
        .reply();
  }

  /** Posts an occurrence before its time. */
  public Decided post(Command.PostNow command, Asker asker) {
    var texts = Texts.in(asker.language());
    var occurrence = command.occurrence();
    return open(
        command.channel(),
        asker,
        (room, schedule) -> {
          var before = coming.of(schedule, occurrence);
          if (before.state() == State.CANCELLED
              || before.state() == State.OPEN && !clock.instant().isBefore(occurrence)) {
            return Decided.saying(past(room, texts));
          }
          var upcoming = posts.upcoming(schedule, room, occurrence);
          if (!(upcoming.outcome() instanceof DigestOutcome.Written(var made))
              || before.of(made).items().isEmpty()) {
            return Decided.saying(
                before.state() == State.POSTED
                    ? past(room, texts)
                    : replies.of(upcoming, before, Shown.MAIN, texts));
          }
          return post(upcoming, made, texts);
        });
  }

  private Decided post(Upcoming upcoming, Digest made, Texts texts) {
    var schedule = upcoming.schedule();
    var room = upcoming.channel();
    var occurrence = upcoming.occurrence();
    var decided = coming.change(schedule, occurrence, before -> before.posting(made));
    if (decided.state() != State.POSTED) {
      return Decided.saying(replies.of(upcoming, decided, Shown.MAIN, texts));
    }
    return new Decided(
        Reply.saying(texts, "preview.posted", room.name()),
        posts.post(schedule, room, occurrence, decided.of(made)));
  }

  private static Reply past(Channel room, Texts texts) {
    return Reply.saying(texts, "preview.past", room.name());
  }

  private Decided open(ChannelId id, Asker asker, BiFunction<Channel, Schedule, Decided> decision) {
    return directory
        .channel(id)
        .filter(channel -> asker.audience().maySee(channel.id()))
        .map(channel -> owned(channel, asker, (schedule, _) -> decision.apply(channel, schedule)))
        .orElseGet(
            () -> Decided.saying(Reply.saying(Texts.in(asker.language()), "schedule.hidden")));
  }

  private Decided owned(
      Channel channel, Asker asker, BiFunction<Schedule, Instant, Decided> decision) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Decided.saying(Reply.saying(texts, "schedule.who-are-you"));
    }
    var schedule = schedules.of(channel.id());
    if (schedule.isEmpty()) {
      return Decided.saying(Reply.saying(texts, "schedule.none", channel.name()));
    }
    if (!directory.accounts(person).contains(schedule.get().owner())) {
      return Decided.saying(Reply.saying(texts, "preview.not-yours", channel.name()));
    }
    return decision.apply(schedule.get(), clock.instant());
  }
}
