package ponte.expert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Unfit;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * What people said about whether a colleague is right for a topic. Of what one account says about
 * one colleague and one topic the last word holds.
 */
public final class Opinions {

  /** An opinion is forgotten after that long. */
  static final Duration MEMORY = Duration.ofDays(730);

  private final Records records;
  private final Clock clock;

  public Opinions(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** What somebody is to a topic, in a colleague's opinion. */
  enum Verdict {
    HELPED,
    NOT_RIGHT
  }

  /**
   * What somebody said about a colleague.
   *
   * @param topic as they had put it
   * @param verdict null: not right, as it was kept before there was another
   * @param why why they are not right; null: they did not say
   * @param stranger of thanks, whether the two are not seen to have talked, and Ponte did not bring
   *     them together
   */
  record Opinion(
      PersonId by,
      String topic,
      Instant at,
      @Nullable Verdict verdict,
      @Nullable Unfit why,
      boolean stranger) {

    boolean isThanks() {
      return verdict == Verdict.HELPED;
    }

    /** The same with the reason that was given before, where it was no thanks. */
    Opinion with(Opinion before) {
      return before.isThanks() ? this : new Opinion(by, topic, at, verdict, before.why, stranger);
    }
  }

  /** What somebody said, and of whom. */
  public record Own(
      PersonId about, String topic, Instant at, boolean helped, @Nullable Unfit why) {}

  /** Keeps that somebody is not right for a topic; who gives no reason keeps the one they gave. */
  void notRight(PersonId by, PersonId person, String topic, @Nullable Unfit why) {
    say(new Opinion(by, topic, clock.instant(), Verdict.NOT_RIGHT, why, false), person);
  }

  /**
   * Keeps that somebody helped with a topic.
   *
   * @param stranger whether the two are not seen to have talked, and Ponte did not bring them
   *     together
   */
  void helped(PersonId by, PersonId person, String topic, boolean stranger) {
    say(new Opinion(by, topic, clock.instant(), Verdict.HELPED, null, stranger), person);
  }

  private void say(Opinion said, PersonId person) {
    var key = key(said.by(), person, said.topic());
    while (true) {
      var before = records.find(key);
      var opinion =
          said.why() == null ? before.map(old -> said.with(read(old))).orElse(said) : said;
      var version = before.map(Document::version).orElse(0L);
      if (records.write(
          new Write(key, Codec.write(opinion), version, null, said.at().plus(MEMORY)))) {
        return;
      }
    }
  }

  /** Takes back what somebody said about a colleague and a topic. */
  void withdraw(PersonId by, PersonId person, String topic) {
    var key = key(by, person, topic);
    while (true) {
      var said = records.find(key);
      if (said.isEmpty() || records.remove(key, said.get().version())) {
        return;
      }
    }
  }

  /** All that was said about a person. */
  List<Opinion> of(PersonId person) {
    return all(partition(person), "").stream().map(Opinions::read).toList();
  }

  /**
   * What somebody said about others.
   *
   * @param by all accounts of that person
   * @param others everybody there is
   */
  public List<Own> by(Collection<PersonId> by, List<PersonId> others) {
    var own = new ArrayList<Own>();
    for (var other : others) {
      for (var account : by) {
        all(partition(other), account + " ").stream()
            .map(Opinions::read)
            .map(said -> new Own(other, said.topic(), said.at(), said.isThanks(), said.why()))
            .forEach(own::add);
      }
    }
    return own;
  }

  /**
   * Forgets what was said about a person, and what they said about these others.
   *
   * @param others everybody there is
   */
  public void forget(PersonId person, List<PersonId> others) {
    records.drop(partition(person));
    for (var other : others) {
      all(partition(other), person + " ")
          .forEach(document -> records.remove(document.key(), document.version()));
    }
  }

  private List<Document> all(Partition partition, String prefix) {
    var all = new ArrayList<Document>();
    records.each(partition, prefix, all::add);
    return all;
  }

  private static Opinion read(Document document) {
    return Codec.read(document.content(), Opinion.class);
  }

  /** Named as when there were objections only. */
  private static Partition partition(PersonId person) {
    return new Partition("objections", person.toString());
  }

  private static Key key(PersonId by, PersonId person, String topic) {
    return partition(person)
        .key(by + " " + UUID.nameUUIDFromBytes(topic.getBytes(StandardCharsets.UTF_8)));
  }
}
