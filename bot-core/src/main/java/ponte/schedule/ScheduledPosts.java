package ponte.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;
import ponte.platform.Outgoing;

/** Makes the posts of schedules, for those who are in the channel and nobody else. */
final class ScheduledPosts {

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
    var language = languages.of(channel.id(), toldBy(owner));
    return new Asker(null, Audience.of(channel.id()), language, schedule.zone());
  }

  /** What all read does not follow from what one of them chose for themselves. */
  private static Language toldBy(@Nullable Person person) {
    return person == null || person.language() == null ? Language.ENGLISH : person.language();
  }

  /** An occurrence that is to come. */
  Upcoming upcoming(Schedule schedule, Channel channel, Instant occurrence) {
    return new Upcoming(schedule, channel, occurrence, () -> made(schedule, channel, occurrence));
  }

  /** What an occurrence would tell now. */
  DigestOutcome made(Schedule schedule, Channel channel, Instant occurrence) {
    return digests.over(span(schedule, occurrence), channel, schedule.zone());
  }

  /**
   * What an occurrence tells of: all since the one before it, or since that was posted where it
   * came before its time, so that each begins where the last one ended. What is said after its time
   * belongs to the next one, however late it is made.
   */
  private TimeSpan span(Schedule schedule, Instant occurrence) {
    var now = clock.instant();
    var until = now.isBefore(occurrence) ? now : occurrence;
    var before = schedule.before(occurrence);
    var from =
        posted
            .find(schedule.channel(), delivery(schedule, before))
            .map(DigestPost::at)
            .filter(before::isAfter)
            .orElse(before);
    return new TimeSpan(from.isAfter(until) ? until : from, until);
  }

  /** What a schedule had posted lately. */
  List<DigestPost> of(Schedule schedule) {
    return posted.in(schedule.channel()).stream().filter(post -> post.isOf(schedule)).toList();
  }

  /** Posts an occurrence, or hands over again what was posted of it. */
  List<Outgoing> post(Schedule schedule, Channel channel, Instant occurrence, Digest digest) {
    return posts.post(
        DigestPost.of(
            delivery(schedule, occurrence),
            channel.id(),
            digest.span().until(),
            readers(schedule, channel),
            new DigestPost.Origin.Scheduled(schedule.id(), schedule.rhythm()),
            digest));
  }
}
