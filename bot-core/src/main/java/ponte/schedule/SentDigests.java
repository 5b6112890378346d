package ponte.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.digest.Cited;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The digests that came to one reader alone lately, with the lines that stand in them, kept as long
 * as those that were posted and for the same reason.
 */
public final class SentDigests {

  private final Records records;

  public SentDigests(Records records) {
    this.records = records;
  }

  /** One of them. */
  record Sent(PersonId reader, String delivery) {}

  /**
   * That a digest came to somebody.
   *
   * @param channels that it is of
   * @param lines how many stand in it
   */
  public record Own(Instant at, List<ChannelId> channels, int lines) {}

  /** Keeps one before it is handed over, in the place of one that was not said so far. */
  DigestLetter put(DigestLetter letter) {
    var expires = letter.at().plus(PostedDigests.KEPT);
    cited(letter)
        .forEach(
            message ->
                records.write(
                    Write.create(
                            cites(message, letter.delivery()),
                            Codec.write(new Sent(letter.reader(), letter.delivery())))
                        .expiring(expires)));
    var key = key(letter.reader(), letter.delivery());
    while (true) {
      var before = records.find(key);
      var kept = before.map(old -> letter.insteadOf(read(old))).orElse(letter);
      var write =
          before
              .map(old -> Write.replace(old, Codec.write(kept)))
              .orElseGet(() -> Write.create(key, Codec.write(kept)).expiring(expires));
      if (records.write(write)) {
        return kept;
      }
    }
  }

  Optional<DigestLetter> find(Sent sent) {
    return records.find(key(sent.reader(), sent.delivery())).map(SentDigests::read);
  }

  /** Changes what is kept of one and gives it as it is then; empty where nothing is kept of it. */
  Optional<DigestLetter> change(Sent sent, UnaryOperator<DigestLetter> change) {
    return records.change(key(sent.reader(), sent.delivery()), DigestLetter.class, change);
  }

  /** Those that rest on a message. */
  List<Sent> citing(MessageId message) {
    var sent = new ArrayList<Sent>();
    var prefix = message.value() + " ";
    records.each(
        partition(message.channel()),
        prefix,
        document -> sent.add(Codec.read(document.content(), Sent.class)));
    return sent;
  }

  /** Those that rest on any message of a channel. */
  Set<Sent> citing(ChannelId channel) {
    var sent = new ArrayList<Sent>();
    records.each(
        partition(channel), "", document -> sent.add(Codec.read(document.content(), Sent.class)));
    return Set.copyOf(sent);
  }

  /** Those of a workspace that name somebody. */
  List<Sent> naming(PersonId person, WorkspaceId workspace) {
    var sent = new ArrayList<Sent>();
    records.each(
        partition(workspace),
        "",
        document -> {
          // To read all of them would be dear.
          if (document.content().contains('"' + person.toString() + '"')) {
            var letter = read(document);
            if (letter.names(person)) {
              sent.add(new Sent(letter.reader(), letter.delivery()));
            }
          }
        });
    return sent;
  }

  /** Those that came to a person. */
  public List<Own> of(PersonId reader) {
    return to(reader).stream()
        .map(
            letter ->
                new Own(
                    letter.at(),
                    letter.digest().channels().stream().map(Channel::id).toList(),
                    letter.digest().items().size()))
        .toList();
  }

  /** Forgets those that came to a person. */
  public void forget(PersonId reader) {
    for (var letter : to(reader)) {
      cited(letter).forEach(message -> records.remove(cites(message, letter.delivery())));
      records.remove(key(reader, letter.delivery()));
    }
  }

  /** Forgets which rest on messages of a channel. */
  void forget(ChannelId channel) {
    records.drop(partition(channel));
  }

  /** Forgets those that came to people of a workspace. */
  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private List<DigestLetter> to(PersonId reader) {
    var letters = new ArrayList<DigestLetter>();
    records.each(
        partition(reader.workspace()),
        reader.value() + " ",
        document -> letters.add(read(document)));
    letters.removeIf(letter -> !letter.reader().equals(reader));
    return letters;
  }

  /** All documents whose ids begin with this, some at a time. */
  private static Set<MessageId> cited(DigestLetter letter) {
    return letter.cited().stream().map(Cited::message).collect(Collectors.toUnmodifiableSet());
  }

  private static DigestLetter read(Document document) {
    return Codec.read(document.content(), DigestLetter.class);
  }

  private static Key key(PersonId reader, String delivery) {
    return partition(reader.workspace()).key(reader.value() + " " + delivery);
  }

  private static Key cites(MessageId message, String delivery) {
    return partition(message.channel()).key(message.value() + " " + delivery);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("sent-digests", workspace.value());
  }

  private static Partition partition(ChannelId channel) {
    return new Partition("sent-digests-cite", channel.toString());
  }
}
