package ponte.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.bot.Editions;
import ponte.command.Command.Period;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.digest.Edition;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;
import ponte.schedule.DigestPost;
import ponte.schedule.PostedDigests;

/**
 * Reads feeds: the latest digests that were posted in a channel, or of its last weeks where none
 * are posted. Of a post it has the lines that stand in the channel by now; a week is made anew of
 * the channel, so that what was deleted, edited or is not to be named is not in it. For {@link
 * #FRESH} at most what was just made is read again.
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
  private final Map<ChannelId, Shelf> shelves = new ConcurrentHashMap<>();

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

    /** Its channel is closed, or is not everybody's, or was not for a while. */
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

  private record Made(String secret, Instant at, Read.Found found) {
    @Override
    public String toString() {
      return "Made[***, at=" + at + "]";
    }
  }

  /** What was made of a channel; one reader at a time makes, and the others wait for it. */
  private static final class Shelf {
    private @Nullable Made made;
  }

  /**
   * An issue that was made.
   *
   * @param of what its name follows from, the same whenever it is made
   */
  private record Draft(String of, Instant at, Edition edition) {}

  /**
   * Reads the feed of a channel.
   *
   * @param zone on whose clock days begin
   */
  public Read read(ChannelId id, String secret, ZoneId zone) {
    if (feeds.find(id, secret).isEmpty()) {
      return new Read.Missing();
    }
    var shelf = shelves.computeIfAbsent(id, _ -> new Shelf());
    synchronized (shelf) {
      return read(id, secret, zone, shelf);
    }
  }

  private Read read(ChannelId id, String secret, ZoneId zone, Shelf shelf) {
    // Others may have made it while this one waited, and kept since when it reads as it does.
    var feed = feeds.find(id, secret).orElse(null);
    if (feed == null) {
      return new Read.Missing();
    }
    var channel = directory.channel(id).orElse(null);
    if (channel != null && !channel.isPublic()) {
      feeds.end(id);
    }
    if (feed.isEnded() || channel == null || channel.archived() || !channel.isPublic()) {
      shelf.made = null;
      return new Read.Gone();
    }
    var now = clock.instant();
    var before = shelf.made;
    if (before != null
        && before.secret().equals(feed.secret())
        && before.at().plus(FRESH).isAfter(now)) {
      return before.found();
    }
    var found = found(feed, channel, zone, now);
    shelf.made = new Made(feed.secret(), now, found);
    return found;
  }

  private Read.Found found(Feed feed, Channel channel, ZoneId zone, Instant now) {
    var language = languages.of(channel.id(), Language.ENGLISH);
    var issues = new ArrayList<Issue>();
    var stamps = new HashMap<String, Feed.Stamp>();
    for (var draft : drafts(channel.id(), language, zone, now)) {
      var id = id(channel.id(), draft);
      var stamp = stamp(feed.issues().get(id), draft, now);
      stamps.put(id, stamp);
      issues.add(new Issue(id, draft.edition(), draft.at(), stamp.since()));
    }
    if (!stamps.equals(feed.issues())) {
      feeds.keep(feed, stamps);
    }
    return new Read.Found(channel, language, feed.since(), issues);
  }

  private static Feed.Stamp stamp(Feed.@Nullable Stamp before, Draft draft, Instant now) {
    var hash = Feeds.hash(said(draft.edition()));
    if (before == null) {
      return new Feed.Stamp(hash, draft.at());
    }
    return before.hash().equals(hash) ? before : new Feed.Stamp(hash, now);
  }

  /** All that is written out of an edition, and nothing else. */
  private static String said(Edition edition) {
    var said = new StringBuilder(edition.title()).append('\n').append(edition.notes());
    for (var section : Stream.concat(edition.first().stream(), edition.rest().stream()).toList()) {
      said.append('\n').append(section.title());
      section.lines().forEach(line -> said.append('\n').append(line.item()));
    }
    return said.toString();
  }

  private List<Draft> drafts(ChannelId channel, Language language, ZoneId zone, Instant now) {
    var posts =
        posted.in(channel).stream()
            .filter(post -> post.digest().channels().size() == 1)
            .limit(MOST)
            .toList();
    var drafts =
        posts.isEmpty()
            ? weeks(channel, language, zone, now)
            : posts.stream().flatMap(post -> asItStands(channel, post).stream());
    return drafts.filter(draft -> draft.edition().lines().findAny().isPresent()).toList();
  }

  /** A digest that was posted, with the lines that stand in it by now. */
  private Optional<Draft> asItStands(ChannelId channel, DigestPost post) {
    return editions
        .asItStands(post, nobody(channel, post.language(), post.zone()))
        .map(edition -> new Draft(post.delivery(), post.at(), edition));
  }

  /** Digests of the last whole weeks, which end with Sunday, the latest first. */
  private Stream<Draft> weeks(ChannelId channel, Language language, ZoneId zone, Instant now) {
    var monday =
        now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.rangeClosed(1, WEEKS)
        .mapToObj(monday::minusWeeks)
        .flatMap(
            first ->
                editions
                    .of(
                        channel,
                        new Period.Dates(first, first.plusDays(6)),
                        nobody(channel, language, zone))
                    .map(
                        edition ->
                            new Draft(
                                first + "/" + zone,
                                first.plusWeeks(1).atStartOfDay(zone).toInstant(),
                                edition))
                    .stream());
  }

  private static Asker nobody(ChannelId channel, Language language, ZoneId zone) {
    return new Asker(null, Audience.of(channel), language, zone);
  }

  private static String id(ChannelId channel, Draft draft) {
    var of = channel + "/" + draft.of();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}
