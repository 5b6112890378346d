package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Filed;
import ponte.consent.WrittenNames;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.nlp.Language;

/** One look at what was said: which terms are in it, and what people call what they stand for. */
final class Look {

  private static final int MESSAGES_TO_READ = 16;
  private static final int BESIDE = 2;
  private static final int QUOTES = 3;

  private final Looks ground;
  private final TimeSpan whole;
  private final Instant from;
  private final Audience audience;
  private final Mentions mentions;
  private final Set<Integer> names;
  private final WrittenNames people;
  private final WrittenNames absent;
  private final int channels;
  private final long voicesNow;
  private final long voicesBefore;

  Look(
      Looks ground,
      List<Spoken> spoken,
      int fewest,
      TimeSpan whole,
      Instant from,
      Audience audience) {
    this.ground = ground;
    this.whole = whole;
    this.from = from;
    this.audience = audience;
    var sorted = spoken.stream().sorted(Comparator.comparing(Spoken::at)).toList();
    this.mentions = new Mentions(sorted, fewest, i -> isNow(sorted.get(i)));
    this.names = ground.names();
    this.people = ground.people();
    this.absent = ground.absent();
    this.channels = (int) spoken.stream().map(Spoken::channel).distinct().count();
    this.voicesNow = voices(spoken, this::isNow);
    this.voicesBefore = voices(spoken, each -> !isNow(each));
  }

  private boolean isNow(Spoken each) {
    return !each.at().isBefore(from);
  }

  private static long voices(List<Spoken> spoken, Predicate<Spoken> which) {
    return spoken.stream().filter(which).map(Spoken::voice).distinct().count();
  }

  /** All of the time that is looked at. */
  TimeSpan whole() {
    return whole;
  }

  /** What was said since then is held against what was said before. */
  Instant from() {
    return from;
  }

  /** On how many days something was said since then. */
  int days() {
    return (int) mentions.all().filter(this::isNow).map(Spoken::day).distinct().count();
  }

  /** In how many channels something was said. */
  int channels() {
    return channels;
  }

  /** The terms, and pairs of them, that may stand for a topic, as {@link Mentions} has them. */
  Stream<Long> keys() {
    return mentions.keys().stream().filter(key -> !isName(key));
  }

  /**
   * Whether it is a name and nothing else. What is more than a name is known once it has words: a
   * term is a stem, which many words share.
   */
  private boolean isName(long key) {
    return Arrays.stream(Mentions.terms(key)).allMatch(names::contains);
  }

  /** The messages with a key, the oldest first. */
  List<Spoken> of(long key) {
    return mentions.of(key);
  }

  /** Whether nobody said it before. */
  boolean isNew(long key) {
    return isNow(mentions.of(key).getFirst());
  }

  Wave wave(List<Spoken> spoken) {
    return new Wave(
        Wave.Side.of(
            spoken.stream().filter(this::isNow).toList(),
            voicesNow,
            Duration.between(from, whole.until())),
        Wave.Side.of(
            spoken.stream().filter(each -> !isNow(each)).toList(),
            voicesBefore,
            Duration.between(whole.from(), from)));
  }

  /**
   * The same, held against what those said who speak in its channels now, wherever it was: a new
   * channel makes nothing new of what its people always spoke of.
   */
  Wave waveThere(List<Spoken> of) {
    var there = of.stream().map(Spoken::channel).collect(Collectors.toSet());
    var people =
        mentions
            .all()
            .filter(each -> isNow(each) && there.contains(each.channel()))
            .map(Spoken::person)
            .collect(Collectors.toSet());
    var said = mentions.all().filter(each -> people.contains(each.person())).toList();
    var wave = wave(of);
    return new Wave(
        new Wave.Side(
            wave.now().spoken(),
            wave.now().voices(),
            voices(said, this::isNow),
            wave.now().length()),
        new Wave.Side(
            wave.before().spoken(),
            wave.before().voices(),
            voices(said, each -> !isNow(each)),
            wave.before().length()));
  }

  /**
   * A topic by the words people have for it.
   *
   * @param spoken all that was said of it by these words, in whatever language
   * @param language in which most of it was said
   * @param wordings the terms of these words in each language
   */
  record Named(String name, List<Spoken> spoken, Language language, List<int[]> wordings) {}

