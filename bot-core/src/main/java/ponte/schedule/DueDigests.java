package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.ComingPosts.State;

/**
 * Makes the digests whose time has come.
 *
 * <p>After a time in which nobody worked, the latest occurrence that was missed is made up for, if
 * it is not older than {@link #LATEST}; the others are dropped, and the next one is planned.
 *
 * <p>A digest that is posted is made of its channel alone. Where too little was said, nothing is
 * posted and the schedule's owner is told, at a time at which they may be written to.
 *
 * <p>An occurrence happens once, whatever the clocks do. Whoever handles it again, since it came to
 * them late or somebody else lost it, gives the same key to what comes of it. A clock that jumps
 * ahead makes the latest occurrence happen early and the others not at all; one that is set back
 * lets none happen twice.
 */
public final class DueDigests {

  /** An occurrence older than this is not made up for. */
  static final Duration LATEST = Duration.ofHours(24);

  private static final Logger log = LoggerFactory.getLogger(DueDigests.class);

  private final Schedules schedules;
  private final ScheduledPosts posts;
  private final ComingPosts coming;
  private final Previews previews;
  private final Digests digests;
  private final Directory directory;
  private final Preferences preferences;
  private final Clock clock;

  DueDigests(
      Schedules schedules,
      ScheduledPosts posts,
      ComingPosts coming,
      Previews previews,
      Digests digests,
      Directory directory,
      Preferences preferences,
      Clock clock) {
    this.schedules = schedules;
    this.posts = posts;
    this.coming = coming;
    this.previews = previews;
    this.digests = digests;
    this.directory = directory;
    this.preferences = preferences;
    this.clock = clock;
  }

  /**
   * Something to be delivered.
   *
   * @param unasked whom it must not disturb; null: it was asked for, for this moment
   */
  public record Made(Outgoing outgoing, @Nullable PersonId unasked) {}

  /**
   * Makes what is due and plans what comes next. Doing it again plans nothing more, and gives a
   * delivery of the same key, even where another digest or none comes of it then.
   */
  public List<Made> make(Due due) {
    var schedule = schedules.of(due.channel()).orElse(null);
    if (schedule == null || !schedule.id().equals(due.schedule())) {
      return List.of();
    }
    var channel = directory.channel(schedule.channel()).orElse(null);
    if (channel == null || channel.archived()) {
      schedules.stop(schedule.channel());
      log.atInfo()
          .addKeyValue("channel", schedule.channel())
          .log("schedule ended with its channel");
      return List.of();
    }
    // A clock that was set back, or is another's, may stand before the moment that has come.
    var now = due.at().isAfter(clock.instant()) ? due.at() : clock.instant();
    var next = schedule.next(now);
    schedules.plan(schedule, next);
    var made = make(schedule, channel, due, now);
    previews.plan(schedule, next);
    return made;
  }

  private List<Made> make(Schedule schedule, Channel channel, Due due, Instant now) {
    var occurrence = schedule.lastBy(now);
    if (schedule.isPausedAt(occurrence)) {
      return List.of();
    }
    if (occurrence.isBefore(due.at()) || occurrence.plus(LATEST).isBefore(now)) {
      log.atInfo()
          .addKeyValue("channel", schedule.channel())
          .addKeyValue("occurrence", occurrence)
          .log("digest missed, not made up for");
      return List.of();
    }
    return make(schedule, channel, occurrence);
  }

  private List<Made> make(Schedule schedule, Channel channel, Instant occurrence) {
    if (coming.of(schedule, occurrence).state() == State.CANCELLED) {
      return List.of();
    }
    var outcome = posts.made(schedule, channel, occurrence);
    if (outcome instanceof DigestOutcome.Written(var digest) && !digest.items().isEmpty()) {
      return post(schedule, channel, occurrence, digest);
    }
    var owner = directory.person(schedule.owner()).filter(Person::isActive);
    return owner.isEmpty() || coming.of(schedule, occurrence).state() == State.POSTED
        ? List.of()
        : skipped(ScheduledPosts.delivery(schedule, occurrence), owner.get(), outcome, schedule);
  }

  /** From here on its owner decides nothing any more, whoever comes first of the two. */
  private List<Made> post(Schedule schedule, Channel channel, Instant occurrence, Digest digest) {
    var decided = coming.change(schedule, occurrence, before -> before.posting(digest));
    if (decided.state() != State.POSTED) {
      return List.of();
    }
    log.atInfo().addKeyValue("channel", channel.id()).log("digest posted");
    return posts.post(schedule, channel, occurrence, decided.of(digest)).stream()
        .map(outgoing -> new Made(outgoing, null))
        .toList();
  }

  /** Tells the owner, and nobody else, why there is no digest. */
  private List<Made> skipped(String key, Person owner, DigestOutcome outcome, Schedule schedule) {
    if (!directory.audienceOf(owner.id()).maySee(schedule.channel())) {
      return List.of();
    }
    var language = preferences.languageOf(owner);
    var blocks =
        new ArrayList<>(digests.replies(outcome, language, owner.zone()).of(outcome).blocks());
    blocks.add(new Block.Note(RichText.plain(Texts.in(language).say("schedule.skipped"))));
    return List.of(
        new Made(
            new Outgoing(
                key, new Destination.Together(Set.of(owner.id())), new Reply(language, blocks)),
            owner.id()));
  }
}
