package ponte.seeding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ponte.consent.Redaction;
import ponte.consent.WrittenNames;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.digest.Digest.Quote;
import ponte.digest.Notices;
import ponte.digest.Retelling;
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

  /** What it points at does not stand there. */
  private static final Pattern POINTING =
      Pattern.compile(
          "(?<!\\p{L})(this|that|these|those|it|its|they|them|he|she|here|there"
              + "|quest[oaie]|quell[oaie]|ciò|qui|lì)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private static final Redaction REDACTION = new Redaction();

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
    return retelling
        .question(message, language)
        .map(Quote::text)
        .filter(text -> text.mentions().isEmpty())
        .map(RichText::searchable)
        .or(() -> practice(message, language))
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .filter(text -> text.length() <= LONGEST && !text.contains(Redaction.MARK))
        .filter(text -> nlp.terms(text, language).stream().distinct().count() >= FEWEST_TERMS)
        .filter(text -> !names.get().areIn(text))
        .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
  }

  /** "How do you …?" is put to whoever reads it, though a digest takes it for put to one. */
  private Optional<String> practice(Message message, Language language) {
    return nlp.sentences(REDACTION.redact(message.text()).prose()).stream()
        .filter(sentence -> nlp.question(sentence, language) == QuestionSign.MARK)
        .filter(sentence -> Notices.wantsPractice(sentence) && !POINTING.matcher(sentence).find())
        .findFirst();
  }
}
