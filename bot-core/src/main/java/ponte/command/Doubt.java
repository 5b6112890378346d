package ponte.command;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/**
 * Whether what stands where a topic is expected is one. People begin many a question as they would
 * begin a wish, and what a wish changes is not to be changed by a question.
 */
final class Doubt {

  /** How likely it is that something else was meant. */
  enum Degree {
    /** It is a topic. */
    NONE,
    /** It may be one. */
    SOME,
    /** It is none. */
    GREAT
  }

  private static final Pattern BREAK = Pattern.compile("[:;](?=\\s|$)|[?…]|\\.{2,}");
  private static final Pattern COMMA = Pattern.compile(",(?=\\s|$)");

  private static final int MOST_ACRONYMS = 3;

  private static final Map<Language, Doubt> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Doubt(language));
    }
  }

  private final Language language;
  private final Pattern clause;
  private final Pattern noBeginning;
  private final Pattern doubtfulBeginning;

  private Doubt(Language language) {
    var book = Phrasebook.of(language);
    this.language = language;
    clause =
        Pattern.compile("(?<![^\\s,;:.!?(\"])" + book.anyOf("clause") + "(?=$|[\\s,;:.!?')\"])");
    noBeginning = Pattern.compile(book.anyOf("no-topic") + "(?= |$)");
    doubtfulBeginning =
        Pattern.compile(
            "(?:%s(?:(?<=')| )|%s(?= |$))"
                .formatted(book.anyOf("article"), book.anyOf("doubtful-topic")));
  }

  static Doubt in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /**
   * The doubt about these words, where a wish about oneself was said.
   *
   * @param asked whether the line they stand in ended as a question does
   */
  Degree of(Written words, boolean asked) {
    var topic = Topics.withoutCloser(words, language);
    var enumerates = COMMA.matcher(topic.text()).find();
    if (isNone(topic) || enumerates && asked) {
      return Degree.GREAT;
    }
    return enumerates || asked || doubtfulBeginning.matcher(topic.folded()).lookingAt()
        ? Degree.SOME
        : Degree.NONE;
  }

  /** Whether these words are certainly more, or less, than a topic. */
  boolean isNone(Written words) {
    var topic = Topics.withoutCloser(words, language);
    return BREAK.matcher(topic.text()).find()
        || noBeginning.matcher(topic.folded()).lookingAt()
        || topic.text().indexOf(' ') > 0
            && clause.matcher(topic.folded()).results().anyMatch(word -> !isAcronym(topic, word));
  }

  /** IT, US and WHO are no pronouns, unless all of it is shouted. */
  private static boolean isAcronym(Written topic, MatchResult word) {
    var written = topic.text().substring(word.start(), word.end());
    return written.length() > 1
        && isShouted(written)
        && !(isShouted(topic.text()) && topic.text().split(" ").length > MOST_ACRONYMS);
  }

  /** Whether a line that is not all shouted ends with a word that is: IT. */
  static boolean endsInAcronym(Written line) {
    var text = line.bare().text();
    var last = text.substring(text.lastIndexOf(' ') + 1);
    return last.length() > 1 && isShouted(last) && !isShouted(text);
  }

  private static boolean isShouted(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }
}
