package ponte.schedule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestOutcome.ForYou;
import ponte.digest.Digests;
import ponte.digest.Proofreading;
import ponte.digest.Sources;
import ponte.directory.Directory;
import ponte.guide.Wording;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Postings;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.SentDigests.Sent;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * Hands digests to one reader alone, and keeps true what they got, as {@link DigestPosts} does with
 * what stands in channels. What its reader may not open any more goes from it whenever it is read
 * again, as they may not learn how it reads by now.
 */
public final class DigestLetters {

  private final SentDigests sent;
  private final Proofreading proofreading;
  private final Digests digests;
  private final Directory directory;
  private final Preferences preferences;
  private final Queue queue;
  private final Clock clock;

  public DigestLetters(
      SentDigests sent,
      Proofreading proofreading,
      Digests digests,
      Directory directory,
      Preferences preferences,
      Queue queue,
      Clock clock) {
    this.sent = sent;
    this.proofreading = proofreading;
    this.digests = digests;
    this.directory = directory;
    this.preferences = preferences;
    this.queue = queue;
    this.clock = clock;
  }

  /** Keeps one as it is sent, and gives what is to be delivered. */
  Outgoing write(DigestLetter letter) {
    var cited = proofreading.first(letter.digest());
    var kept = sent.put(letter.resting(cited, digests.otherWords(letter.outcome())));
    check(new Sent(kept.reader(), kept.delivery()), "written " + kept.revision());
    return new Outgoing(kept.delivery(), to(kept), shown(kept));
  }

  /** Has those looked at that rest on a message which was changed or taken back. */
  void heard(MessageId message, String because) {
    sent.citing(message).forEach(each -> check(each, because));
  }

  /** Has those looked at that rest on messages of a channel which are not kept any more. */
  void gone(ChannelId channel) {
    sent.citing(channel).forEach(each -> check(each, "gone " + clock.instant()));
  }

  /**
   * Takes a person who is not to be named any more, or of whom nothing is to be kept, from all that
   * others got; what is kept of that is changed when it returns.
   */
  void unname(PersonId person) {
    for (var workspace : directory.workspaces()) {
      for (var each : sent.naming(person, workspace)) {
        sent.change(
                each,
                letter -> {
                  var read = read(letter);
                  return read.revision() == letter.revision() ? read.again() : read;
                })
            .ifPresent(letter -> check(each, "without " + person + " " + letter.revision()));
      }
    }
  }

  /** Forgets all that came to a person. */
  public void forget(PersonId reader) {
    sent.forget(reader);
  }

  /** Forgets a workspace, also what its people's colleagues elsewhere got of it. */
  public void forget(WorkspaceId workspace) {
    for (var channel : directory.channels()) {
      if (channel.id().workspace().equals(workspace)) {
        sent.citing(channel.id()).stream()
            .filter(each -> !each.reader().workspace().equals(workspace))
            .forEach(
                each -> {
                  sent.change(each, letter -> without(letter, Set.of(channel.id())));
                  check(each, "forgotten " + channel.id());
                });
        sent.forget(channel.id());
      }
    }
    sent.forget(workspace);
  }

  /** Whether its reader has it already. */
  boolean isThere(PersonId reader, String delivery, Postings postings) {
    return sent.find(new Sent(reader, delivery)).isPresent()
        && postings.isWritten(reader, delivery);
  }

  /** Whether anything is kept of one. */
  boolean isKept(PersonId reader, String delivery) {
    return sent.find(new Sent(reader, delivery)).isPresent();
  }

  /** Corrects one; the last revision is handed over again by everybody who finds it. */
  List<Outgoing> correct(PersonId reader, String delivery) {
    return sent.change(new Sent(reader, delivery), this::read)
        .filter(letter -> letter.revision() > 0)
        .map(
            letter ->
                List.of(
                    new Outgoing(
                        delivery + "/corrected/" + letter.revision(),
                        new Destination.InPlaceOf(to(letter), delivery),
                        shown(letter))))
        .orElse(List.of());
  }

  private DigestLetter read(DigestLetter letter) {
    var open = directory.audienceOf(letter.reader()).channels();
    var closed = new HashSet<ChannelId>();
    letter.digest().channels().stream()
        .map(Channel::id)
        .filter(channel -> !open.contains(channel))
        .forEach(closed::add);
    var seen = without(letter, closed);
    var read = proofreading.again(seen.digest(), seen.cited());
    return seen.reading(read.digest(), still(seen, read.digest()), read.cited());
  }

  /** The same without what was said in these channels. */
  private static DigestLetter without(DigestLetter letter, Set<ChannelId> channels) {
    if (channels.isEmpty()) {
      return letter;
    }
    var digest = letter.digest();
    var left = digest.with(open(digest.items(), channels), open(digest.more(), channels));
    return letter.reading(
        left,
        letter.forYou(),
        letter.cited().stream()
            .filter(each -> !channels.contains(each.message().channel()))
            .toList());
  }

  private static List<Digest.Item> open(List<Digest.Item> items, Set<ChannelId> closed) {
    return items.stream()
        .filter(
            item -> Sources.of(item).stream().map(MessageId::channel).noneMatch(closed::contains))
        .toList();
  }

  /** Why lines matter to the reader that are still there, for nothing about those who are out. */
  private List<ForYou> still(DigestLetter letter, Digest now) {
    var lines = new HashSet<MessageId>();
    now.whole().items().forEach(item -> lines.add(item.source()));
    return letter.forYou().stream()
        .filter(each -> lines.contains(each.line()))
        .filter(
            each ->
                !(each.because() instanceof DigestOutcome.Because.Colleague(var person))
                    || !preferences.isOut(person))
        .toList();
  }

  private Reply shown(DigestLetter letter) {
    var texts = Texts.in(letter.language());
    var called =
        letter.digest().channels().stream()
            .map(channel -> directory.channel(channel.id()).orElse(channel))
            .toList();
    var outcome = letter.outcome(letter.digest().of(called));
    var told = digests.replies(letter.words(), letter.language(), letter.zone()).of(outcome);
    var blocks = new ArrayList<Block>();
    if (letter.revision() > 0 && letter.digest().items().isEmpty()) {
      blocks.add(told.blocks().getFirst());
      blocks.add(Block.Paragraph.plain(texts.say("posted.all-gone")));
    } else {
      blocks.addAll(told.blocks());
    }
    blocks.add(signature(letter, texts));
    return new Reply(letter.language(), blocks);
  }

  /** Says why it comes, and how it ends. */
  private static Block signature(DigestLetter letter, Texts texts) {
    return new Block.Note(
        RichText.plain(
            texts.say(
                "schedule.private.signature",
                Wording.of(letter.rhythm(), texts),
                Wording.of(new Command.StopDigest(letter.scope()), texts).orElseThrow())));
  }

  private static Destination to(DigestLetter letter) {
    return new Destination.Together(Set.of(letter.reader()));
  }

  private void check(Sent each, String because) {
    var now = clock.instant();
    queue.add(
        List.of(
            new Entry(
                DigestPosts.TOPIC,
                each.delivery(),
                each.delivery() + " " + because,
                Codec.write(DigestPosts.Correction.of(each, now)),
                now)));
  }
}
