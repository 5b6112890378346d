package ponte.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.consent.Redaction;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.digest.Digest.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Finds what people call a topic of which the terms are known, and who said something of it. */
public final class TopicNaming {

  private static final int FEWEST_LETTERS = 3;
  private static final int FEWEST_TIMES = 2;

  /** So large a share of the sentences must use the terms as a thing, and not as what is done. */
  private static final double AS_A_THING = 0.4;

  /**
   * In so large a share of their groups they must be the thing: else they say of what kind one is.
   */
  private static final double AS_HEAD = 0.34;

  private static final Pattern COMPOUND =
      Pattern.compile("(?<![\\p{L}\\d])\\p{L}[\\p{L}\\d]+(?:-[\\p{L}\\d]+)+");

  /** Sentences worse than that are not quoted. */
  private static final double LEAST_FIT = -0.5;

  /** They stand for whatever one likes. */
  private static final Set<String> ANYTHING =
      Set.of("foo", "bar", "baz", "qux", "foobar", "lorem", "ipsum", "pippo", "pluto", "paperino");

  private static final Redaction REDACTION = new Redaction();

  private final Nlp nlp;
  private final Analyses analyses;
  private final Fitness fitness;
  private final int words;

  TopicNaming(Nlp nlp, Analyses analyses, DigestRules rules) {
    this.nlp = nlp;
    this.analyses = analyses;
    this.fitness = new Fitness(rules.fit());
    this.words = rules.lines().headlineWords();
  }

  /**
   * The words for some terms; empty where they name no thing, or are words of everyday language
   * that tell nothing by themselves.
   *
   * @param terms one, or the two of a phrase
   * @param messages some in which they occur, in this language
   */
  public Optional<String> name(Set<String> terms, Collection<Message> messages, Language language) {
    var sentences = sentences(terms, messages, language);
    var texts = sentences.stream().map(each -> each.quote().plain()).toList();
    var written = new HashMap<String, Integer>();
    int asThing = 0;
    int groups = 0;
    int heads = 0;
    for (var sentence : sentences) {
      var phrases =
          sentence.groups().stream()
              .filter(group -> group.terms().containsAll(terms))
              .map(group -> core(group.text(), terms, language))
              .distinct()
              .toList();
      phrases.forEach(phrase -> written.merge(phrase, 1, Integer::sum));
      asThing += phrases.isEmpty() ? 0 : 1;
      for (var group : sentence.groups()) {
        if (group.terms().containsAll(terms)) {
          groups++;
          heads += isHead(core(group.text(), terms, language), group.text(), language) ? 1 : 0;
        }
      }
    }
    var compound = compound(terms, texts, language);
    if (compound.isEmpty()
        && (heads < AS_HEAD * groups
            || asThing < FEWEST_TIMES
            || asThing < AS_A_THING * sentences.size())) {
      return Optional.empty();
    }
    return compound
        .or(() -> commonest(written).map(phrase -> extended(phrase, terms, sentences)))
        .filter(name -> name.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS)
        .filter(name -> isTopic(name, texts))
        .filter(name -> REDACTION.redact(RichText.plain(name)).equals(RichText.plain(name)));
  }

  /**
   * The word with a hyphen by which they are called, if they mostly are and its last part is no
   * word of everyday language: it is a name, whatever a tagger makes of it.
   */
  private Optional<String> compound(Set<String> terms, List<String> texts, Language language) {
    var written = new HashMap<String, Integer>();
    for (var text : texts) {
      COMPOUND
          .matcher(text)
          .results()
          .map(found -> found.group())
          .filter(word -> nlp.terms(word, language).containsAll(terms))
          .filter(word -> !nlp.isEveryday(word.substring(word.lastIndexOf('-') + 1)))
          .distinct()
          .forEach(word -> written.merge(word, 1, Integer::sum));
    }
    int times = written.values().stream().mapToInt(Integer::intValue).sum();
    return times >= FEWEST_TIMES && 2 * times >= texts.size()
        ? commonest(written)
        : Optional.empty();
  }

  /** The word for a term, as most write it, where it mostly stands for a thing. */
  public Optional<String> word(String term, Collection<Message> messages, Language language) {
    var terms = Set.of(term);
    var sentences = sentences(terms, messages, language);
    var written = new HashMap<String, Integer>();
    int asThing = 0;
    for (var sentence : sentences) {
      var words =
          sentence.groups().stream()
              .filter(group -> group.terms().contains(term))
              .map(group -> core(group.text(), terms, language))
              .distinct()
              .toList();
      words.forEach(word -> written.merge(word, 1, Integer::sum));
      asThing += words.isEmpty() ? 0 : 1;
    }
    return asThing < FEWEST_TIMES || 2 * asThing <= sentences.size()
        ? Optional.empty()
        : commonest(written)
            .filter(word -> word.chars().allMatch(c -> Character.isLetter(c) || c == '-'))
            .filter(word -> word.length() >= FEWEST_LETTERS && !TopicNames.isTime(word))
            .filter(word -> REDACTION.redact(RichText.plain(word)).equals(RichText.plain(word)));
  }

