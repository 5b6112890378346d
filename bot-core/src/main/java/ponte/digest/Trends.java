package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Rising;
import ponte.digest.Digest.WentQuiet;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Finds topics that are much more spoken of than in the weeks before, and those of which nobody
 * speaks any more. A topic is a group of nouns or a name, as a single word is too general; that a
 * channel speaks more of everything makes none rise.
 */
final class Trends {

  /** Of a memory shorter than that nothing can be said. */
  private static final Duration LEAST_MEMORY = Duration.ofDays(14);

  /** In one conversation a topic is a discussion, and no trend. */
  private static final int FEWEST_TALKS = 2;

  private static final int FEWEST_DAYS = 3;

  /** Further down a term is no noun, or chance. */
  private static final int CANDIDATES = 12;

  private static final int MESSAGES_TO_READ = 12;
  private static final int PHRASES = 4;
  private static final int LETTERS = 3;
  private static final int LAST_WORDS = 3;

  /** Whoever speaks so soon after the last word of a topic may end it without its name. */
  private static final Duration STILL_OF_IT = Duration.ofMinutes(30);

  private static final double LEAST_FIT = -0.5;

  private final DigestRules.Trend rules;
  private final Nlp nlp;
  private final Reading reading;
  private final Fitness fitness;
  private final Quoting quoting;
  private final Predicate<String> somebody;
  private final Language language;
  private final Usage now;
  private final Usage before;

  /**
   * @param somebody whether words name a colleague, who is no topic
   */
  Trends(
      DigestRules.Trend rules,
      Nlp nlp,
      Reading reading,
      Fitness fitness,
      Quoting quoting,
      Predicate<String> somebody,
      Language language,
      Usage now,
      Usage before) {
    this.rules = rules;
    this.nlp = nlp;
    this.reading = reading;
    this.fitness = fitness;
    this.quoting = quoting;
    this.somebody = somebody;
    this.language = language;
    this.now = now;
    this.before = before;
  }

  /** A term, its messages read, and the words for it. */
  private record Topic(String name, List<Line> lines) {}

  /** Topics that rise, the most surprising first. */
  List<Rising> rising(List<Talk> talks, Instant from, Duration span) {
    var known = remembered(from);
    if (known.compareTo(LEAST_MEMORY) < 0) {
      return List.of();
    }
    double days = (double) span.toMinutes() / known.toMinutes();
    Predicate<String> rises =
        term ->
            now.times(term) >= rules.messages()
                && now.people(term) >= rules.people()
                && now.people(term) > before.people(term)
                && now.times(term) >= rules.times() * before.times(term) * days
                && now.share(term) >= rules.times() * before.share(term)
                && Usage.surprise(term, now, before) >= rules.surprise()
                && talks(term, talks) >= FEWEST_TALKS;
    var openings =
        talks.stream().map(talk -> talk.messages().getFirst().id()).collect(Collectors.toSet());
    var rising = new ArrayList<Rising>();
    Set<Quote> quoted = new HashSet<>();
    for (var found : named(now, rises)) {
      var name = found.topic().name();
      var said = saying(name, found.term());
      int people = people(said);
      if (people >= rules.people() && said.size() >= rules.messages()) {
        example(found.topic(), openings)
            .filter(quoted::add)
            .ifPresent(quote -> rising.add(new Rising(name, quote, people)));
      }
    }
    return rising;
  }

  /**
   * The messages with all words of a name: a term of it may be part of other names, too, and that
   * of a name of one word be another word ("Windows", "a window").
   */
  private List<Message> saying(String name, String term) {
    var words = Set.copyOf(nlp.terms(name, language));
    return now.of(term).stream()
        .filter(message -> words.stream().allMatch(word -> now.of(word).contains(message)))
        .filter(message -> words.size() > 1 || TopicNames.isIn(name, message.text().searchable()))
        .toList();
  }

  private static int people(List<Message> said) {
    return (int) said.stream().map(Message::author).distinct().count();
  }

  /**
   * Topics that went quiet, the most surprising first.
   *
   * @param earlier what was said before the span, oldest first
   */
  List<WentQuiet> quiet(Instant from, List<Message> earlier) {
    if (remembered(from).compareTo(LEAST_MEMORY) < 0) {
      return List.of();
    }
    Predicate<String> quiet =
        term ->
            now.times(term) == 0
                && before.times(term) >= rules.before()
                && before.people(term) >= rules.people()
                && before.days(term) >= FEWEST_DAYS
                && before.share(term) * now.messages() >= rules.missed()
                && Usage.surprise(term, now, before) >= rules.surprise();
    return named(before, quiet).stream()
        .filter(found -> !settled(lastWords(before.of(found.term()), earlier)))
        .map(
            found -> {
              var last = before.of(found.term()).getLast();
              return new WentQuiet(found.topic().name(), last.id(), last.at());
            })
        .toList();
  }

