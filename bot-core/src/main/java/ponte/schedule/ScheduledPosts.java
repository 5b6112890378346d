package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;
import ponte.platform.Outgoing;

/** Makes the posts of schedules, for those who are in the channel and nobody else. */
final class ScheduledPosts {

  /** A digest covers no more. */
  private static final int MOST_DAYS = 30;

  private final PostedDigests posted;
  private final DigestPosts posts;
  private final Digests digests;
  private final Directory directory;
  private final ChannelLanguage languages;
  private final Clock clock;

  ScheduledPosts(
      PostedDigests posted,
      DigestPosts posts,
      Digests digests,
      Directory directory,
      ChannelLanguage languages,
      Clock clock) {
    this.posted = posted;
    this.posts = posts;
    this.digests = digests;
    this.directory = directory;
    this.languages = languages;
    this.clock = clock;
  }

  /** The key under which an occurrence is handed over, whoever does, and whenever. */
  static String delivery(Schedule schedule, Instant occurrence) {
    return "schedule/" + schedule.id() + "/" + occurrence;
  }

  /** Those who will read it. */
  Asker readers(Schedule schedule, Channel channel) {
    var owner = directory.person(schedule.owner()).filter(Person::isActive).orElse(null);
    var language = languages.of(channel.id(), languageOf(owner));
    return new Asker(null, Audience.of(channel.id()), language, schedule.zone());
  }

  static Language languageOf(@Nullable Person person) {
    return person == null || person.language() == null ? Language.ENGLISH : person.language();
  }

  /** What an occurrence would tell now. */
  DigestOutcome made(Schedule schedule, Channel channel, Instant occurrence) {
    var days = Math.min(MOST_DAYS, days(schedule, occurrence));
    return digests.on(
        new Command.Digest(channel.name(), new Command.Period.LastDays(days)),
        readers(schedule, channel));
  }

  /** Where the last one came before its time, what was said since then is told, too. */
  private int days(Schedule schedule, Instant occurrence) {
    var days = schedule.daysBefore(occurrence);
    var before = schedule.lastBy(occurrence.minusNanos(1));
    var early =
        of(schedule).stream()
            .filter(post -> post.delivery().equals(delivery(schedule, before)))
            .map(post -> Duration.between(post.at(), before))
            .filter(Duration::isPositive)
            .findFirst();
    return early.map(time -> days + 1 + (int) time.toDays()).orElse(days);
  }

  /** What a schedule had posted lately. */
  List<DigestPost> of(Schedule schedule) {
    return posted.in(schedule.channel()).stream().filter(post -> post.isOf(schedule)).toList();
  }

  /** Posts an occurrence, or hands over again what was posted of it. */
  List<Outgoing> post(Schedule schedule, Channel channel, Instant occurrence, Digest digest) {
    var now = clock.instant();
    return posts.post(
        DigestPost.of(
            delivery(schedule, occurrence),
            channel.id(),
            now.isBefore(occurrence) ? now : occurrence,
            readers(schedule, channel),
            new DigestPost.Origin.Scheduled(schedule.id(), schedule.rhythm()),
            digest));
  }
}
