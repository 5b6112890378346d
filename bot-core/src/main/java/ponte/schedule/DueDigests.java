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
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.guide.Wording;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

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

  /** A digest covers no more. */
  private static final int MOST_DAYS = 30;

  private static final Logger log = LoggerFactory.getLogger(DueDigests.class);

  private final Schedules schedules;
  private final PostedDigests posted;
  private final Digests digests;
  private final Directory directory;
  private final Preferences preferences;
  private final ChannelLanguage languages;
  private final Clock clock;

  public DueDigests(
      Schedules schedules,
      PostedDigests posted,
      Digests digests,
      Directory directory,
      Preferences preferences,
      ChannelLanguage languages,
      Clock clock) {
    this.schedules = schedules;
    this.posted = posted;
    this.digests = digests;
    this.directory = directory;
    this.preferences = preferences;
    this.languages = languages;
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
    schedules.plan(schedule, schedule.next(now));
    var occurrence = schedule.lastBy(now);
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
    var owner = directory.person(schedule.owner()).filter(Person::isActive).orElse(null);
    var language = languages.of(channel.id(), languageOf(owner));
    var everybodyThere = new Asker(null, Audience.of(channel.id()), language, schedule.zone());
    var days = Math.min(MOST_DAYS, schedule.daysBefore(occurrence));
    var outcome =
        digests.on(
            new Command.Digest(channel.name(), new Command.Period.LastDays(days)), everybodyThere);
    var key = "schedule/" + schedule.id() + "/" + occurrence;
    if (outcome instanceof DigestOutcome.Written(var digest)) {
      posted.add(post(key, schedule, occurrence, language, digest));
      log.atInfo().addKeyValue("channel", channel.id()).log("digest posted");
      return List.of(
          new Made(
              new Outgoing(
                  key,
                  new Destination.InChannel(channel.id()),
                  signed(outcome, schedule, channel, language)),
              null));
    }
    return owner == null ? List.of() : skipped(key, owner, outcome, schedule);
  }

  private static DigestPost post(
      String key, Schedule schedule, Instant occurrence, Language language, Digest digest) {
    return new DigestPost(
        key,
        schedule.channel(),
        occurrence,
        language,
        schedule.zone(),
        new DigestPost.Origin.Scheduled(schedule.id(), schedule.rhythm()),
        digest,
        List.of(),
        0);
  }

  /** The digest, and under it how often it comes and how that ends. */
  private Reply signed(
      DigestOutcome outcome, Schedule schedule, Channel channel, Language language) {
    var texts = Texts.in(language);
    var blocks =
        new ArrayList<>(digests.replies(outcome, language, schedule.zone()).of(outcome).blocks());
    blocks.add(
        new Block.Note(
            RichText.plain(
                texts.say(
                    "schedule.signature",
                    Wording.of(schedule.rhythm(), texts),
                    texts.say("command.stop-digest", channel.name())))));
    return new Reply(language, blocks);
  }

  /** Tells the owner, and nobody else, why there is no digest. */
  private List<Made> skipped(String key, Person owner, DigestOutcome outcome, Schedule schedule) {
    if (!directory.audienceOf(owner.id()).maySee(schedule.channel())) {
      return List.of();
    }
    var own = preferences.of(owner.id()).language();
    var language = own == null ? languageOf(owner) : own;
    var blocks =
        new ArrayList<>(digests.replies(outcome, language, owner.zone()).of(outcome).blocks());
    blocks.add(new Block.Note(RichText.plain(Texts.in(language).say("schedule.skipped"))));
    return List.of(
        new Made(
            new Outgoing(
                key, new Destination.Together(Set.of(owner.id())), new Reply(language, blocks)),
            owner.id()));
  }

  private static Language languageOf(@Nullable Person person) {
    return person == null || person.language() == null ? Language.ENGLISH : person.language();
  }
}