  /** The last that was said of a topic, and what was said right after it. */
  private static List<Message> lastWords(List<Message> of, List<Message> earlier) {
    var last = of.subList(Math.max(0, of.size() - LAST_WORDS), of.size());
    var until = last.getLast().at().plus(STILL_OF_IT);
    return Stream.concat(
            last.stream(),
            earlier.stream()
                .filter(message -> message.at().isAfter(last.getLast().at()))
                .filter(message -> message.at().isBefore(until)))
        .toList();
  }

  /** Whether somebody thanked, had understood, or said that it works. */
  private static boolean settled(List<Message> messages) {
    return messages.stream()
        .map(message -> message.text().searchable())
        .anyMatch(
            text ->
                Cues.anyHas(Cue.THANKS, text)
                    || Cues.anyHas(Cue.SOLVED, text)
                    || Cues.anyStarts(Cue.UNDERSTOOD, text));
  }

  private Duration remembered(Instant from) {
    return before.first().map(first -> Duration.between(first, from)).orElse(Duration.ZERO);
  }

  private long talks(String term, List<Talk> talks) {
    var ids = now.of(term).stream().map(Message::id).collect(Collectors.toSet());
    return talks.stream()
        .filter(talk -> talk.messages().stream().anyMatch(each -> ids.contains(each.id())))
        .limit(FEWEST_TALKS)
        .count();
  }

  /** A term that is a topic, and the topic. */
  private record Found(String term, Topic topic) {}

  private List<Found> named(Usage usage, Predicate<String> which) {
    var terms =
        usage.terms().stream()
            .filter(which)
            .sorted(
                Comparator.comparingDouble((String term) -> -Usage.surprise(term, now, before))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(CANDIDATES)
            .toList();
    var found = new ArrayList<Found>();
    Set<String> told = new HashSet<>();
    for (var term : terms) {
      if (!told.contains(term)) {
        topic(term, usage)
            .ifPresent(
                topic -> {
                  told.addAll(nlp.terms(topic.name(), language));
                  found.add(new Found(term, topic));
                });
      }
    }
    return found;
  }

  /** A term by the words people have for it; empty where it is no noun, or no word. */
  private Optional<Topic> topic(String term, Usage usage) {
    var lines =
        usage.of(term).reversed().stream()
            .limit(MESSAGES_TO_READ)
            .flatMap(message -> reading.lines(new Talk(message.id(), List.of(message))).stream())
            .filter(line -> line.terms().contains(term) && line.language() == language)
            .toList();
    var sentences = lines.stream().map(Line::plain).toList();
    return nlp.keyPhrases(sentences, language, each -> each.equals(term) ? 2 : 1, PHRASES).stream()
        .filter(phrase -> nlp.terms(phrase.text(), language).contains(term))
        .map(phrase -> common(phrase.text(), term, sentences))
        .filter(name -> name.chars().filter(Character::isLetter).count() >= LETTERS)
        .filter(name -> TopicNames.isName(name, sentences))
        .findFirst()
        .filter(somebody.negate())
        .map(name -> new Topic(name, lines));
  }

  /** The phrase where it is said again and again, otherwise the one word of it. */
  private String common(String phrase, String term, List<String> sentences) {
    long said = sentences.stream().filter(each -> TopicNames.isIn(phrase, each)).count();
    if (2 * said >= sentences.size()) {
      return phrase;
    }
    for (var word : phrase.split("\\s+")) {
      if (nlp.terms(word, language).contains(term)) {
        return word;
      }
    }
    return phrase;
  }

  /**
   * Its best sentence of those with which somebody began to talk: what stands amid a talk is seldom
   * understood without it. Where that is a mere opinion or disclaims all, the topic tells no news.
   *
   * @param openings the first messages of talks
   */
  private Optional<Quote> example(Topic topic, Set<MessageId> openings) {
    return topic.lines().stream()
        .filter(line -> openings.contains(line.message().id()))
        .filter(line -> fitness.of(line) > LEAST_FIT && !line.putToOne() && !line.has(Cue.DOUBT))
        .filter(line -> !line.rising())
        .filter(line -> TopicNames.isIn(topic.name(), line.plain()))
        .max(Comparator.comparingDouble(fitness::of))
        .filter(line -> !line.starts(Cue.OPINION) && !line.has(Cue.NO_ANSWER))
        .map(quoting::headline);
  }
}
