package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.Audit;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Cited;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.digest.Proofreading;
import ponte.directory.Directory;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Postings;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * Hands digests to channels, and keeps true what stands there: what was taken back disappears from
 * it, what was edited is quoted as it reads now, and nobody stays in it who opted out.
 *
 * <p>What is to stand there is kept before it is handed over, and changed before the change is.
 * Whoever does the same again, since somebody else died with it, hands over the same under the same
 * key. Nothing is corrected before it is there, so that a correction never comes first; and each
 * post is read once more after it was kept, for what happened while it was made.
 */
public final class DigestPosts {

  /** The topic of corrections. */
  public static final String TOPIC = "digest-corrections";

  /** A post that is not there is looked for so often, and no longer than {@link #LATEST}. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private static final Duration LATEST = Duration.ofDays(2);

  private static final Logger log = LoggerFactory.getLogger(DigestPosts.class);

  private final PostedDigests posted;
  private final Proofreading proofreading;
  private final Digests digests;
  private final PostReplies replies;
  private final DigestLetters letters;
  private final Queue queue;
  private final Audit audit;
  private final Clock clock;

  /**
   * @param letters what came to one reader alone, which is changed by the same
   */
  public DigestPosts(
      PostedDigests posted,
      DigestLetters letters,
      Proofreading proofreading,
      Digests digests,
      Directory directory,
      Queue queue,
      Audit audit,
      Clock clock) {
    this.posted = posted;
    this.letters = letters;
    this.proofreading = proofreading;
    this.digests = digests;
    this.replies = new PostReplies(digests, directory);
    this.queue = queue;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A post that may have to be corrected.
   *
   * @param channel where it stands; null: it came to one reader alone
   * @param since when that became known
   * @param reader to whom it came alone; null: it stands in a channel
   */
  public record Correction(
      @Nullable ChannelId channel, String delivery, Instant since, @Nullable PersonId reader) {

    static Correction of(SentDigests.Sent sent, Instant since) {
      return new Correction(null, sent.delivery(), since, sent.reader());
    }

    /** Where it went. */
    public Destination to() {
      return reader == null
          ? new Destination.InChannel(Objects.requireNonNull(channel))
          : new Destination.Together(Set.of(reader));
    }
  }

  /** What is to be done about one. */
  public sealed interface Corrected {

    /** These are to be delivered; none where it reads as it should. */
    record Say(List<Outgoing> outgoing) implements Corrected {
      public Say {
        outgoing = List.copyOf(outgoing);
      }
    }

    /** It is not there yet. */
    record Wait(Instant until) implements Corrected {}
  }

  /**
   * Keeps a digest as it is posted, with its main lines in the channel and the rest under them.
   *
   * @param post with what was made; the same one a second time is the first
   * @return what is to be delivered, in this order; nothing where it was handed over so long ago
   *     that its key may not be known any more
   */
  public List<Outgoing> post(DigestPost post) {
    var before = posted.find(post.channel(), post.delivery());
    if (before.isPresent() && isForgotten(before.get())) {
      return List.of();
    }
    if (before.isEmpty()) {
      audit.note(Audit.Deed.DIGEST_POSTED, post.channel().toString(), 0);
    }
    var cited = proofreading.first(post.digest());
    var kept = posted.add(post.resting(cited, otherWords(post.digest())));
    check(kept.channel(), kept.delivery(), "posted");
    var outgoing = new ArrayList<Outgoing>();
    var channel = new Destination.InChannel(kept.channel());
    outgoing.add(new Outgoing(kept.delivery(), channel, replies.shown(kept)));
    if (kept.continued()) {
      var under = new Destination.Under(kept.channel(), kept.delivery());
      outgoing.add(new Outgoing(rest(kept.delivery()), under, replies.rest(kept)));
    }
    return outgoing;
  }

  /** Whether it would be taken for a new one: it was handed over no sooner than it was made. */
  private boolean isForgotten(DigestPost post) {
    return !clock.instant().isBefore(post.at().plus(Queue.MEMORY));
  }

  /** For the lines that are read first before the others, as there may be too many. */
  private Map<String, String> otherWords(Digest digest) {
    var words = new HashMap<String, String>();
    for (var items : List.of(digest.items(), digest.more())) {
      words.putAll(digests.otherWords(new DigestOutcome.Written(digest.with(items, List.of()))));
    }
    return words;
  }

  /** Has the posts looked at that rest on messages that were changed or taken back. */
  public void heard(List<Event.Talk> talk) {
    var since = clock.instant().minus(PostedDigests.KEPT);
    for (var event : talk) {
      if (mayChangeAPost(event) && !event.at().isBefore(since)) {
        for (var delivery : posted.citing(event.message())) {
          check(event.message().channel(), delivery, event.id().value());
        }
        letters.heard(event.message(), event.id().value());
      }
    }
  }

  /** Has the posts of a channel looked at that rest on messages which are not kept any more. */
  public void gone(ChannelId channel, Set<MessageId> messages) {
    if (messages.isEmpty()) {
      return;
    }
    letters.gone(channel);
    for (var post : posted.in(channel)) {
      if (post.cited().stream().map(Cited::message).anyMatch(messages::contains)) {
        check(channel, post.delivery(), "gone " + clock.instant());
      }
    }
  }

  /**
   * Keeps nothing any more of the posts of a channel that were made before a moment; what stands in
   * the channel is the platform's then.
   */
  public void forget(ChannelId channel, Instant before) {
    posted.forget(channel, before);
  }

  private static boolean mayChangeAPost(Event.Talk event) {
    return switch (event) {
      case Event.Talk.Edited _, Event.Talk.Deleted _ -> true;
      case Event.Talk.Posted(_, var message) -> message.edited();
      case Event.Talk.Reacted _, Event.Talk.Unreacted _ -> false;
    };
  }

  /**
   * Takes a person who is not to be named any more, or of whom nothing is to be kept, from all
   * posts; what is kept of them is changed when it returns.
   */
  public void forget(PersonId person) {
    letters.unname(person);
    for (var mention : posted.in(person.workspace())) {
      posted
          .find(mention.channel(), mention.delivery())
          .filter(post -> post.names(person))
          .flatMap(
              _ ->
                  posted.change(
                      mention.channel(),
                      mention.delivery(),
                      post -> {
                        var read = read(post.notSharedBy(person));
                        return read.revision() == post.revision() ? read.again() : read;
                      }))
          .ifPresent(
              post ->
                  check(
                      post.channel(),
                      post.delivery(),
                      "without " + person + " " + post.revision()));
    }
  }

  private void check(ChannelId channel, String delivery, String because) {
    var now = clock.instant();
    queue.add(
        List.of(
            new Entry(
                TOPIC,
                delivery,
                delivery + " " + because,
                Codec.write(new Correction(channel, delivery, now, null)),
                now)));
  }

  /** Corrects a post, if it does not read as it should. */
  public Corrected correct(Correction correction, Postings postings) {
    var reader = correction.reader();
    var delivery = correction.delivery();
    if (reader != null) {
      return letters.isKept(reader, delivery)
          ? corrected(
              correction,
              postings.isWritten(reader, delivery),
              () -> letters.correct(reader, delivery))
          : new Corrected.Say(List.of());
    }
    var channel = Objects.requireNonNull(correction.channel());
    return posted.find(channel, delivery).isPresent()
        ? corrected(
            correction,
            postings.posted(channel, delivery).isPresent(),
            () ->
                posted
                    .change(channel, delivery, this::read)
                    .map(this::corrections)
                    .orElse(List.of()))
        : new Corrected.Say(List.of());
  }

  private Corrected corrected(
      Correction correction, boolean isThere, Supplier<List<Outgoing>> corrections) {
    if (isThere) {
      return new Corrected.Say(corrections.get());
    }
    var now = clock.instant();
    if (correction.since().plus(LATEST).isBefore(now)) {
      log.atWarn()
          .addKeyValue("delivery", correction.delivery())
          .log("digest not corrected, it is not there");
      return new Corrected.Say(List.of());
    }
    return new Corrected.Wait(now.plus(LOOK));
  }

  private DigestPost read(DigestPost post) {
    var read = proofreading.again(post.digest(), post.cited());
    return post.reading(read.digest(), read.cited());
  }

  /** The last revision is handed over again by everybody who finds it: it goes out once. */
  private List<Outgoing> corrections(DigestPost post) {
    if (post.revision() == 0) {
      return List.of();
    }
    var key = post.delivery() + "/corrected/" + post.revision();
    var outgoing = new ArrayList<Outgoing>();
    var channel = new Destination.InChannel(post.channel());
    outgoing.add(
        new Outgoing(
            key, new Destination.InPlaceOf(channel, post.delivery()), replies.shown(post)));
    if (post.continued()) {
      var under = new Destination.Under(post.channel(), post.delivery());
      outgoing.add(
          new Outgoing(
              rest(key),
              new Destination.InPlaceOf(under, rest(post.delivery())),
              replies.rest(post)));
    }
    return outgoing;
  }

  private static String rest(String delivery) {
    return delivery + "/rest";
  }
}
