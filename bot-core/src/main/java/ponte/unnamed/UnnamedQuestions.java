package ponte.unnamed;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Rsvp;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The questions whose askers are not told. Who asked stands in the question alone, under a name
 * made by chance; what is kept of those who are asked has that name and nothing else of it.
 */
public final class UnnamedQuestions {

  /** Within that time somebody has so many asked. */
  static final Duration SPAN = Duration.ofDays(7);

  private static final Duration KEEP = Duration.ofDays(14);
  private static final int MOST = 100;
  private static final int NAME_BYTES = 16;

  private final Records records;
  private final RandomGenerator chance;
  private final Clock clock;

  public UnnamedQuestions(Records records, Clock clock) {
    this(records, new SecureRandom(), clock);
  }

  UnnamedQuestions(Records records, RandomGenerator chance, Clock clock) {
    this.records = records;
    this.chance = chance;
    this.clock = clock;
  }

  /** Leads from an asker to a question of theirs. */
  private record Sign(String id) {}

  /**
   * That somebody is asked, or was.
   *
   * @param said what they said last; null: nothing
   */
  record Put(String question, Instant at, @Nullable Rsvp said) {}

  /**
   * A question as its asker has it.
   *
   * @param asked how many colleagues are asked, never who
   */
  public record Own(String words, Instant at, int asked, int answers) {}

  /** A question as somebody has it who was asked. */
  public record Received(String words, Instant at, @Nullable Rsvp said) {}

  /** What is kept of one person. */
  public record Kept(List<Own> own, List<Received> received) {
    public Kept {
      own = List.copyOf(own);
      received = List.copyOf(received);
    }

    /** The same with that of another account. */
    public Kept with(Kept other) {
      return new Kept(
          Stream.concat(own.stream(), other.own.stream()).toList(),
          Stream.concat(received.stream(), other.received.stream()).toList());
    }
  }

  /**
   * Keeps a question, once for the same words of the same asker, and who is to be asked.
   *
   * @param people who is, where it is not kept yet
   * @return as it is kept; empty where it is not, and there is nobody
   */
  Optional<UnnamedQuestion> begin(
      PersonId asker, String words, @Nullable MessageId place, List<PersonId> people) {
    if (people.isEmpty()) {
      return find(asker, words);
    }
    // The name first, so that no question is ever kept that its asker does not lead to.
    var id = name(asker, words);
    while (true) {
      var known = find(id);
      if (known.isPresent()) {
        return known;
      }
      var now = clock.instant();
      var question =
          new UnnamedQuestion(
              id, chance(), asker, words, place, now, people, people.size(), 0, false);
      records.write(Write.create(key(id), Codec.write(question)).expiring(now.plus(KEEP)));
    }
  }

  /** The name by which an asker's words are known, made once. */
  private String name(PersonId asker, String words) {
    var sign = sign(asker, words);
    while (true) {
      var known = records.find(sign);
      if (known.isPresent()) {
        return signed(known.get());
      }
      records.write(
          Write.create(sign, Codec.write(new Sign(chance()))).expiring(clock.instant().plus(KEEP)));
    }
  }

  /** The same words of the same asker, where they were asked already. */
  Optional<UnnamedQuestion> find(PersonId asker, String words) {
    return records.find(sign(asker, words)).map(UnnamedQuestions::signed).flatMap(this::find);
  }

  Optional<UnnamedQuestion> find(String id) {
    return records
        .find(key(id))
        .map(document -> Codec.read(document.content(), UnnamedQuestion.class));
  }

  /** The question that an asker knows by this name. */
  Optional<UnnamedQuestion> ofAsker(PersonId asker, String back) {
    return all(asker).stream().filter(each -> each.back().equals(back)).findFirst();
  }

  Optional<UnnamedQuestion> change(String id, UnaryOperator<UnnamedQuestion> change) {
    return records.change(key(id), UnnamedQuestion.class, change);
  }

  /** The questions of an asker. */
  List<UnnamedQuestion> all(PersonId asker) {
    return records.list(signs(asker), "", MOST).stream()
        .flatMap(sign -> find(signed(sign)).stream())
        .toList();
  }

  /** Somebody is to be asked; once for each question. */
  void put(UnnamedQuestion question, PersonId invited) {
    var put = new Put(question.id(), clock.instant(), null);
    records.write(
        Write.create(puts(invited).key(question.id()), Codec.write(put))
            .expiring(question.at().plus(KEEP)));
  }

  /** What somebody was asked of a question; empty: they were not. */
  Optional<Put> put(String question, PersonId invited) {
    return records
        .find(puts(invited).key(question))
        .map(document -> Codec.read(document.content(), Put.class));
  }

  /** Keeps what somebody said who was asked. */
  void said(String question, PersonId invited, Rsvp said) {
    records.change(
        puts(invited).key(question),
        Put.class,
        put -> new Put(question, put.at(), put.said() == Rsvp.ACCEPT ? Rsvp.ACCEPT : said));
  }

  /** The questions that were put to somebody. */
  List<Put> puts(PersonId invited, int most) {
    return records.list(puts(invited), "", most).stream()
        .map(document -> Codec.read(document.content(), Put.class))
        .toList();
  }

  /** What is kept of a person: of questions of others their words, and nothing of their askers. */
  public Kept of(PersonId person) {
    return new Kept(
        all(person).stream()
            .map(each -> new Own(each.words(), each.at(), each.asked(), each.answers()))
            .toList(),
        puts(person, MOST).stream()
            .flatMap(
                put ->
                    find(put.question()).stream()
                        .map(each -> new Received(each.words(), put.at(), put.said())))
            .toList());
  }

  /** Forgets what a person asked and what they were asked. */
  public void forget(PersonId person) {
    all(person).forEach(each -> records.remove(key(each.id())));
    records.drop(signs(person));
    for (var put : puts(person, MOST)) {
      change(put.question(), each -> each.without(person));
    }
    records.drop(puts(person));
  }

  private String chance() {
    var bytes = new byte[NAME_BYTES];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String signed(Document sign) {
    return Codec.read(sign.content(), Sign.class).id();
  }

  private static Key sign(PersonId asker, String words) {
    var name = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    return signs(asker).key(name.toString());
  }

  private static Partition signs(PersonId asker) {
    return new Partition("unnamed-asked", asker.toString());
  }

  private static Partition puts(PersonId invited) {
    return new Partition("unnamed-put", invited.toString());
  }

  private static Key key(String id) {
    return new Partition("unnamed", id).key("question");
  }
}
