package ponte.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.digest.Cited;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The digests that were posted lately, with the lines that stand in them, so that what is taken
 * back can be taken from them, too. After {@link #KEPT} nothing of a post is kept.
 */
public final class PostedDigests {

  /** For so long a post is kept, and kept true. */
  public static final Duration KEPT = Duration.ofDays(35);

  private static final int PAGE = 1_000;

  private static final String POST = "post ";
  private static final String CITES = "cites ";

  private final Records records;
  private final int page;

  public PostedDigests(Records records) {
    this(records, PAGE);
  }

  /**
   * Posts that are read by pages.
   *
   * @param page how many documents are read at once, at least 1
   */
  PostedDigests(Records records, int page) {
    this.records = records;
    this.page = page;
  }

  /**
   * That a digest was posted, without its lines.
   *
   * @param first the first day it covers, on its own clock
   * @param last the last one
   */
  public record Posted(
      String delivery, ChannelId channel, Instant at, LocalDate first, LocalDate last) {}

  /**
   * Keeps one, before it is handed over; the same one twice is one.
   *
   * @return what is kept of it, which is what is to be handed over
   */
  public DigestPost add(DigestPost post) {
    var expires = post.at().plus(KEPT);
    var writes = new ArrayList<Write>();
    writes.add(Write.create(key(post), Codec.write(post)).expiring(expires));
    post.cited().stream()
        .map(Cited::message)
        .distinct()
        .map(message -> partition(post.channel()).key(cites(message) + post.delivery()))
        .forEach(key -> writes.add(Write.create(key, post.delivery()).expiring(expires)));
    var kept = records.writeAll(writes) ? post : find(post.channel(), post.delivery()).orElse(post);
    var posted =
        new Posted(kept.delivery(), kept.channel(), kept.at(), kept.firstDay(), kept.lastDay());
    records.write(
        Write.create(
                partition(kept.channel().workspace()).key(kept.at() + " " + kept.delivery()),
                Codec.write(posted))
            .expiring(expires));
    return kept;
  }

  /** Those of a workspace, the latest first. */
  public List<Posted> in(WorkspaceId workspace) {
    return list(partition(workspace), "").stream()
        .map(document -> Codec.read(document.content(), Posted.class))
        .toList()
        .reversed();
  }

  /** Those of a channel with their lines, as they read by now, the latest first. */
  public List<DigestPost> in(ChannelId channel) {
    return list(partition(channel), POST).stream()
        .map(PostedDigests::read)
        .sorted(Comparator.comparing(DigestPost::at).reversed())
        .toList();
  }

  /** One of a channel; empty where it was posted too long ago. */
  public Optional<DigestPost> find(ChannelId channel, String delivery) {
    return records.find(key(channel, delivery)).map(PostedDigests::read);
  }

  /** The posts of a channel, by their deliveries, that rest on a message of it. */
  List<String> citing(MessageId message) {
    return list(partition(message.channel()), cites(message)).stream()
        .map(Document::content)
        .toList();
  }

  /**
   * Changes what is kept of a post and gives it as it is then; empty where nothing is kept of it.
   */
  Optional<DigestPost> change(
      ChannelId channel, String delivery, UnaryOperator<DigestPost> change) {
    while (true) {
      var old = records.find(key(channel, delivery));
      if (old.isEmpty()) {
        return Optional.empty();
      }
      var before = read(old.get());
      var after = change.apply(before);
      if (after.equals(before) || records.write(Write.replace(old.get(), Codec.write(after)))) {
        return Optional.of(after);
      }
    }
  }

  /** Forgets those of a channel that were posted before a moment. */
  void forget(ChannelId channel, Instant before) {
    var old = in(channel).stream().filter(post -> post.at().isBefore(before)).toList();
    for (var post : old) {
      post.cited().stream()
          .map(Cited::message)
          .distinct()
          .map(message -> partition(channel).key(cites(message) + post.delivery()))
          .forEach(this::remove);
      remove(partition(channel.workspace()).key(post.at() + " " + post.delivery()));
      remove(key(post));
    }
  }

  private void remove(Key key) {
    while (true) {
      var document = records.find(key);
      if (document.isEmpty() || records.remove(key, document.get().version())) {
        return;
      }
    }
  }

  /** Forgets those of a workspace. */
  public void forget(WorkspaceId workspace) {
    in(workspace).stream()
        .map(Posted::channel)
        .distinct()
        .forEach(channel -> records.drop(partition(channel)));
    records.drop(partition(workspace));
  }

  /** All documents whose ids begin with this, in order of id. */
  private List<Document> list(Partition partition, String prefix) {
    var all = new ArrayList<Document>();
    var after = prefix;
    while (true) {
      var next = records.list(partition, after, page);
      for (var document : next) {
        if (!document.key().id().startsWith(prefix)) {
          return all;
        }
        all.add(document);
      }
      if (next.size() < page) {
        return all;
      }
      after = next.getLast().key().id();
    }
  }

  private static DigestPost read(Document document) {
    return Codec.read(document.content(), DigestPost.class);
  }

  private static Key key(DigestPost post) {
    return key(post.channel(), post.delivery());
  }

  private static Key key(ChannelId channel, String delivery) {
    return partition(channel).key(POST + delivery);
  }

  private static String cites(MessageId message) {
    return CITES + message.value() + " ";
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("posted-digests", workspace.value());
  }

  private static Partition partition(ChannelId channel) {
    return new Partition("digest-posts", channel.toString());
  }
}
