package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What people were brought together for, kept until nobody asks about it any more. */
public final class Matters {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final int MOST = 1_000;

  private final Records records;
  private final Clock clock;

  public Matters(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Leads from a channel to a question that was asked there. */
  private record Sign(PersonId asker, String matter) {}

  /** Keeps what was begun, once; of a question in a channel the channel learns, too. */
  public void begin(Matter matter) {
    var until = clock.instant().plus(KEEP);
    matter
        .channel()
        .ifPresent(
            channel -> {
              var sign = new Sign(matter.asker(), matter.id());
              records.write(
                  Write.create(signs(channel).key(sign(matter)), Codec.write(sign))
                      .expiring(until));
            });
    records.write(
        Write.create(key(matter.asker(), matter.id()), Codec.write(matter)).expiring(until));
  }

  /** Its asker wants what they took back before. */
  void beginAgain(Matter matter) {
    change(
        matter.asker(),
        matter.id(),
        before -> before.ending() == Matter.Ending.TAKEN_BACK ? matter : before);
  }

  /** What was begun for a person under this id. */
  public Optional<Matter> find(PersonId asker, String id) {
    return records.find(key(asker, id)).map(Matters::read);
  }

  /** Whether something was begun for a person under this id, and nothing became of it yet. */
  boolean isOpen(PersonId asker, String id) {
    return find(asker, id).filter(matter -> matter.ending() == null).isPresent();
  }

  /** Changes what is kept and gives it as it is then; empty where there is nothing. */
  Optional<Matter> change(PersonId asker, String id, UnaryOperator<Matter> change) {
    return records.change(key(asker, id), Matter.class, change);
  }

  /** Keeps in which words it is put now. */
  public void reword(PersonId asker, String id, String topic) {
    change(asker, id, matter -> matter.about(topic));
  }

  /** Keeps what became of what was begun for a person under this id. */
  public void end(PersonId asker, String id, Matter.Ending ending) {
    change(asker, id, matter -> matter.ending(ending));
  }

  /** The questions that were asked in a channel lately. */
  List<Matter> in(ChannelId channel) {
    return records.list(signs(channel), "", MOST).stream()
        .map(document -> Codec.read(document.content(), Sign.class))
        .flatMap(sign -> find(sign.asker(), sign.matter()).stream())
        .toList();
  }

  /** All that was begun for a person lately. */
  public List<Matter> of(PersonId asker) {
    return records.list(partition(asker), "", MOST).stream().map(Matters::read).toList();
  }

  /** Forgets what was begun for a person. */
  public void forget(PersonId asker) {
    for (var matter : of(asker)) {
      matter
          .channel()
          .flatMap(channel -> records.find(signs(channel).key(sign(matter))))
          .ifPresent(sign -> records.remove(sign.key(), sign.version()));
    }
    records.drop(partition(asker));
  }

  /** Forgets what was begun in a channel before a moment. */
  public void forget(ChannelId channel, Instant before) {
    for (var matter : before(channel, before)) {
      records.remove(signs(channel).key(sign(matter)));
      records.remove(key(matter.asker(), matter.id()));
    }
  }

  /** What was begun in a channel before a moment. */
  public List<Matter> before(ChannelId channel, Instant before) {
    return in(channel).stream().filter(matter -> matter.at().isBefore(before)).toList();
  }

  private static Matter read(Document document) {
    return Codec.read(document.content(), Matter.class);
  }

  private static Partition partition(PersonId asker) {
    return new Partition("matters", asker.toString());
  }

  private static Key key(PersonId asker, String id) {
    return partition(asker).key(id);
  }

  private static Partition signs(ChannelId channel) {
    return new Partition("matters-in", channel.toString());
  }

  private static String sign(Matter matter) {
    return matter.asker() + " " + matter.id();
  }
}
