package ponte.expert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.KeyPhrase;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.Rarity;

/**
 * What a person seems to know about, by what they said where everybody may read it: of the phrases
 * that tell most of their last messages those for which they are named to whoever asks.
 */
public final class OwnTopics {

  private static final int CHANNELS = 30;
  private static final int MESSAGES = 400;
  private static final int PHRASES = 40;
  private static final int TOPICS = 8;

  /** Of the phrases that can be topics so many are asked for: each takes a search. */
  private static final int ASKED_FOR = 2 * TOPICS;

  private static final int LETTERS = 4;

  /** Words that say when, how long or how often, and what goes with them. */
  private static final Set<String> TIMES =
      Arrays.stream(
              """
          last next this past previous recent following coming early late earlier later ago the a
          of in every each few couple several same other whole entire one two three first second
          time times year years month months week weeks weekend day days hour hours minute minutes
          second seconds quarter morning afternoon evening night noon midnight today tomorrow
          yesterday tonight now summer autumn fall winter half end beginning
          scorso scorsa scorsi scorse prossimo prossima prossimi prossime questo questa questi
          queste ultimo ultima ultimi ultime fa ogni il lo la i gli le l di un una due tre stesso
          stessa primo prima primi dopo poco volta volte tempo anno anni mese mesi settimana
          settimane giorno giorni giornata ora ore minuto minuti secondo secondi trimestre mattina
          mattino pomeriggio sera serata notte mezzogiorno mezzanotte oggi domani ieri stasera
          adesso estate autunno inverno metà fine inizio scorsa
          """
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toUnmodifiableSet());

  private final Archive archive;
  private final Directory directory;
  private final Experts experts;
  private final Nlp nlp;

  public OwnTopics(Archive archive, Directory directory, Experts experts, Nlp nlp) {
    this.archive = archive;
    this.directory = directory;
    this.experts = experts;
    this.nlp = nlp;
  }

  /**
   * A topic that somebody seems to know about.
   *
   * @param why what whoever asks for it is told of them
   */
  public record Believed(String topic, Expert why) {}

  /**
   * The topics, those that tell most first; some at most.
   *
   * @param otherwise the language of messages that do not tell theirs
   */
  public List<Believed> of(PersonId person, Language otherwise) {
    var accounts = directory.accounts(person);
    var audience = openIn(accounts);
    var own = new ArrayList<String>();
    var all = new ArrayList<String>();
    for (var channel : channels(person, audience)) {
      for (var filed : archive.before(channel.id(), Instant.MAX, MESSAGES, audience)) {
        add(filed, accounts, own, all);
      }
    }
    if (own.isEmpty()) {
      return List.of();
    }
    var language = nlp.language(String.join("\n", own)).orElse(otherwise);
    var everybody = new Asker(null, audience, language, ZoneOffset.UTC);
    var sentences = own.stream().flatMap(line -> nlp.sentences(line).stream()).toList();
    var names = names();
    return nlp.keyPhrases(sentences, language, rarity(all, language), PHRASES).stream()
        .map(KeyPhrase::text)
        .filter(topic -> topic.chars().filter(Character::isLetter).count() >= LETTERS)
        .filter(topic -> isRepeated(topic, own) && !hasWordOf(names, topic) && !isDate(topic))
        .limit(ASKED_FOR)
        .flatMap(topic -> believed(topic, accounts, everybody).stream())
        .limit(TOPICS)
        .toList();
  }

  /** Whether a person came back to a topic: what is said once is seldom what one knows. */
  private static boolean isRepeated(String topic, List<String> own) {
    var words = topic.toLowerCase(Locale.ROOT);
    return own.stream().filter(line -> line.toLowerCase(Locale.ROOT).contains(words)).count() > 1;
  }

  /** The words of colleagues' names: people are no topics. */
  private Set<String> names() {
    return directory.people().stream()
        .flatMap(each -> Stream.of(each.name().toLowerCase(Locale.ROOT).split("\\s+")))
        .collect(Collectors.toSet());
  }

  private static boolean hasWordOf(Set<String> names, String topic) {
    return Stream.of(topic.toLowerCase(Locale.ROOT).split("\\s+")).anyMatch(names::contains);
  }

  /**
   * What whoever asks for a topic is told of this person; empty where they are not named. A single
   * word is easily said without being a topic: for it they must be known well.
   */
  private Optional<Believed> believed(String topic, Set<PersonId> accounts, Asker everybody) {
    var single = topic.indexOf(' ') < 0;
    return experts
        .among(topic, everybody, accounts)
        .filter(expert -> !single || expert.confidence() == Expert.Confidence.STRONG)
        .map(expert -> new Believed(topic, expert));
  }

  /** Whether it only names a time: when something was is not what it was about. */
  public static boolean isDate(String topic) {
    return Stream.of(topic.toLowerCase(Locale.ROOT).split("[\\s\u2019'-]+"))
        .allMatch(OwnTopics::isOfTime);
  }

  private static boolean isOfTime(String word) {
    return TIMES.contains(word) || word.chars().allMatch(Character::isDigit) || isNamed(word);
  }

  /** Whether it is the name of a day or a month. */
  private static boolean isNamed(String word) {
    return Arrays.stream(Language.values())
        .map(Language::locale)
        .flatMap(
            locale ->
                Stream.concat(
                    Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.FULL, locale)),
                    Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL, locale))))
        .anyMatch(word::equalsIgnoreCase);
  }

  private static void add(Filed filed, Set<PersonId> accounts, List<String> own, List<String> all) {
    var message = filed.message();
    if (message.isTalk()) {
      all.add(text(message));
      if (accounts.contains(message.author())) {
        own.add(text(message));
      }
    }
  }

  private static String text(Message message) {
    return message.text().searchable();
  }

  /** What everybody of the person's workspaces may see. */
  private Audience openIn(Set<PersonId> accounts) {
    var workspaces = accounts.stream().map(PersonId::workspace).collect(Collectors.toSet());
    var open = new HashSet<>(directory.everybody().channels());
    open.removeIf(channel -> !workspaces.contains(channel.workspace()));
    return new Audience(open);
  }

  /** The channels the person is in; where nobody is known to be in any, all. */
  private List<Channel> channels(PersonId person, Audience audience) {
    return directory.channelsOf(person, audience).stream()
        .sorted(
            Comparator.comparing(Channel::archived)
                .thenComparing(channel -> directory.members(channel.id()).size()))
        .limit(CHANNELS)
        .toList();
  }

  private Rarity rarity(List<String> lines, Language language) {
    var having = new HashMap<String, Integer>();
    for (var line : lines) {
      new HashSet<>(nlp.terms(line, language)).forEach(term -> having.merge(term, 1, Integer::sum));
    }
    // Above 0 for every term: what all talk about can be what one knows.
    return term -> Math.log1p((double) lines.size() / (1 + having.getOrDefault(term, 0)));
  }
}
