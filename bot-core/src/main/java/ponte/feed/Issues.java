package ponte.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.bot.Editions;
import ponte.command.Command.Period;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.digest.Digest;
import ponte.digest.Edition;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;
import ponte.schedule.DigestPost;
import ponte.schedule.PostedDigests;

/**
 * Reads feeds: the latest digests that were posted in a channel, or of its last weeks where none
 * are posted. Each is made anew of the channel, so that what was deleted, edited or is not to be
 * named is not in it, nor a line that was left out of the post; for {@link #FRESH} at most one that
 * was just made is read again.
 *
 * <p>Whoever reads is nobody in particular: there is a feed only of a channel that everybody may
 * open.
 */
public final class Issues {

  /** For so long what was made is read again. */
  public static final Duration FRESH = Duration.ofMinutes(1);

  private static final int MOST = 8;
  private static final int WEEKS = 4;

  private final Feeds feeds;
  private final PostedDigests posted;
  private final Editions editions;
  private final Directory directory;
  private final ChannelLanguage languages;
  private final Clock clock;
  private final Map<ChannelId, Made> made = new ConcurrentHashMap<>();

  public Issues(
      Feeds feeds,
      PostedDigests posted,
      Editions editions,
      Directory directory,
      ChannelLanguage languages,
      Clock clock) {
    this.feeds = feeds;
    this.posted = posted;
    this.editions = editions;
    this.directory = directory;
    this.languages = languages;
    this.clock = clock;
  }

  /** What became of the wish to read a feed. */
  public sealed interface Read {

    /** There is none at this address, or none any more. */
    record Missing() implements Read {}

    /** Its channel is closed, or not everybody's any more. */
    record Gone() implements Read {}

    /** Its issues, the latest first. */
    record Found(Channel channel, Language language, Instant since, List<Issue> issues)
        implements Read {
      public Found {
        issues = List.copyOf(issues);
      }
    }
  }

  /**
   * A digest in a feed.
   *
   * @param id the same however often it is made
   * @param at when it was due
   * @param changed since when it reads as it does
   */
  public record Issue(String id, Edition edition, Instant at, Instant changed) {}

  private record Made(String secret, Instant at, Read.Found found) {}

  /**
   * An issue to be made.
   *
   * @param lines the messages of the lines that it may have; null: any
   */
  private record Wanted(
      LocalDate first, LocalDate last, Instant at, ZoneId zone, @Nullable Set<MessageId> lines) {}

  /**
   * Reads the feed of a channel.
   *
   * @param zone on whose clock days begin
   */
  public Read read(ChannelId id, String secret, ZoneId zone) {
    var feed = feeds.find(id, secret).orElse(null);
    if (feed == null) {
      return new Read.Missing();
    }
    var channel = directory.channel(id).orElse(null);
    if (channel == null || channel.archived() || !channel.isPublic()) {
      made.remove(id);
      return new Read.Gone();
    }
    var now = clock.instant();
    var before = made.get(id);
    if (before != null
        && before.secret().equals(feed.secret())
        && before.at().plus(FRESH).isAfter(now)) {
      return before.found();
    }
    var found = found(feed, channel, zone, now);
    made.put(id, new Made(feed.secret(), now, found));
    return found;
  }

  private Read.Found found(Feed feed, Channel channel, ZoneId zone, Instant now) {
    var language = languages.of(channel.id(), Language.ENGLISH);
    var issues = new ArrayList<Issue>();
    var stamps = new HashMap<String, Feed.Stamp>();
    for (var wanted : wanted(channel.id(), zone, now)) {
      var id = id(channel.id(), wanted);
      editions
          .of(
              channel.id(),
              new Period.Dates(wanted.first(), wanted.last()),
              new Asker(null, Audience.of(channel.id()), language, wanted.zone()))
          .map(edition -> asPosted(edition, wanted.lines()))
          .filter(edition -> edition.lines().findAny().isPresent())
          .ifPresent(
              edition -> {
                var stamp = stamp(feed.issues().get(id), edition, wanted.at(), now);
                stamps.put(id, stamp);
                issues.add(new Issue(id, edition, wanted.at(), stamp.since()));
              });
    }
    if (!stamps.equals(feed.issues())) {
      feeds.keep(feed, stamps);
    }
    return new Read.Found(channel, language, feed.since(), issues);
  }

  private static Feed.Stamp stamp(
      Feed.@Nullable Stamp before, Edition edition, Instant at, Instant now) {
    var hash = Feeds.hash(edition.toString());
    if (before == null) {
      return new Feed.Stamp(hash, at);
    }
    return before.hash().equals(hash) ? before : new Feed.Stamp(hash, now);
  }

  /** Without what did not stand in the channel, or was taken from there. */
  private static Edition asPosted(Edition edition, @Nullable Set<MessageId> lines) {
    return lines == null ? edition : edition.having(line -> lines.contains(line.source()));
  }

  private List<Wanted> wanted(ChannelId channel, ZoneId zone, Instant now) {
    var latest =
        posted.in(channel).stream()
            .filter(post -> post.digest().channels().size() == 1)
            .map(Issues::asWanted)
            .limit(MOST)
            .toList();
    return latest.isEmpty() ? weeks(zone, now) : latest;
  }

  private static Wanted asWanted(DigestPost post) {
    var lines = post.digest().items().stream().map(Digest.Item::source).collect(Collectors.toSet());
    return new Wanted(post.firstDay(), post.lastDay(), post.at(), post.zone(), lines);
  }

  /** The last whole weeks, which end with Sunday, the latest first. */
  private static List<Wanted> weeks(ZoneId zone, Instant now) {
    var monday =
        now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.rangeClosed(1, WEEKS)
        .mapToObj(
            back -> {
              var first = monday.minusWeeks(back);
              var next = first.plusWeeks(1);
              return new Wanted(
                  first, next.minusDays(1), next.atStartOfDay(zone).toInstant(), zone, null);
            })
        .toList();
  }

  private static String id(ChannelId channel, Wanted wanted) {
    var of = channel + "/" + wanted.first() + "/" + wanted.last() + "/" + wanted.at();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}