  /**
   * What people call what a key stands for; empty where it is no thing, or names a colleague.
   *
   * @param said by which it is to be told
   */
  Optional<Named> named(long key, List<Spoken> said) {
    var language = mostly(said);
    var messages = sample(said, language);
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    var terms = ground.gists().spelled(messages.getFirst(), language, Mentions.terms(key));
    return ground
        .naming()
        .name(Set.copyOf(terms), messages, language)
        .filter(name -> !people.areIn(name))
        .map(name -> named(name, language));
  }

  private Named named(String name, Language language) {
    return named(name, language, codes(name));
  }

  private Named named(String name, Language language, List<int[]> wordings) {
    return new Named(name, mentions.of(wordings), language, wordings);
  }

  private List<int[]> codes(String name) {
    return Stream.of(Language.values()).map(each -> ground.gists().codes(name, each)).toList();
  }

  /** The same topic with what is said of it by other spellings, in full or for short. */
  Named asOthersWriteIt(Named topic) {
    var others = ground.wordings().ofTheSame(topic.name(), topic.language(), audience);
    return others.isEmpty()
        ? topic
        : named(
            topic.name(),
            topic.language(),
            Stream.concat(
                    topic.wordings().stream(),
                    others.stream().flatMap(each -> codes(each).stream()))
                .filter(each -> each.length > 0)
                .toList());
  }

  /** What there is to tell of a topic. */
  Trend trend(Named topic, Trend.Direction direction) {
    var wave = wave(topic.spoken());
    var high = wave.high(direction);
    return new Trend(
        topic.name(),
        beside(topic, companions(topic, high), high.spoken()),
        direction,
        wave.now().weekly(),
        wave.before().weekly(),
        (int) high.voices(),
        high.distinct(Spoken::person),
        high.distinct(Spoken::conversation),
        high.channels(),
        wave.course(whole.from(), whole.until()),
        wave.surprise(),
        quotes(topic, high.spoken(), QUOTES),
        high.spoken().stream().map(Spoken::id).toList());
  }

  /** What comes up with a topic, by what was said of it. */
  Companions companions(Named topic, Wave.Side said) {
    return Companions.of(topic, said, mentions);
  }

  /** Words for what comes up with a topic, where they name a thing and nobody. */
  private List<String> beside(Named topic, Companions companions, List<Spoken> said) {
    var messages = sample(said, topic.language());
    var own = topic.wordings().stream().flatMapToInt(Arrays::stream).boxed().toList();
    return companions.terms().stream()
        .filter(term -> !names.contains(term) && !own.contains(term))
        .flatMap(term -> beside(term, messages, topic.language()).stream())
        .filter(word -> !people.areIn(word) && !word.equalsIgnoreCase(topic.name()))
        .distinct()
        .limit(BESIDE)
        .toList();
  }

  private Optional<String> beside(int term, List<Message> messages, Language language) {
    return messages.stream()
        .flatMap(each -> ground.gists().spelled(each, language, term).stream())
        .findFirst()
        .flatMap(each -> ground.naming().word(each, messages, language));
  }

  /** Whether a name has a word that is none of everyday language. */
  boolean isSpecial(String name) {
    return ground.naming().isSpecial(name);
  }

  /** What was said of a topic that can be quoted, the best first. */
  List<Quote> quotes(Named topic, List<Spoken> said, int limit) {
    return ground
        .naming()
        .quotes(topic.name(), sample(said, topic.language()), topic.language(), limit);
  }

  private static Language mostly(List<Spoken> spoken) {
    long italian = spoken.stream().filter(each -> each.language() == Language.ITALIAN).count();
    return 2 * italian > spoken.size() ? Language.ITALIAN : Language.ENGLISH;
  }

  /**
   * The latest messages of a language, those of different conversations first, without those that
   * name somebody who does not take part.
   */
  private List<Message> sample(List<Spoken> spoken, Language language) {
    var conversations = new HashSet<MessageId>();
    var first = new ArrayList<Spoken>();
    var rest = new ArrayList<Spoken>();
    for (var each : spoken.reversed()) {
      if (each.language() == language) {
        (conversations.add(each.conversation()) ? first : rest).add(each);
      }
    }
    var sample =
        Stream.concat(first.stream(), rest.stream())
            .limit(MESSAGES_TO_READ)
            .map(Spoken::id)
            .toList();
    var found = ground.archive().find(sample, audience);
    return sample.stream()
        .flatMap(each -> Stream.ofNullable(found.get(each)))
        .map(Filed::message)
        .filter(message -> !absent.areIn(message.text().searchable()))
        .toList();
  }
}
