package ponte.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.nlp.Language;

/**
 * Who-knows questions as people of one language put them when they choose other words than those
 * that most do. What asks is taken off; where the rest cannot be a topic it is left alone.
 */
final class FreeAsking {

  /** What an expert is one in is named shortly: of more words it is something to be done. */
  private static final int WORDS = 3;

  private static final Pattern BREAK = Pattern.compile("[,;:.!?](?= |$)");

  private final Language language;
  private final Phrasebook book;
  private final Doubt doubt;
  private final Pattern noWord;
  private final Pattern noBeginning;

  FreeAsking(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.doubt = Doubt.in(language);
    noWord = Pattern.compile("(?<![^ '])" + book.anyOf("in-no-subject") + "(?![^ '])");
    noBeginning = Pattern.compile(book.anyOf("no-subject") + "(?![^ '])");
  }

  /** The topic; empty where a line does not ask so. */
  Optional<Written> of(Written line) {
    var asked = Topics.withoutCloser(line, language);
    return Stream.concat(
            topics("who-knows-freely", asked),
            topics("expert-in", asked).filter(this::isShortlyNamed))
        .filter(topic -> !doubt.isNone(Topics.withoutAsides(topic, language)))
        .findFirst();
  }

  private Stream<Written> topics(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches)
        .map(match -> line.cut(match.start("topic"), match.end("topic")));
  }

  private boolean isShortlyNamed(Written topic) {
    return topic.text().split(" ").length <= WORDS
        && !BREAK.matcher(topic.text()).find()
        && hasNone(noWord, topic)
        && !noBeginning.matcher(topic.folded()).lookingAt();
  }

  /** But for a name that looks like a small word: AI is no {@code ai}. */
  private static boolean hasNone(Pattern words, Written topic) {
    return words
        .matcher(topic.folded())
        .results()
        .allMatch(word -> Topics.isAcronym(topic.text().substring(word.start(), word.end())));
  }
}
