package ponte.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Which channels have a feed. Of the secret that the address of one ends with, only a hash is kept:
 * it is told once, and lost it is made anew. What was ended is kept as ended, so that its address
 * can be told to be gone.
 */
public final class Feeds {

  private static final int SECRET_BYTES = 32;
  private static final int MOST = 1_000;

  private final Records records;
  private final RandomGenerator random;
  private final Clock clock;

  public Feeds(Records records, Clock clock) {
    this(records, new SecureRandom(), clock);
  }

  Feeds(Records records, RandomGenerator random, Clock clock) {
    this.records = records;
    this.random = random;
    this.clock = clock;
  }

  /** A feed that somebody switched on. */
  public record Own(ChannelId channel, Instant since) {}

  /**
   * Switches the feed of a channel on, or gives it another address: the one before leads nowhere
   * then.
   *
   * @return the secret that its address ends with: letters, digits, {@code -} and {@code _}
   */
  public String open(ChannelId channel, PersonId by) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    while (true) {
      var before = records.find(key(channel));
      var issues = before.map(Feeds::read).map(Feed::issues).orElse(Map.of());
      var feed = Codec.write(new Feed(channel, by, clock.instant(), hash(secret), issues));
      var write =
          before
              .map(old -> Write.replace(old, feed))
              .orElseGet(() -> Write.create(key(channel), feed));
      if (records.write(write)) {
        return secret;
      }
    }
  }

  /** Switches the feed of a channel off; its address leads nowhere from then on. */
  public void close(ChannelId channel) {
    records
        .find(key(channel))
        .ifPresent(
            feed -> {
              if (!records.remove(feed.key(), feed.version())) {
                close(channel);
              }
            });
  }

  /**
   * Ends the feed of a channel that is not everybody's any more, for good: its address does not
   * lead there again, whatever becomes of the channel. Somebody may switch on another one then.
   */
  public void end(ChannelId channel) {
    var kept = records.find(key(channel)).filter(feed -> !read(feed).isEnded());
    if (kept.isPresent()
        && !records.write(
            Write.replace(kept.get(), Codec.write(read(kept.get()).ended(clock.instant()))))) {
      end(channel);
    }
  }

  /** The feed of a channel that has one. */
  public Optional<Feed> of(ChannelId channel) {
    return records.find(key(channel)).map(Feeds::read).filter(feed -> !feed.isEnded());
  }

  /** The feed of a channel, for who knows its secret; one that was ended, too. */
  public Optional<Feed> find(ChannelId channel, String secret) {
    var told = hash(secret).getBytes(StandardCharsets.US_ASCII);
    return records
        .find(key(channel))
        .map(Feeds::read)
        .filter(
            feed -> MessageDigest.isEqual(told, feed.secret().getBytes(StandardCharsets.US_ASCII)));
  }

  /** Keeps how the issues of a feed read by now, unless the feed has changed meanwhile. */
  void keep(Feed feed, Map<String, Feed.Stamp> issues) {
    records
        .find(key(feed.channel()))
        .filter(kept -> read(kept).secret().equals(feed.secret()) && !read(kept).isEnded())
        .ifPresent(
            kept -> records.write(Write.replace(kept, Codec.write(read(kept).reading(issues)))));
  }

  /** Those that a person switched on. */
  public List<Own> of(PersonId person) {
    return by(person).stream().map(feed -> new Own(feed.channel(), feed.since())).toList();
  }

  /** Ends those that a person switched on. */
  public void forget(PersonId person) {
    by(person).stream().map(Feed::channel).forEach(this::close);
  }

  /** Ends those of a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private List<Feed> by(PersonId person) {
    return records.list(partition(person.workspace()), "", MOST).stream()
        .map(Feeds::read)
        .filter(feed -> feed.by().equals(person))
        .toList();
  }

  /** SHA-256, in hexadecimal digits. */
  static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Feed read(Document document) {
    return Codec.read(document.content(), Feed.class);
  }

  private static Key key(ChannelId channel) {
    return partition(channel.workspace()).key(channel.value());
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("digest-feeds", workspace.value());
  }
}