  /** Whether words are the thing that a group is about, and not of what kind it is. */
  private static boolean isHead(String core, String group, Language language) {
    return switch (language) {
      case ENGLISH -> group.endsWith(core);
      case ITALIAN -> group.startsWith(core);
    };
  }

  /** The part of a group that has the terms, from the first word of them to the last. */
  private String core(String group, Set<String> terms, Language language) {
    var words = group.split("\\s+");
    int first = -1;
    int last = -1;
    for (int i = 0; i < words.length; i++) {
      var own = nlp.terms(words[i], language);
      if (own.stream().anyMatch(terms::contains)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? group : String.join(" ", List.of(words).subList(first, last + 1));
  }

  /** In the spelling that most use, whatever its case. */
  private static Optional<String> commonest(Map<String, Integer> written) {
    var folded = new HashMap<String, Integer>();
    written.forEach((phrase, times) -> folded.merge(fold(phrase), times, Integer::sum));
    return written.entrySet().stream()
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, Integer> each) ->
                        folded.getOrDefault(fold(each.getKey()), 0))
                .thenComparing(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  private static String fold(String phrase) {
    return phrase.toLowerCase(Locale.ROOT);
  }

  /** With the words that stand beside it in most sentences, if they are always the same. */
  private String extended(String phrase, Set<String> terms, List<Analysis.Sentence> sentences) {
    var longer = new HashMap<String, Integer>();
    long said =
        sentences.stream().filter(each -> TopicNames.isIn(phrase, each.quote().plain())).count();
    for (var sentence : sentences) {
      sentence.groups().stream()
          .filter(group -> group.terms().containsAll(terms))
          .filter(group -> group.text().contains(" ") && TopicNames.isIn(phrase, group.text()))
          .map(group -> group.text().replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d)]+$", ""))
          .filter(group -> group.length() > phrase.length())
          .distinct()
          .forEach(group -> longer.merge(group, 1, Integer::sum));
    }
    return commonest(longer)
        .filter(group -> 2L * longer.getOrDefault(group, 0) >= Math.max(said, FEWEST_TIMES))
        .orElse(phrase);
  }

  private boolean isTopic(String name, List<String> sentences) {
    var parts = name.split("\\s+");
    if (parts.length > 1) {
      return Stream.of(parts).filter(part -> !TopicNames.isTime(part)).count() > 1;
    }
    return !TopicNames.isTime(name)
        && !ANYTHING.contains(fold(name))
        && (!nlp.isEveryday(name) || TopicNames.isName(name, sentences));
  }

  /** Whether a name has a word that is none of everyday language. */
  public boolean isSpecial(String name) {
    return Stream.of(name.split("\\s+")).anyMatch(part -> !nlp.isEveryday(part));
  }

  /**
   * What was said of a topic that can be understood by itself, the best first, of one person each.
   *
   * @param messages in which it occurs
   */
  public List<Quote> quotes(
      String name, Collection<Message> messages, Language language, int limit) {
    record Said(Message message, Analysis.Sentence sentence, double fit) {}
    var said = new ArrayList<Said>();
    for (var message : messages) {
      for (var line : lines(message, language)) {
        double fit = fitness.of(line);
        if (fit > LEAST_FIT
            && !line.putToOne()
            && !line.has(Cue.DOUBT)
            && TopicNames.isIn(name, line.plain())) {
          said.add(new Said(message, line.sentence(), fit));
        }
      }
    }
    said.sort(
        Comparator.comparingDouble((Said each) -> -each.fit())
            .thenComparing(each -> each.message().at(), Comparator.reverseOrder())
            .thenComparing(each -> each.message().id()));
    var quotes = new ArrayList<Quote>();
    var authors = new HashSet<>();
    for (var each : said) {
      if (quotes.size() < limit && authors.add(each.message().author())) {
        quotes.add(Quoting.cut(new Line(each.message(), 0, true, each.sentence()), words));
      }
    }
    return quotes;
  }

  private List<Line> lines(Message message, Language language) {
    return new Reading(analyses, language).lines(new Talk(message.id(), List.of(message)));
  }

  private List<Analysis.Sentence> sentences(
      Set<String> terms, Collection<Message> messages, Language language) {
    return messages.stream()
        .flatMap(message -> analyses.of(message).sentences(language).stream())
        .filter(sentence -> sentence.terms().containsAll(terms))
        .collect(Collectors.toList());
  }
}
