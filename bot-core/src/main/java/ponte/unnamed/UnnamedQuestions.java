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
import ponte.consent.Confidentiality;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.introduction.Matter;
import ponte.introduction.StandingQuestions;
import ponte.nudge.Effects;
import ponte.prompt.Prompt;
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
  private final Questions standing;
  private final Effects effects;
  private final RandomGenerator chance = new SecureRandom();
  private final Clock clock;

  public UnnamedQuestions(Records records, Questions standing, Effects effects, Clock clock) {
    this.records = records;
    this.standing = standing;
    this.effects = effects;
    this.clock = clock;
  }

  /** Leads from an asker to a question of theirs. */
  private record Sign(String id) {}

  /**
   * That somebody is to be asked, or was.
   *
   * @param said what they said last; null: nothing
   */
  record Put(String question, Instant at, @Nullable Rsvp said) {}

  /**
   * A question as its asker has it.
   *
   * @param words none where they were taken out of their channel
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
      return find(asker, words, place);
    }
    // The name first, so that no question is ever kept that its asker does not lead to.
    var id = name(sign(asker, words, place));
    while (true) {
      var known = kept(id);
      if (known.isPresent()) {
        return known;
      }
      var now = clock.instant();
      var question =
          new UnnamedQuestion(
              id,
              chance(),
              asker,
              place == null ? words : "",
              place,
              now,
              people,
              people.size(),
              0,
              false);
      records.write(Write.create(key(id), Codec.write(question)).expiring(now.plus(KEEP)));
    }
  }

  /** The name to which a sign leads, made once. */
  private String name(Key sign) {
    while (true) {
      var known = records.find(sign);
      if (known.isPresent()) {
        return signed(known.get());
      }
      records.write(
          Write.create(sign, Codec.write(new Sign(chance()))).expiring(clock.instant().plus(KEEP)));
    }
  }

  /** The same question of the same asker, where it was asked already. */
  Optional<UnnamedQuestion> find(PersonId asker, String words, @Nullable MessageId place) {
    return records
        .find(sign(asker, words, place))
        .map(UnnamedQuestions::signed)
        .flatMap(this::kept);
  }

  /**
   * A question in the words that colleagues read now; empty: it is not kept, does not stand in its
   * channel any more, or is not to be passed on.
   */
  Optional<UnnamedQuestion> find(String id) {
    return kept(id).flatMap(this::read);
  }

  private Optional<UnnamedQuestion> read(UnnamedQuestion question) {
    var place = question.place();
    return place == null
        ? Optional.of(question)
        : standing
            .standing(place)
            .filter(message -> !Confidentiality.isMarked(message.text()))
            .map(StandingQuestions::topic)
            .filter(words -> !words.isBlank())
            .map(question::reading);
  }

  private Optional<UnnamedQuestion> kept(String id) {
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

  /** The questions of an asker, those that stand in channels without words. */
  List<UnnamedQuestion> all(PersonId asker) {
    return records.list(signs(asker), "", MOST).stream()
        .flatMap(sign -> kept(signed(sign)).stream())
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

  /** The questions of which somebody was told, not those that are yet to be put to them. */
  List<Put> told(PersonId invited) {
    return planned(invited).stream()
        .filter(put -> effects.isShown(invited, Prompt.Unnamed.keys(put.question(), invited)))
        .toList();
  }

  /** Whether a matter of a channel is, or is to be, put to somebody without its asker's name. */
  boolean isPlanned(PersonId invited, String matter) {
    return planned(invited).stream()
        .flatMap(put -> kept(put.question()).stream())
        .map(UnnamedQuestion::place)
        .anyMatch(place -> place != null && Matter.idOf(place).equals(matter));
  }

  /** The questions that are, or are to be, put to somebody, as they read now. */
  List<UnnamedQuestion> putTo(PersonId invited) {
    return planned(invited).stream().flatMap(put -> find(put.question()).stream()).toList();
  }

  /** Whether somebody was invited, by its asker's name, to what stands in a channel. */
  boolean isInvited(PersonId invited, MessageId place) {
    return effects.isShown(invited, Prompt.Invite.keys(Matter.idOf(place), invited));
  }

  private List<Put> planned(PersonId invited) {
    return records.list(puts(invited), "", MOST).stream()
        .map(document -> Codec.read(document.content(), Put.class))
        .toList();
  }

  /** What is kept of a person: of questions of others their words, and nothing of their askers. */
  public Kept of(PersonId person) {
    return new Kept(
        all(person).stream()
            .map(each -> read(each).orElse(each))
            .map(each -> new Own(each.words(), each.at(), each.asked(), each.answers()))
            .toList(),
        told(person).stream()
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
    for (var put : planned(person)) {
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

  private static Key sign(PersonId asker, String words, @Nullable MessageId place) {
    var asked = place == null ? words : Matter.idOf(place);
    var name = UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8));
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
