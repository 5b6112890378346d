package ponte.seeding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ponte.consent.Redaction;
import ponte.consent.WrittenNames;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.digest.Digest;
import ponte.digest.Notices;
import ponte.digest.Retelling;
import ponte.expert.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * How somebody put a question, as others can read it by itself. It is told anew from the message
 * whenever it is shown, and kept nowhere.
 */
final class Wording {

  /** Of fewer terms it does not say what it asks about. */
  private static final int FEWEST_TERMS = 3;

  /** What is longer is a story, and stands below. */
  private static final int LONGEST = 260;

  private static final int FEWEST_OF_A_SENTENCE = 4;
  private static final int MOST_OF_A_SENTENCE = 200;
  private static final int WHOLE = 4_000;

  private static final String BULLET = "^[^\\p{L}\\d\"“«(]+";

  /** What it points at does not stand there. */
  private static final Pattern POINTING =
      Pattern.compile(
          "(?<!\\p{L})((?<!\\bis )it|this|these|those|its|they|them|he|she|why|quest[oaie]"
              + "|quell[oaie]|ciò|perché)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GREETING =
      Pattern.compile(
          "^(hi|hello|hey|ciao|salve|buongiorno)( (all|everyone|everybody|folks|there|a tutti))?"
              + "[\\s,!.:-]+",
          Pattern.CASE_INSENSITIVE);

  private final Retelling retelling;
  private final Nlp nlp;
  private final Supplier<WrittenNames> names;

  /**
   * @param names of colleagues, of whom it names none
   */
  Wording(Retelling retelling, Nlp nlp, Supplier<WrittenNames> names) {
    this.retelling = retelling;
    this.nlp = nlp;
    this.names = names;
  }

  /** The question of a message; empty: it has none that says enough and names nobody. */
  Optional<String> of(Message message) {
    var language = nlp.language(message.text().prose(), List.of(), Language.ENGLISH);
    return direct(message, language)
        .or(() -> told(message, language))
        .map(text -> text.strip().replaceAll("\\s+", " ").replaceFirst(BULLET, ""))
        .filter(text -> text.endsWith("?") || Notices.wantsPractice(text))
        .filter(text -> text.length() <= LONGEST && !text.contains(Redaction.MARK))
        .filter(text -> terms(text, language) >= FEWEST_TERMS)
        .filter(text -> !names.get().areIn(text))
        .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
  }

  /** A sentence that asks and points at nothing else: the one that says most. */
  private Optional<String> direct(Message message, Language language) {
    return message.text().mentions().isEmpty()
        ? nlp.sentences(Quote.of(message, WHOLE)).stream()
            .map(sentence -> GREETING.matcher(sentence).replaceFirst(""))
            .filter(sentence -> nlp.question(sentence, language) == QuestionSign.MARK)
            .filter(sentence -> sentence.length() <= MOST_OF_A_SENTENCE)
            .filter(sentence -> terms(sentence, language) >= FEWEST_OF_A_SENTENCE)
            .filter(sentence -> !POINTING.matcher(sentence).find())
            .max(Comparator.comparingLong(sentence -> terms(sentence, language)))
        : Optional.empty();
  }

  /** As a digest would open with it: with what it points at. */
  private Optional<String> told(Message message, Language language) {
    return retelling
        .question(message, language)
        .map(Digest.Quote::text)
        .filter(text -> text.mentions().isEmpty())
        .map(RichText::searchable);
  }

  private long terms(String sentence, Language language) {
    return nlp.terms(sentence, language).stream().distinct().count();
  }
}
